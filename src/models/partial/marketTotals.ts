/**
 * Money results of a product, or of all products: in the currency of the baseline, per period of the baseline. A change
 * is above 0 for a rise, a surplus for a gain.
 *
 * @category Partial equilibrium
 */
export interface MarketTotals {
  /** Baseline spending at tariff-inclusive prices, the domestic variety included. */
  readonly expenditureBefore: number;
  /** The same in the scenario. */
  readonly expenditureAfter: number;
  /** Baseline customs value, before duty. */
  readonly customsValueBefore: number;
  /** Customs value in the scenario, at the producer prices of the scenario. */
  readonly customsValueAfter: number;
  /** Baseline duties; a subsidy is below 0. */
  readonly dutiesBefore: number;
  /** Duties in the scenario, on the customs value of the scenario. */
  readonly dutiesAfter: number;
  /** Change of the quantities imported, at baseline producer prices, through the composite. */
  readonly tradeCreation: number;
  /** Change of the quantities imported, at baseline producer prices, through substitution. */
  readonly tradeDiversion: number;
  /** Change of the customs value because producer prices moved; below 0 where exporters cut them. */
  readonly priceEffect: number;
  /** Gain of the buyers, the area under the demand curve; below 0 where prices rise. */
  readonly consumerSurplusChange: number;
  /** Duties after less duties before. */
  readonly revenueChange: number;
  /** Gain of the producers of domestic varieties; 0 where there are none or their supply is infinite. */
  readonly domesticSurplusChange: number;
  /** Consumer surplus + revenue + domestic producers, for the importing economy. */
  readonly welfareChange: number;
  /** What the importer saves on the goods it still buys because producer prices fell; below 0 where they rose. */
  readonly termsOfTradeGain: number;
  /** `termsOfTradeGain` - `welfareChange`: what is lost to all; from free trade it is never below 0. */
  readonly efficiencyLoss: number;
  /** Gain of the foreign producers; 0 where supply is infinite. */
  readonly exporterSurplusChange: number;
}
