import { TariffError } from "../../internal/TariffError.js";
import type { Market } from "./market.js";

/** The solution for one product. */
export interface CompositeSolution {
  /** ln of the composite price, as a ratio to the baseline. */
  readonly logPrice: number;
  readonly iterations: number;
}

const unchanged: CompositeSolution = { logPrice: 0, iterations: 0 };
const mostIterations = 200;

/**
 * Solves one product for L, the logarithm of its composite price. Given L, each origin's tariff-inclusive price
 * relative to the composite is x_j = ((epsilon u_j - 1) L + tau_j) / (1 + sigma u_j), u_j = 1 / eta_j, and the price
 * index asks for H(L) = ln(sum s_j exp((1 - sigma) x_j)) / (1 - sigma) = 0. H falls strictly in L, and its root lies
 * between the smallest and the largest root of the x_j, so that Newton's method inside that bracket, with bisection
 * where a step would leave it, cannot miss. With one eta for all origins H is linear and its root is written down.
 */
export function solveComposite(
  market: Market,
  product: number,
  sigma: number,
  epsilon: number,
  inverseSupply: Float64Array,
): CompositeSolution {
  const { starts, logTariff, share } = market;
  const from = starts[product]!;
  const to = starts[product + 1]!;
  const direct = solveAlike(market, from, to, sigma, epsilon, inverseSupply);
  if (direct !== undefined) return direct === 0 ? unchanged : { logPrice: direct, iterations: 1 };
  let low = Infinity;
  let high = -Infinity;
  let logPrice = 0;
  for (let r = from; r < to; r++) {
    if (share[r] === 0) continue;
    const root = logTariff[r]! / (1 - epsilon * inverseSupply[r]!);
    if (root < low) low = root;
    if (root > high) high = root;
    logPrice += share[r]! * root;
  }
  if (low === 0 && high === 0) return unchanged;
  const tolerance = 1e-300 + 4 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high));
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    const { value, slope } = evaluate(market, from, to, logPrice, sigma, epsilon, inverseSupply);
    if (value === 0) return { logPrice, iterations };
    if (value > 0) low = logPrice;
    else high = logPrice;
    const step = -value / slope;
    let next = logPrice + step;
    if (Math.abs(step) <= tolerance) return { logPrice: next, iterations };
    if (!(next > low && next < high)) next = low + (high - low) / 2;
    if (high - low <= tolerance) return { logPrice: next, iterations };
    logPrice = next;
  }
  throw new TariffError({
    code: "not-converged",
    path: market.products[product]!,
    received: logPrice,
    advice: "The composite price was not found; check for elasticities of extreme size.",
  });
}

/**
 * L where all origins have one eta: ln(sum s_j exp((1 - sigma) tau_j / (1 + sigma u))) over
 * (1 - sigma) (1 - epsilon u) / (1 + sigma u). Undefined where they have not, or where nearly all weight cancels.
 */
function solveAlike(
  { logTariff, share }: Market,
  from: number,
  to: number,
  sigma: number,
  epsilon: number,
  inverseSupply: Float64Array,
): number | undefined {
  const u = inverseSupply[from]!;
  const damping = 1 / (1 + sigma * u);
  const power = (1 - sigma) * damping;
  let excess = 0;
  for (let r = from; r < to; r++) {
    if (inverseSupply[r] !== u) return undefined;
    const s = share[r]!;
    // Most rows of most products meet no shock.
    if (s === 0 || logTariff[r] === 0) continue;
    excess += s * (power === 0 ? logTariff[r]! : Math.expm1(power * logTariff[r]!));
  }
  if (power === 0) return excess / (1 - epsilon * u);
  if (!(excess > -0.9 && excess < Infinity)) return undefined;
  return Math.log1p(excess) / (power * (1 - epsilon * u));
}

/** H and its slope; far from 0, where nearly all weight cancels or too much comes, from the sum itself, scaled by its largest term. */
function evaluate(
  { logTariff, share }: Market,
  from: number,
  to: number,
  logPrice: number,
  sigma: number,
  epsilon: number,
  inverseSupply: Float64Array,
): { value: number; slope: number } {
  const power = 1 - sigma;
  let excess = 0;
  let weight = 0;
  let slope = 0;
  let largest = -Infinity;
  for (let r = from; r < to; r++) {
    const s = share[r]!;
    if (s === 0) continue;
    const u = inverseSupply[r]!;
    const damping = 1 / (1 + sigma * u);
    const fall = (epsilon * u - 1) * damping;
    const x = fall * logPrice + logTariff[r]! * damping;
    if (power === 0) {
      excess += s * x;
      weight += s;
      slope += s * fall;
      continue;
    }
    const exponent = power * x;
    if (exponent > largest) largest = exponent;
    const change = Math.expm1(exponent);
    excess += s * change;
    weight += s + s * change;
    slope += (s + s * change) * fall;
  }
  if (power === 0) return { value: excess, slope: slope / weight };
  // Far above, the slope is beyond float64 before the sum is, and a step of 0 would pass for the last one.
  if (excess > -0.9 && excess < 1e3) return { value: Math.log1p(excess) / power, slope: slope / weight };
  weight = 0;
  slope = 0;
  for (let r = from; r < to; r++) {
    const s = share[r]!;
    if (s === 0) continue;
    const u = inverseSupply[r]!;
    const damping = 1 / (1 + sigma * u);
    const fall = (epsilon * u - 1) * damping;
    const term = s * Math.exp(power * (fall * logPrice + logTariff[r]! * damping) - largest);
    weight += term;
    slope += term * fall;
  }
  return { value: (largest + Math.log(weight)) / power, slope: slope / weight };
}
