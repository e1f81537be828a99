import { TariffError } from "../../internal/TariffError.js";
import type { Market } from "./market.js";
import type { Elasticities } from "./readElasticities.js";
import { solveComposite } from "./solveComposite.js";

/** The solved logarithms of a market; a workspace that one caller may use again and again. */
export interface MarketState {
  /** ln of the composite price by product. */
  readonly logPrice: Float64Array;
  /** ln of the quantity by row. */
  readonly logQuantity: Float64Array;
  /** ln of the producer price by row. */
  readonly logProducerPrice: Float64Array;
  iterations: number;
  residual: number;
}

/** An empty state for a market. */
export function createState(market: Market): MarketState {
  return {
    logPrice: new Float64Array(market.products.length),
    logQuantity: new Float64Array(market.rowOf.length),
    logProducerPrice: new Float64Array(market.rowOf.length),
    iterations: 0,
    residual: 0,
  };
}

/** Solves every product into the state and refuses an answer that leaves a residual. */
export function solveMarketState(market: Market, elasticities: Elasticities, state: MarketState): void {
  const { starts, logTariff, products } = market;
  const { substitution, demand, inverseSupply } = elasticities;
  state.iterations = 0;
  state.residual = 0;
  for (let p = 0; p < products.length; p++) {
    const sigma = substitution[p]!;
    const epsilon = demand[p]!;
    const { logPrice, iterations } = solveComposite(market, p, sigma, epsilon, inverseSupply);
    state.logPrice[p] = logPrice;
    if (iterations > state.iterations) state.iterations = iterations;
    for (let r = starts[p]!; r < starts[p + 1]!; r++) {
      const u = inverseSupply[r]!;
      const logQuantity = ((epsilon + sigma) * logPrice - sigma * logTariff[r]!) / (1 + sigma * u);
      state.logQuantity[r] = logQuantity;
      state.logProducerPrice[r] = u * logQuantity;
    }
    if (iterations === 0) continue;
    const residual = largestResidual(market, elasticities, state, p);
    if (residual <= 1e-10) {
      state.residual = Math.max(state.residual, residual);
      continue;
    }
    throw new TariffError({
      code: "not-converged",
      path: products[p]!,
      received: residual,
      advice: "The equations of this product are not met; check for elasticities or rates of extreme size.",
    });
  }
}

/**
 * The largest deviation over the price index and every demand equation of a product, in logarithms. Those of supply have
 * none: each producer price is written down from the quantity.
 */
function largestResidual(
  { starts, logTariff, share }: Market,
  { substitution, demand }: Elasticities,
  { logPrice, logQuantity, logProducerPrice }: MarketState,
  p: number,
): number {
  const sigma = substitution[p]!;
  const logComposite = logPrice[p]!;
  const logTotal = demand[p]! * logComposite;
  const power = 1 - sigma;
  let excess = 0;
  let worst = 0;
  for (let r = starts[p]!; r < starts[p + 1]!; r++) {
    const relative = logProducerPrice[r]! + logTariff[r]! - logComposite;
    if (share[r] !== 0) excess += share[r]! * (power === 0 ? relative : Math.expm1(power * relative));
    const demanded = Math.abs(logQuantity[r]! - logTotal + sigma * relative) / Math.max(1, sigma);
    // Math.max hands on NaN, so that an equation without a value cannot pass for one that holds.
    worst = Math.max(worst, demanded);
  }
  const priceIndex = Math.abs(power === 0 ? excess : Math.log1p(excess) / power);
  return Math.max(priceIndex, worst);
}
