import type { EquationResiduals } from "./Solution.js";

/**
 * What happens to one economy. Keys that end in `Percent` are changes from the baseline in percent (1.5 is 1.5 %);
 * `levels` are in the unit of the data and of the numéraire.
 *
 * @category World model
 */
export interface EconomyOutcome {
  /** Label of the economy. */
  readonly economy: string;
  /** Welfare of the average person: consumption and, where labour supply moves, leisure; a gain is above 0. */
  readonly welfarePercent: number;
  /** Wage over the price index, before tax relief; above 0 where an hour of work buys more. */
  readonly realWagePercent: number;
  /** Wage in the numéraire: only differences between economies mean anything. */
  readonly wagePercent: number;
  /** Price of what consumers buy, duty included, in the numéraire; above 0 where life gets dearer. */
  readonly priceIndexPercent: number;
  /** Hours worked; above 0 where the wage after tax buys more. */
  readonly employmentPercent: number;
  /** 100 (D' - D) / |D| with D = imports - exports before duty; absent where D is zero in the baseline. */
  readonly deficitPercent?: number;
  /** Change, in percent, of exports before duty over labour income; below 0 where less is sold abroad. */
  readonly exportsOverGdpPercent: number;
  /** Change, in percent, of imports before duty over labour income. */
  readonly importsOverGdpPercent: number;
  /** Tariff revenue as a share (0 to 1) of baseline expenditure. */
  readonly tariffRevenueShare: number;
  /** Values of the scenario in the unit of the data. */
  readonly levels: {
    /** What the economy spends, duty included. */
    readonly expenditure: number;
    /** Labour income. */
    readonly income: number;
    /** Sales across the border, before the duty of others. */
    readonly exports: number;
    /** Purchases across the border, before its own duty. */
    readonly imports: number;
    /** Imports less exports: above 0 for a deficit. */
    readonly deficit: number;
    /** Duties collected; below 0 where it subsidises imports. */
    readonly tariffRevenue: number;
  };
}

/**
 * An equilibrium of the world, economy by economy, with the proof that it is one.
 *
 * @category World model
 */
export interface WorldOutcome {
  /** One entry for each economy, in the order of the world. */
  readonly economies: readonly EconomyOutcome[];
  /** Solution relative to the baseline, in the order of the world's economies: also a `start` for the next solve. */
  readonly ratios: {
    /** Wage in the numéraire. */
    readonly wage: readonly number[];
    /** Expenditure in the numéraire. */
    readonly expenditure: readonly number[];
    /** Hours worked. */
    readonly employment: readonly number[];
    /** Price index in the numéraire. */
    readonly price: readonly number[];
  };
  /** Change of all trade across borders before duty, percent. */
  readonly worldTradePercent: number;
  /** Largest scaled gap over all equations, the redundant one included. */
  readonly residual: number;
  /** Largest scaled gap of each kind of equation. */
  readonly residuals: EquationResiduals;
  /** What the residual was to reach. */
  readonly tolerance: number;
  /** Whether the residual is at most the larger of `tolerance` and 1e-9; false only with `whenNotConverged: "return"`. */
  readonly converged: boolean;
  /** Newton steps. */
  readonly iterations: number;
  /** Passes over the N by N trade matrix that the solve cost; tariffs on part of it count as that part. */
  readonly passes: number;
  /** Economies whose own trade the calibration set to zero. */
  readonly ownTradeSetToZero: readonly string[];
  /** What tariff revenue pays for, as chosen. */
  readonly revenueUse: RevenueUse;
  /** What happens to transfers, as chosen. */
  readonly deficits: DeficitRule;
  /** What the model does not know. */
  readonly leavesOut: readonly string[];
  /** What a reader should know of this solution: that others may exist, or where the way to the scenario ended. */
  readonly notes: readonly string[];
}

/**
 * An equilibrium with its trade matrix.
 *
 * @category World model
 */
export interface WorldEquilibrium extends WorldOutcome {
  /** Customs value of trade, rows exporters, own trade on the diagonal; made when it is first read. */
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
