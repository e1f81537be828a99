export type { Concordance, ConcordanceSplit } from "../../goods/concordance/commodities.js";
export type {
  ConsumptionLine,
  HouseholdTable,
  Named,
  PriceTables,
  Purchase,
  TableTolerance,
} from "../../trade/tables/priceTables.js";
export { consumerPrices } from "./consumerPrices.js";
export { definePriceTables } from "./definePriceTables.js";
export type { PricesEvaluatorOptions } from "./evaluatorInputs.js";
export { explainPrice, type PriceExplanation, type PricePart } from "./explainPrice.js";
export type {
  DomesticFollowers,
  PassThroughByStage,
  PriceAssumptions,
  PricePath,
  PriceSubstitution,
} from "./priceAssumptions.js";
export { priceChanges } from "./priceChanges.js";
export type { PriceCoverage, PriceOutcome } from "./priceOutcome.js";
export type { CommodityPrice, ConsumptionPrice, HouseholdCost, PriceChanges } from "./priceResults.js";
export { pricesEvaluator } from "./pricesEvaluator.js";
export { type CommodityTotalsOptions, totalsByCommodity } from "./totalsByCommodity.js";
