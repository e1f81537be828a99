import type { SectorCore } from "./core.js";
import type { SectorSpace } from "./space.js";
import { netPass, pricePass, salesPass } from "./tradePass.js";

/**
 * What a state implies by the equations, in `space.implied`: the log wage at which labour asked for is the labour there
 * is, then with links the log cost of inputs and spending (in the unit of the data) by economy and sector, without links
 * final use by economy. A state that implies itself is a solution.
 *
 * The state holds logarithms relative to the baseline: wages, then what the inputs of a sector cost (prices weighted by
 * the shares of inputs, which is all that prices do to costs), then spending by economy and sector; without links wages,
 * then final use by economy.
 */
export function imply(core: SectorCore, space: SectorSpace, state: Float64Array): void {
  const { n, s, links, consumption, valueAdded, deficit } = core;
  const { kernels, implied, inputShare, logPrice, sales, revenue, moved } = space;
  implyPrices(core, space, state, state, n);
  netPass(space);
  readSpending(core, space, state);
  implySales(core, space);
  for (let i = 0; i < n; i++) {
    const income = valueAdded[i]! * Math.exp(state[i]!) + revenue[i]! + deficit[i]!;
    if (!links) {
      implied[n + i] = income;
      continue;
    }
    const from = n + n * s + i * s;
    for (let k = 0; k < s; k++) implied[from + k] = consumption[i * s + k]! * income;
  }
  if (!links) return;
  kernels.multiplyBlocksFromRight(inputShare, n, s, logPrice, moved);
  for (let q = 0; q < n * s; q++) implied[n + q] = moved[q]!;
  kernels.multiplyBlocksFromLeft(inputShare, n, s, sales, moved);
  for (let q = 0; q < n * s; q++) implied[n + n * s + q]! += moved[q]!;
}

/** Costs at the wages of the state and, with links, at the cost of inputs from `from` in `inputs`; and the prices implied. */
export function implyPrices(
  core: SectorCore,
  space: SectorSpace,
  state: Float64Array,
  inputs: Float64Array,
  from: number,
): void {
  const { n, s, links, elasticity, valueAddedShare } = core;
  const { logCost, appeal, costSum, logPrice } = space;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < s; k++) {
      const at = i * s + k;
      const cost = links ? valueAddedShare[at]! * state[i]! + inputs[from + at]! : state[i]!;
      logCost[k * n + i] = cost;
      appeal[k * n + i] = Math.exp(-elasticity[k]! * cost);
    }
  }
  pricePass(space);
  for (let i = 0; links && i < n; i++) {
    for (let k = 0; k < s; k++) {
      const sum = costSum[k * n + i]!;
      logPrice[i * s + k] = sum > 0 ? -Math.log(sum) / elasticity[k]! : 0;
    }
  }
}

/** The spending of the state, in `space.spending`. */
export function readSpending(core: SectorCore, space: SectorSpace, state: Float64Array): void {
  const { n, s, links, consumption } = core;
  const { spending } = space;
  if (links) {
    const from = n + n * s;
    for (let q = 0; q < n * s; q++) spending[q] = core.spending[q]! * Math.exp(state[from + q]!);
    return;
  }
  for (let i = 0; i < n; i++) {
    const income = core.income[i]! * Math.exp(state[n + i]!);
    for (let k = 0; k < s; k++) spending[i * s + k] = consumption[i * s + k]! * income;
  }
}

/** Sales and revenue at the spending in `space.spending`, and in `space.implied` the log wages that they imply. */
export function implySales(core: SectorCore, space: SectorSpace): void {
  const { n, s, valueAddedShare, valueAdded } = core;
  const { implied, sales } = space;
  salesPass(space, space.spending);
  for (let i = 0; i < n; i++) {
    let asked = 0;
    for (let q = i * s; q < (i + 1) * s; q++) asked += valueAddedShare[q]! * sales[q]!;
    implied[i] = Math.log(asked / valueAdded[i]!);
  }
}
