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
  const keys = Object.keys(sum) as (keyof typeof sum)[];
  for (const part of parts) for (const key of keys) sum[key] += part[key];
  for (const key of keys) {
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
