import type { YearInForce, YearsInForceOptions } from "./yearsInForce.js";

/**
 * What {@link conventionalRevenue} takes.
 *
 * @category Revenue
 */
export interface ConventionalRevenueOptions extends YearsInForceOptions {
  /** Change in duties of a full year with the whole measure in force, at the level of `baseYear`, in any currency. */
  readonly annualRevenue: number;
  /** The year that `annualRevenue` is for; not after `firstYear`. */
  readonly baseYear: number;
  /** Growth a year as a fraction, 0.04 for 4 %: one value, or a list with one from each year, `baseYear` on, to the next. */
  readonly growth: number | readonly number[];
  /** Share of the duties due that is not collected, 0 to 1. */
  readonly nonComplianceShare: number;
  /** Share of the duties that income and payroll taxes lose, 0 to 1. */
  readonly incomeAndPayrollOffset: number;
}

/**
 * Revenue of one year, or of all, in the currency of `annualRevenue`; a measure that raises duties has amounts above 0.
 *
 * @category Revenue
 */
export interface RevenueAmounts {
  /** Duties due: the full year's change, grown and weighted by the days in force. */
  readonly gross: number;
  /** The part of `gross` that is not collected. */
  readonly nonCompliance: number;
  /** Duties collected: `gross` - `nonCompliance`. */
  readonly customsRevenue: number;
  /** What income and payroll taxes lose because of the duties. */
  readonly offset: number;
  /** What the budget gains: `customsRevenue` - `offset`. */
  readonly net: number;
}

/**
 * One year of a revenue path.
 *
 * @category Revenue
 */
export interface RevenueYear extends RevenueAmounts, YearInForce {}

/**
 * The answer of {@link conventionalRevenue}.
 *
 * @category Revenue
 */
export interface ConventionalRevenueResult {
  /** One entry for each year from `firstYear` to `lastYear`. */
  readonly years: readonly RevenueYear[];
  /** Sums over the years, not discounted. */
  readonly totals: RevenueAmounts;
}
