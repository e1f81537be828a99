import type { Outcome } from "../outcome.js";
import type { PriceChanges } from "./priceResults.js";

/**
 * What {@link consumerPrices} returns.
 *
 * @category Consumer prices
 */
export interface PriceOutcome extends Outcome {
  /** The name of the model. */
  readonly model: "consumer-prices";
  /** All price changes as numbers, in percent and in the currency of the tables. */
  readonly prices: PriceChanges;
  /** How much of the trade and of the duties reached a commodity of the tables. */
  readonly coverage: PriceCoverage;
}

/**
 * How well the codes of a baseline meet the commodities of the tables; shares 0 to 1 of the customs value.
 *
 * @category Consumer prices
 */
export interface PriceCoverage {
  /** The share of imports that belongs to no commodity and carries no tariff here. */
  readonly withoutCommodity: number;
  /** The share of imports under codes coarser than the concordance, divided among commodities by earlier trade. */
  readonly divided: number;
  /** Additional duties in the currency of the baseline, before anything is lost. */
  readonly additionalDuties: number;
  /** The part of them on goods without a commodity, which no price of the result contains. */
  readonly dutiesWithoutCommodity: number;
}
