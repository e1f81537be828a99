/**
 * Money results of a product, or of all products: in the currency of the baseline, per period of the baseline.
 *
 * @category Partial equilibrium
 */
export interface MarketTotals {
  /** Spending at tariff-inclusive prices, the domestic variety included. */
  readonly expenditureBefore: number;
  readonly expenditureAfter: number;
  readonly customsValueBefore: number;
  readonly customsValueAfter: number;
  readonly dutiesBefore: number;
  readonly dutiesAfter: number;
  /** Change of the quantities imported, at baseline producer prices, through the composite. */
  readonly tradeCreation: number;
  /** Change of the quantities imported, at baseline producer prices, through substitution. */
  readonly tradeDiversion: number;
  /** Change of the customs value because producer prices moved. */
  readonly priceEffect: number;
  readonly consumerSurplusChange: number;
  readonly revenueChange: number;
  /** Gain of the producers of domestic varieties; 0 where there are none or their supply is infinite. */
  readonly domesticSurplusChange: number;
  /** Consumer surplus + revenue + domestic producers, for the importing economy. */
  readonly welfareChange: number;
  readonly termsOfTradeGain: number;
  /** `termsOfTradeGain` - `welfareChange`. */
  readonly efficiencyLoss: number;
  /** Gain of the foreign producers; 0 where supply is infinite. */
  readonly exporterSurplusChange: number;
}
