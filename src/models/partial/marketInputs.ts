import type { SupplyElasticity } from "../../internal/elasticities.js";
import type { NumberColumn } from "../../internal/numericColumns.js";

/**
 * The imports of one economy, one row per product and origin, in columns of equal length. Rates are plain numbers here,
 * as fractions: 0.25 for 25 %; one above 10 is refused, because it was surely meant as percent.
 *
 * @category Partial equilibrium
 */
export interface MarketFlows {
  /** The product of each row; any names or codes. Rows of one product compete with one another. */
  readonly product: readonly string[];
  /** The origin of each row; at most once for a product. */
  readonly origin: readonly string[];
  /** Baseline customs value, before duty, in any one currency; 0 or more. */
  readonly customsValue: NumberColumn;
  /** Baseline duties in the same currency, 0 or more; give these or `rateBefore`, not both. */
  readonly dutiesBefore?: NumberColumn;
  /** Baseline duty rates as fractions, 0.25 for 25 %, above -1 to 10; give these or `dutiesBefore`, not both. */
  readonly rateBefore?: NumberColumn;
  /** Scenario duty rates as fractions, 0.25 for 25 %, above -1 to 10. */
  readonly rateAfter: NumberColumn;
}

/**
 * What consumers spend on the domestic variety of a product; products that are not listed have none.
 *
 * @category Partial equilibrium
 */
export interface DomesticVarieties {
  /** The product of each entry, each once and among those of the flows. */
  readonly product: readonly string[];
  /** Baseline spending on the domestic variety, in the currency of the flows; 0 or more. */
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
  /** Of the domestic varieties, above 0 or "infinite"; wanted exactly where `domestic` is given. */
  readonly domesticSupplyElasticity?: PerProduct<SupplyElasticity>;
}

/**
 * What {@link solveMarkets} takes.
 *
 * @category Partial equilibrium
 */
export interface SolveMarketsOptions {
  /** The imports and their rates before and after; rates are fractions, 0.25 for 25 %. */
  readonly flows: MarketFlows;
  /** What is spent on domestic varieties; leave it out to look at imports alone. */
  readonly domestic?: DomesticVarieties;
  /** The elasticities. */
  readonly assumptions: MarketAssumptions;
}
