import type { YearsInForceOptions } from "./yearsInForce.js";

/**
 * What `conventionalRevenue` takes.
 *
 * @category Revenue
 */
export interface ConventionalRevenueOptions extends YearsInForceOptions {
  /** Change in duties of a full year with the whole measure in force, at the level of `baseYear`. */
  readonly annualRevenue: number;
  readonly baseYear: number;
  /** Growth a year as a fraction: one value, or a list with one from each year, `baseYear` on, to the next. */
  readonly growth: number | readonly number[];
  /** Share of the duties due that is not collected, 0 to 1. */
  readonly nonComplianceShare: number;
  /** Share of the duties that income and payroll taxes lose, 0 to 1. */
  readonly incomeAndPayrollOffset: number;
}

/**
 * Revenue of one year, or of all: `gross` - `nonCompliance` = `customsRevenue`, less `offset` = `net`.
 *
 * @category Revenue
 */
export interface RevenueAmounts {
  readonly gross: number;
  readonly nonCompliance: number;
  readonly customsRevenue: number;
  readonly offset: number;
  readonly net: number;
}

/**
 * One year of a revenue path.
 *
 * @category Revenue
 */
export interface RevenueYear extends RevenueAmounts {
  readonly year: number;
  readonly days: number;
  /** The part of the year in force, 0 to 1. */
  readonly weight: number;
}

/**
 * The answer of `conventionalRevenue`.
 *
 * @category Revenue
 */
export interface ConventionalRevenueResult {
  readonly years: readonly RevenueYear[];
  readonly totals: RevenueAmounts;
}
