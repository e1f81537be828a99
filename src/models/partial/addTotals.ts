import { TariffError } from "../../internal/TariffError.js";
import { addProduct } from "./addProduct.js";
import type { Market } from "./market.js";
import type { MarketTotals } from "./marketTotals.js";
import type { Elasticities } from "./readElasticities.js";
import type { MarketState } from "./solveMarketState.js";

/** The money results in the order in which {@link addProduct} adds them up. */
const totalNames = [
  "expenditureBefore",
  "expenditureAfter",
  "customsValueBefore",
  "customsValueAfter",
  "dutiesBefore",
  "dutiesAfter",
  "tradeCreation",
  "tradeDiversion",
  "priceEffect",
  "consumerSurplusChange",
  "revenueChange",
  "domesticSurplusChange",
  "welfareChange",
  "termsOfTradeGain",
  "efficiencyLoss",
  "exporterSurplusChange",
] as const satisfies readonly (keyof MarketTotals)[];

/** The money results of the products from one to before another, and refuses a sum that is not finite. */
export function addTotals(
  market: Market,
  elasticities: Elasticities,
  state: MarketState,
  from = 0,
  to = market.products.length,
): MarketTotals {
  const sums = new Float64Array(totalNames.length);
  for (let p = from; p < to; p++) addProduct(sums, market, elasticities, state, p);
  totalNames.forEach((name, at) => {
    if (Number.isFinite(sums[at])) return;
    throw new TariffError({
      code: "not-finite",
      path: `totals.${name}`,
      received: sums[at],
      advice: "The result is too large for float64; pass smaller values, rates or elasticities.",
    });
  });
  return {
    expenditureBefore: sums[0]!,
    expenditureAfter: sums[1]!,
    customsValueBefore: sums[2]!,
    customsValueAfter: sums[3]!,
    dutiesBefore: sums[4]!,
    dutiesAfter: sums[5]!,
    tradeCreation: sums[6]!,
    tradeDiversion: sums[7]!,
    priceEffect: sums[8]!,
    consumerSurplusChange: sums[9]!,
    revenueChange: sums[10]!,
    domesticSurplusChange: sums[11]!,
    welfareChange: sums[12]!,
    termsOfTradeGain: sums[13]!,
    efficiencyLoss: sums[14]!,
    exporterSurplusChange: sums[15]!,
  };
}
