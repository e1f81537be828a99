/**
 * What happens to one economy. Keys that end in `Percent` are changes from the baseline in percent (1.5 is 1.5 %);
 * `levels` are in the unit of the data and of the numéraire.
 *
 * @category World model
 */
export interface EconomyOutcome {
  readonly economy: string;
  /** Welfare of the average person: consumption and, where labour supply moves, leisure. */
  readonly welfarePercent: number;
  /** Wage over the price index. */
  readonly realWagePercent: number;
  readonly wagePercent: number;
  readonly priceIndexPercent: number;
  readonly employmentPercent: number;
  /** 100 (D' - D) / |D| with D = imports - exports before duty; absent where D is zero in the baseline. */
  readonly deficitPercent?: number;
  /** Change of exports over GDP. */
  readonly exportsOverGdpPercent: number;
  readonly importsOverGdpPercent: number;
  /** Tariff revenue as a share (0 to 1) of baseline expenditure. */
  readonly tariffRevenueShare: number;
  readonly levels: {
    readonly expenditure: number;
    readonly income: number;
    readonly exports: number;
    readonly imports: number;
    readonly deficit: number;
    readonly tariffRevenue: number;
  };
}

/**
 * An equilibrium of the world, economy by economy, with the proof that it is one.
 *
 * @category World model
 */
export interface WorldOutcome {
  readonly economies: readonly EconomyOutcome[];
  /** Solution relative to the baseline, in the order of the world's economies: also a `start` for the next solve. */
  readonly ratios: {
    readonly wage: readonly number[];
    readonly expenditure: readonly number[];
    readonly employment: readonly number[];
    readonly price: readonly number[];
  };
  /** Change of all trade across borders before duty, percent. */
  readonly worldTradePercent: number;
  /** Largest scaled gap over all equations, the redundant one included. */
  readonly residual: number;
  /** What the residual was to reach. */
  readonly tolerance: number;
  readonly converged: boolean;
  /** Newton steps. */
  readonly iterations: number;
  /** Passes over the N by N trade matrix that the solve cost; tariffs on part of it count as that part. */
  readonly passes: number;
  /** Economies whose own trade the calibration set to zero. */
  readonly ownTradeSetToZero: readonly string[];
  readonly revenueUse: RevenueUse;
  readonly deficits: DeficitRule;
  /** What the model does not know. */
  readonly leavesOut: readonly string[];
}

/**
 * An equilibrium with its trade matrix.
 *
 * @category World model
 */
export interface WorldEquilibrium extends WorldOutcome {
  /** Customs value of trade, rows exporters, own trade on the diagonal. */
  readonly trade: readonly (readonly number[])[];
}

/**
 * What tariff revenue pays for: a lower income tax, which raises labour supply, or a payment to all.
 *
 * @category World model
 */
export type RevenueUse = "incomeTaxRelief" | "lumpSumRebate";

/**
 * What happens to transfers between economies: they grow with world income, they end, or they are as given (at
 * baseline prices, growing with world income, in the order of the economies, with the sum zero).
 *
 * @category World model
 */
export type DeficitRule = "fixedToWorldIncome" | "balancedTrade" | { readonly transfers: readonly number[] };
