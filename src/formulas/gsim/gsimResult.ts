import type { SolverReport } from "../../numerics/solverReport.js";

/**
 * One region as exporter and importer; changes of prices and of output are fractions, 0.05 for a rise of 5 %, the rest is
 * money in the currency of `trade`.
 *
 * @category GSIM
 */
export interface GsimRegion {
  /** The region. */
  readonly region: string;
  /** Relative change of the price its producers get, before duty. */
  readonly worldPriceChange: number;
  /** Relative change of the quantity it sells, to itself included. */
  readonly outputChange: number;
  /** Relative change of the price index its buyers pay, with duty. */
  readonly compositePriceChange: number;
  /** Baseline sales at world prices, to itself included. */
  readonly exportsBefore: number;
  /** Sales at the new world prices, to itself included. */
  readonly exportsAfter: number;
  /** Baseline purchases at world prices, before duty, from itself included. */
  readonly importsBefore: number;
  /** Purchases at the new world prices, before duty, from itself included. */
  readonly importsAfter: number;
  /** Duties it collects after less before. */
  readonly tariffRevenueChange: number;
  /** Gain of its buyers; below 0 where their price index rises. */
  readonly consumerSurplusChange: number;
  /** Gain of its producers; 0 where its supply is infinite. */
  readonly producerSurplusChange: number;
  /** Revenue + consumer surplus + producer surplus. */
  readonly welfareChange: number;
}

/**
 * The answer of the two GSIM functions; matrices are exporters by importers.
 *
 * @category GSIM
 */
export interface GsimResult {
  /** One entry for each region, in their order. */
  readonly regions: readonly GsimRegion[];
  /** Relative change of each quantity, as a fraction. */
  readonly quantityChange: readonly (readonly number[])[];
  /** Relative change of each tariff-inclusive price, as a fraction. */
  readonly internalPriceChange: readonly (readonly number[])[];
  /** Trade after the change at the new world prices, before duty, in the currency of `trade`. */
  readonly tradeAfter: readonly (readonly number[])[];
  /** How well the markets clear. */
  readonly solver: SolverReport;
}
