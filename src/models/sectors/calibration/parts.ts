/** What a world is built from: the numbers of the accounts in the solver's layout, before the baseline is made. */
export interface SectorParts {
  readonly economies: readonly string[];
  readonly sectors: readonly string[];
  readonly elasticity: Float64Array;
  readonly links: boolean;
  /** Shares and tariffs: sector, importer, exporter. */
  readonly share: Float64Array;
  readonly tariff: Float64Array;
  readonly valueAddedShare: Float64Array;
  /** Economy, sector that uses, sector of the input. */
  readonly inputShare: Float64Array;
  readonly consumption: Float64Array;
  readonly valueAdded: Float64Array;
  readonly deficit: Float64Array;
  /** Spending by economy and sector where the accounts give it. */
  readonly spending: Float64Array | undefined;
}
