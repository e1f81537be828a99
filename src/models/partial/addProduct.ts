import { integralOfExponential } from "../../numerics/integralOfExponential.js";
import type { Market } from "./market.js";
import type { Elasticities } from "./readElasticities.js";
import type { MarketState } from "./solveMarketState.js";

/**
 * Adds the money results of one product to sums in the order of `totalNames`: numbers in a typed array, because thousands
 * of draws add up hundreds of products each. Every change is computed as a change, so that no shock gives exactly 0.
 */
export function addProduct(
  sums: Float64Array,
  market: Market,
  { demand, inverseSupply }: Elasticities,
  { logPrice, logQuantity, logProducerPrice }: MarketState,
  p: number,
): void {
  const { starts, rowOf, value, duties, rateBefore, rateAfter, expenditure } = market;
  const epsilon = demand[p]!;
  const spending = expenditure[p]!;
  const composite = Math.expm1(epsilon * logPrice[p]!) + 0;
  let customsValueBefore = 0;
  let customsValueChange = 0;
  let dutiesBefore = 0;
  let revenueChange = 0;
  let volumeChange = 0;
  let priceEffect = 0;
  let exporterSurplusChange = 0;
  let domesticSurplusChange = 0;
  for (let r = starts[p]!; r < starts[p + 1]!; r++) {
    const before = value[r]!;
    const u = inverseSupply[r]!;
    const quantity = Math.expm1(logQuantity[r]!);
    const price = u === 0 ? 0 : Math.expm1(logProducerPrice[r]!);
    const revaluation = price + price * quantity;
    const change = quantity + revaluation;
    const surplus = u === 0 ? 0 : (before * change * u) / (1 + u);
    if (rowOf[r] === -1) {
      domesticSurplusChange += surplus;
      continue;
    }
    customsValueBefore += before;
    customsValueChange += before * change;
    dutiesBefore += duties[r]!;
    revenueChange += duties[r]! * change + (rateAfter[r]! - rateBefore[r]!) * (before + before * change);
    volumeChange += before * quantity;
    priceEffect += before * revaluation;
    exporterSurplusChange += surplus;
  }
  const tradeCreation = customsValueBefore * composite + 0;
  const consumerSurplusChange = -spending * integralOfExponential(1 + epsilon, logPrice[p]!) + 0;
  const welfareChange = consumerSurplusChange + revenueChange + domesticSurplusChange;
  const termsOfTradeGain = 0 - priceEffect;
  const tradeDiversion = volumeChange - tradeCreation;
  const expenditureAfter = spending + spending * Math.expm1((1 + epsilon) * logPrice[p]!);
  sums[0]! += spending;
  sums[1]! += expenditureAfter;
  sums[2]! += customsValueBefore;
  sums[3]! += customsValueBefore + customsValueChange;
  sums[4]! += dutiesBefore;
  sums[5]! += dutiesBefore + revenueChange;
  sums[6]! += tradeCreation;
  sums[7]! += tradeDiversion;
  sums[8]! += priceEffect;
  sums[9]! += consumerSurplusChange;
  sums[10]! += revenueChange;
  sums[11]! += domesticSurplusChange;
  sums[12]! += welfareChange;
  sums[13]! += termsOfTradeGain;
  sums[14]! += termsOfTradeGain - welfareChange;
  sums[15]! += exporterSurplusChange;
}
