import type { Market } from "./market.js";
import type { MarketFlows } from "./marketInputs.js";
import type { DomesticResult, FlowResult } from "./marketResults.js";
import type { Elasticities } from "./readElasticities.js";
import type { MarketState } from "./solveMarketState.js";

/** The result of every flow, in the order of the rows that were passed. */
export function flowResults(
  flows: MarketFlows,
  market: Market,
  { demand, inverseSupply }: Elasticities,
  { logPrice, logQuantity, logProducerPrice }: MarketState,
): FlowResult[] {
  const { products, starts, rowOf, value, duties, rateBefore, rateAfter, logTariff } = market;
  const results: FlowResult[] = new Array(flows.product.length);
  products.forEach((product, p) => {
    const compositeQuantity = Math.expm1(demand[p]! * logPrice[p]!) + 0;
    for (let r = starts[p]!; r < starts[p + 1]!; r++) {
      const row = rowOf[r]!;
      if (row < 0) continue;
      const before = value[r]!;
      const u = inverseSupply[r]!;
      const logValue = logQuantity[r]! + logProducerPrice[r]!;
      const volume = Math.expm1(logQuantity[r]!) + 0;
      const change = Math.expm1(logValue) + 0;
      const after = before * Math.exp(logValue);
      const priceEffect = before * Math.exp(logQuantity[r]!) * Math.expm1(logProducerPrice[r]!) + 0;
      const rateChange = rateAfter[r]! - rateBefore[r]!;
      results[row] = Object.freeze({
        product,
        origin: flows.origin[row]!,
        rateBefore: rateBefore[r]!,
        rateAfter: rateAfter[r]!,
        quantity: Math.exp(logQuantity[r]!),
        producerPrice: Math.exp(logProducerPrice[r]!),
        tariffInclusivePrice: Math.exp(logProducerPrice[r]! + logTariff[r]!),
        customsValueBefore: before,
        customsValueAfter: after,
        dutiesBefore: duties[r]!,
        dutiesAfter: rateChange === 0 ? duties[r]! * Math.exp(logValue) : rateAfter[r]! * after + 0,
        revenueChange: duties[r]! * change + rateChange * after + 0,
        tradeCreation: before * compositeQuantity + 0,
        tradeDiversion: before * (volume - compositeQuantity) + 0,
        priceEffect,
        exporterSurplusChange: (before * change * u) / (1 + u) + 0,
      });
    }
  });
  return results;
}

/** The result of a product's domestic variety, if it has one. */
export function domesticResult(
  { starts, rowOf, value }: Market,
  { inverseSupply }: Elasticities,
  { logQuantity, logProducerPrice }: MarketState,
  p: number,
): DomesticResult | undefined {
  const r = starts[p + 1]! - 1;
  if (rowOf[r]! >= 0) return undefined;
  const u = inverseSupply[r]!;
  const logValue = logQuantity[r]! + logProducerPrice[r]!;
  return {
    quantity: Math.exp(logQuantity[r]!),
    price: Math.exp(logProducerPrice[r]!),
    expenditureBefore: value[r]!,
    expenditureAfter: value[r]! * Math.exp(logValue),
    producerSurplusChange: (value[r]! * Math.expm1(logValue) * u) / (1 + u) + 0,
  };
}
