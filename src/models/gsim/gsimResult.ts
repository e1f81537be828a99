import type { SolverReport } from "../../internal/solverReport.js";

/**
 * One region as exporter and importer; changes of prices and of output are fractions, the rest is money.
 *
 * @category GSIM
 */
export interface GsimRegion {
  readonly region: string;
  readonly worldPriceChange: number;
  readonly outputChange: number;
  readonly compositePriceChange: number;
  readonly exportsBefore: number;
  readonly exportsAfter: number;
  readonly importsBefore: number;
  readonly importsAfter: number;
  readonly tariffRevenueChange: number;
  readonly consumerSurplusChange: number;
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
  readonly regions: readonly GsimRegion[];
  /** Relative change of each quantity, as a fraction. */
  readonly quantityChange: readonly (readonly number[])[];
  /** Relative change of each tariff-inclusive price, as a fraction. */
  readonly internalPriceChange: readonly (readonly number[])[];
  /** Trade after the change at the new world prices. */
  readonly tradeAfter: readonly (readonly number[])[];
  readonly solver: SolverReport;
}
