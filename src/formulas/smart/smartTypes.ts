import type { Rate } from "../../exact/rate.js";
import type { SupplyElasticity } from "../../internal/elasticities.js";
import type { NumberColumn } from "../../internal/numericColumns.js";

/**
 * What {@link smart} takes: the imports of one product by origin, in lists of equal length.
 *
 * @category Partial equilibrium
 */
export interface SmartOptions {
  /** The origins, each once; any names or codes. */
  readonly origin: readonly string[];
  /** Baseline customs value, before duty, in any one currency; 0 or more. */
  readonly customsValue: NumberColumn;
  /** Baseline duty rates, each with its unit: `"3%"`. */
  readonly rateBefore: readonly Rate[];
  /** Scenario duty rates, each with its unit: `"13%"`. */
  readonly rateAfter: readonly Rate[];
  /** Percent change of imports when their price rises by one percent, below 0. */
  readonly importDemandElasticity: number;
  /** Between origins: percent change of their relative quantities per percent of their relative price; above 0. */
  readonly substitutionElasticity: number;
  /** Of every origin: above 0, or `"infinite"`, with which export prices do not move. */
  readonly exportSupplyElasticity: SupplyElasticity;
}

/**
 * SMART's answer for one origin, in the currency of `customsValue`.
 *
 * @category Partial equilibrium
 */
export interface SmartOrigin {
  /** The origin, as it was passed. */
  readonly origin: string;
  /** Baseline customs value. */
  readonly customsValueBefore: number;
  /** Customs value after: before + creation + diversion; never below 0. */
  readonly customsValueAfter: number;
  /** Change of imports because the tariff moves their price; below 0 for a tariff that rises. */
  readonly tradeCreation: number;
  /** Change of imports in exchange for other origins; above 0 for an origin that gains. Adds up to 0. */
  readonly tradeDiversion: number;
  /** Duties at the baseline rate on the baseline value; a subsidy is below 0. */
  readonly dutiesBefore: number;
  /** Duties at the scenario rate on the value after. */
  readonly dutiesAfter: number;
}

/**
 * The answer of {@link smart}, in the currency of `customsValue`.
 *
 * @category Partial equilibrium
 */
export interface SmartResult {
  /** One entry for each origin, in their order. */
  readonly byOrigin: readonly SmartOrigin[];
  /** Sum of the creation of all origins; below 0 where tariffs rise. */
  readonly tradeCreation: number;
  /** Duties after less duties before, over all origins. */
  readonly revenueChange: number;
}
