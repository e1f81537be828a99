import { TariffError } from "../../internal/TariffError.js";
import type { MarketTotals } from "./marketTotals.js";

/** Adds up the money results of products, and refuses a sum that is not finite. */
export function addTotals(parts: readonly MarketTotals[]): MarketTotals {
  const sum = {
    expenditureBefore: 0,
    expenditureAfter: 0,
    customsValueBefore: 0,
    customsValueAfter: 0,
    dutiesBefore: 0,
    dutiesAfter: 0,
    tradeCreation: 0,
    tradeDiversion: 0,
    priceEffect: 0,
    consumerSurplusChange: 0,
    revenueChange: 0,
    domesticSurplusChange: 0,
    welfareChange: 0,
    termsOfTradeGain: 0,
    efficiencyLoss: 0,
    exporterSurplusChange: 0,
  };
  // By name: a loop over the keys takes longer than solving the markets that are added up.
  for (const part of parts) {
    sum.expenditureBefore += part.expenditureBefore;
    sum.expenditureAfter += part.expenditureAfter;
    sum.customsValueBefore += part.customsValueBefore;
    sum.customsValueAfter += part.customsValueAfter;
    sum.dutiesBefore += part.dutiesBefore;
    sum.dutiesAfter += part.dutiesAfter;
    sum.tradeCreation += part.tradeCreation;
    sum.tradeDiversion += part.tradeDiversion;
    sum.priceEffect += part.priceEffect;
    sum.consumerSurplusChange += part.consumerSurplusChange;
    sum.revenueChange += part.revenueChange;
    sum.domesticSurplusChange += part.domesticSurplusChange;
    sum.welfareChange += part.welfareChange;
    sum.termsOfTradeGain += part.termsOfTradeGain;
    sum.efficiencyLoss += part.efficiencyLoss;
    sum.exporterSurplusChange += part.exporterSurplusChange;
  }
  for (const key of Object.keys(sum) as (keyof typeof sum)[]) {
    if (Number.isFinite(sum[key])) continue;
    throw new TariffError({
      code: "not-finite",
      path: `totals.${key}`,
      received: sum[key],
      advice: "The result is too large for float64; pass smaller values, rates or elasticities.",
    });
  }
  return sum;
}
