/** One scenario as the solver wants it: the tariffs above or below zero on flows that exist, by exporter. */
export interface Shock {
  /** Entries of exporter j are rowStart[j] up to rowStart[j + 1]. */
  readonly rowStart: Int32Array;
  readonly importer: Int32Array;
  /** Shares of customs value. */
  readonly tariff: Float64Array;
  /** Transfers at baseline prices; they grow with world income. */
  readonly transfer: Float64Array;
  /** Whether these are not the transfers of the baseline. */
  readonly newTransfers: boolean;
  /** Whether revenue pays for income-tax relief (else it is rebated lump sum). */
  readonly relief: boolean;
}
