import type { Rate } from "../../exact/rate.js";

/**
 * What {@link passThrough} takes.
 *
 * @category Pass-through
 */
export interface PassThroughOptions {
  /** Baseline customs value of the goods, before duty, in any currency, above 0; the quantity stays as it is. */
  readonly customsValue: number;
  /** Baseline rate with its unit: `"2.5%"`. */
  readonly rateBefore: Rate;
  /** Scenario rate with its unit: `"27.5%"`. */
  readonly rateAfter: Rate;
  /** Relative change of the duty-inclusive import price over that of the tariff factor, 0 to 1, in logarithms. */
  readonly borderPassThrough: number;
  /**
   * The same for what consumers pay for the imported content: a share of the landed value, 0 to 1, at most
   * `borderPassThrough`. Give this or `shelfPricePassThrough`.
   */
  readonly retailPassThrough?: number;
  /** Percent change of the shelf price for each percent of tariff, 0 to 1; wants `shelfToLandedValue`. */
  readonly shelfPricePassThrough?: number;
  /** Value on the shelf over landed value, 1 to 100: what turns a share of the shelf price into one of the landed value. */
  readonly shelfToLandedValue?: number;
}

/**
 * Who pays a change in duties. The three amounts add up to `dutiesChange`, the three shares to 1; amounts are in the
 * currency of `customsValue`.
 *
 * @category Pass-through
 */
export interface PassThroughResult {
  /** Duties at the baseline rate; a subsidy is below 0. */
  readonly dutiesBefore: number;
  /** Duties at the scenario rate on the customs value at the new producer price. */
  readonly dutiesAfter: number;
  /** Duties after less duties before. */
  readonly dutiesChange: number;
  /** What foreign exporters bear by a lower price; below 0 is a gain. */
  readonly paidByExporters: number;
  /** What importing firms bear by a smaller margin; below 0 is a gain. */
  readonly paidByImporters: number;
  /** What consumers bear by higher prices in the shops; below 0 is a gain. */
  readonly paidByConsumers: number;
  /** Share of the exporters in the change, 0 to 1. */
  readonly exporterShare: number;
  /** Share of the importing firms in the change, 0 to 1. */
  readonly importerShare: number;
  /** Share of the consumers in the change, 0 to 1. */
  readonly consumerShare: number;
  /** What exporters get for a unit, before duty, as a ratio to the baseline. */
  readonly producerPrice: number;
  /** What importers pay for a unit, with duty, as a ratio to the baseline. */
  readonly tariffInclusivePrice: number;
}
