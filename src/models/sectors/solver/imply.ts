import type { SectorCore } from "./core.js";
import type { SectorSpace } from "./space.js";
import { pricePass, salesPass } from "./tradePass.js";

/**
 * What a state implies by the equations, in `space.implied`: the log wage at which labour asked for is the labour there
 * is, then with links log prices and spending (in the unit of the data) by economy and sector, without links final use
 * by economy. A state that implies itself is a solution.
 *
 * The state holds logarithms relative to the baseline: wages, then prices, then spending by economy and sector; without
 * links wages, then final use by economy.
 */
export function imply(core: SectorCore, space: SectorSpace, state: Float64Array): void {
  implyPrices(core, space, state);
  implySpending(core, space, state);
}

/** Costs and price sums; with links the prices that they imply. */
export function implyPrices(core: SectorCore, space: SectorSpace, state: Float64Array): void {
  const { n, s, links, elasticity } = core;
  const { implied, logCost, appeal, costSum } = space;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < s; k++) {
      const cost = links ? linkedCost(core, state, i, k) : state[i]!;
      logCost[k * n + i] = cost;
      appeal[k * n + i] = Math.exp(-elasticity[k]! * cost);
    }
  }
  pricePass(core, space);
  for (let i = 0; links && i < n; i++) {
    for (let k = 0; k < s; k++) {
      const sum = costSum[k * n + i]!;
      implied[n + i * s + k] = sum > 0 ? -Math.log(sum) / elasticity[k]! : 0;
    }
  }
}

/** Log cost of a sector from the wage and the prices of its inputs. */
function linkedCost(
  { n, s, valueAddedShare, inputShare }: SectorCore,
  state: Float64Array,
  i: number,
  k: number,
): number {
  const row = (i * s + k) * s;
  const from = n + i * s;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let h = 0;
  for (; h + 3 < s; h += 4) {
    a += inputShare[row + h]! * state[from + h]!;
    b += inputShare[row + h + 1]! * state[from + h + 1]!;
    c += inputShare[row + h + 2]! * state[from + h + 2]!;
    d += inputShare[row + h + 3]! * state[from + h + 3]!;
  }
  for (; h < s; h++) a += inputShare[row + h]! * state[from + h]!;
  return valueAddedShare[i * s + k]! * state[i]! + (a + b + (c + d));
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

/** Sales at the spending of the state, and the wages and the spending that they imply. */
function implySpending(core: SectorCore, space: SectorSpace, state: Float64Array): void {
  readSpending(core, space, state);
  implyFrom(core, space, state);
}

/** Sales at the spending in `space.spending`, and the wages and the spending that they imply. */
export function implyFrom(core: SectorCore, space: SectorSpace, state: Float64Array): void {
  const { n, s, links, valueAddedShare, inputShare, consumption, valueAdded, deficit } = core;
  const { implied, sales, revenue, spending } = space;
  salesPass(core, space, spending);
  for (let i = 0; i < n; i++) {
    const income = valueAdded[i]! * Math.exp(state[i]!) + revenue[i]! + deficit[i]!;
    let asked = 0;
    for (let k = 0; k < s; k++) asked += valueAddedShare[i * s + k]! * sales[i * s + k]!;
    implied[i] = Math.log(asked / valueAdded[i]!);
    if (!links) {
      implied[n + i] = income;
      continue;
    }
    const from = n + n * s + i * s;
    for (let k = 0; k < s; k++) implied[from + k] = consumption[i * s + k]! * income;
    let k = 0;
    for (; k + 3 < s; k += 4) {
      const at = i * s + k;
      const [a, b, c, d] = [sales[at]!, sales[at + 1]!, sales[at + 2]!, sales[at + 3]!];
      const r0 = at * s;
      const r1 = r0 + s;
      const r2 = r1 + s;
      const r3 = r2 + s;
      for (let h = 0; h < s; h++)
        implied[from + h]! +=
          inputShare[r0 + h]! * a +
          inputShare[r1 + h]! * b +
          (inputShare[r2 + h]! * c + inputShare[r3 + h]! * d);
    }
    for (; k < s; k++) {
      const sold = sales[i * s + k]!;
      const row = (i * s + k) * s;
      for (let h = 0; h < s; h++) implied[from + h]! += inputShare[row + h]! * sold;
    }
  }
}
