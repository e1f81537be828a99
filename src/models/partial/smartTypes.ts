import type { SupplyElasticity } from "../../internal/elasticities.js";
import type { NumberColumn } from "../../internal/numericColumns.js";

/**
 * What {@link smart} takes: the imports of one product by origin, in columns of equal length.
 *
 * @category Partial equilibrium
 */
export interface SmartOptions {
  readonly origin: readonly string[];
  /** Baseline customs value, in any one currency. */
  readonly customsValue: NumberColumn;
  /** Rates as fractions. */
  readonly rateBefore: NumberColumn;
  readonly rateAfter: NumberColumn;
  readonly importDemandElasticity: number;
  readonly substitutionElasticity: number;
  readonly exportSupplyElasticity: SupplyElasticity;
}

/**
 * The answer of {@link smart}, in the currency of `customsValue`.
 *
 * @category Partial equilibrium
 */
export interface SmartResult {
  readonly byOrigin: readonly {
    readonly origin: string;
    readonly customsValueBefore: number;
    readonly customsValueAfter: number;
    readonly tradeCreation: number;
    readonly tradeDiversion: number;
    readonly dutiesBefore: number;
    readonly dutiesAfter: number;
  }[];
  readonly tradeCreation: number;
  readonly revenueChange: number;
}
