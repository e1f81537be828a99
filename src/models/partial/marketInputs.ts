import type { SupplyElasticity } from "../../internal/elasticities.js";
import type { NumberColumn } from "../../internal/numericColumns.js";

/**
 * The imports of one economy, one row per product and origin, in columns of equal length.
 *
 * @category Partial equilibrium
 */
export interface MarketFlows {
  readonly product: readonly string[];
  readonly origin: readonly string[];
  /** Baseline customs value, before duty, in any one currency. */
  readonly customsValue: NumberColumn;
  /** Baseline duties in the same currency; give these or `rateBefore`, not both. */
  readonly dutiesBefore?: NumberColumn;
  /** Baseline duty rates as fractions; give these or `dutiesBefore`, not both. */
  readonly rateBefore?: NumberColumn;
  /** Scenario duty rates as fractions: 0.25 is 25 %. */
  readonly rateAfter: NumberColumn;
}

/**
 * What consumers spend on the domestic variety of a product; products that are not listed have none.
 *
 * @category Partial equilibrium
 */
export interface DomesticVarieties {
  readonly product: readonly string[];
  /** Baseline spending on the domestic variety, in the currency of the flows. */
  readonly expenditure: NumberColumn;
}

/**
 * One value for all products, or one by product: an object with every product as a key.
 *
 * @category Partial equilibrium
 */
export type PerProduct<T> = T | Readonly<Record<string, T>>;

/**
 * The elasticities of the one-importer model. None has a default.
 *
 * @category Partial equilibrium
 */
export interface MarketAssumptions {
  /** Between the origins of one product, sigma > 0; 1 is Cobb-Douglas. */
  readonly substitutionElasticity: PerProduct<number>;
  /** Of the composite of a product, epsilon < 0. */
  readonly importDemandElasticity: PerProduct<number>;
  /** Of each origin, eta > 0 or "infinite": one value, one by product, or a list with one for each row. */
  readonly exportSupplyElasticity: PerProduct<SupplyElasticity> | readonly SupplyElasticity[];
  /** Of the domestic varieties; wanted exactly where `domestic` is given. */
  readonly domesticSupplyElasticity?: PerProduct<SupplyElasticity>;
}

/**
 * What {@link solveMarkets} takes.
 *
 * @category Partial equilibrium
 */
export interface SolveMarketsOptions {
  readonly flows: MarketFlows;
  readonly domestic?: DomesticVarieties;
  readonly assumptions: MarketAssumptions;
}
