import type { SectorCore } from "./core.js";
import type { SectorSpace } from "./space.js";
import { tradePass } from "./tradePass.js";

/**
 * One round of the equations: from wages, prices and spending to the costs, shares, sales and incomes they imply, and
 * back to wages, prices and spending. The state holds logarithms relative to the baseline: wages, then prices, then
 * spending by economy and sector; without links wages, then final use by economy.
 */
export function makeSweep(
  core: SectorCore,
  space: SectorSpace,
): (state: Float64Array, image: Float64Array) => void {
  return core.links ? linked(core, space) : unlinked(core, space);
}

function linked(core: SectorCore, space: SectorSpace) {
  const { n, s, elasticity, valueAddedShare, inputShare, consumption, valueAdded, deficit } = core;
  const { logCost, appeal, costSum, sales, revenue, labour } = space;
  const spending = new Float64Array(n * s);
  const prices = n;
  const spends = n + n * s;
  return (state: Float64Array, image: Float64Array): void => {
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < s; k++) {
        const row = (i * s + k) * s;
        const from = prices + i * s;
        let sum = 0;
        let more = 0;
        let h = 0;
        for (; h + 1 < s; h += 2) {
          sum += inputShare[row + h]! * state[from + h]!;
          more += inputShare[row + h + 1]! * state[from + h + 1]!;
        }
        if (h < s) sum += inputShare[row + h]! * state[from + h]!;
        const cost = valueAddedShare[i * s + k]! * state[i]! + sum + more;
        logCost[k * n + i] = cost;
        appeal[k * n + i] = Math.exp(-elasticity[k]! * cost);
      }
    }
    for (let q = 0; q < n * s; q++) spending[q] = core.spending[q]! * Math.exp(state[spends + q]!);
    tradePass(core, space, spending);
    for (let i = 0; i < n; i++) {
      const income = valueAdded[i]! * Math.exp(state[i]!) + revenue[i]! + deficit[i]!;
      const from = spends + i * s;
      for (let k = 0; k < s; k++) image[from + k] = consumption[i * s + k]! * income;
      let asked = 0;
      for (let k = 0; k < s; k++) {
        const sold = sales[i * s + k]!;
        asked += valueAddedShare[i * s + k]! * sold;
        const row = (i * s + k) * s;
        for (let h = 0; h < s; h++) image[from + h]! += inputShare[row + h]! * sold;
      }
      labour[i] = asked;
      for (let k = 0; k < s; k++) {
        const before = core.spending[i * s + k]!;
        image[from + k] = before > 0 ? Math.log(image[from + k]! / before) : 0;
        const sum = costSum[k * n + i]!;
        image[prices + i * s + k] = sum > 0 ? -Math.log(sum) / elasticity[k]! : 0;
      }
    }
    moveWages(core, labour, state, image);
  };
}

function unlinked(core: SectorCore, space: SectorSpace) {
  const { n, s, elasticity, consumption, valueAdded, deficit } = core;
  const { logCost, appeal, sales, revenue, labour } = space;
  const spending = new Float64Array(n * s);
  return (state: Float64Array, image: Float64Array): void => {
    for (let k = 0; k < s; k++) {
      for (let i = 0; i < n; i++) {
        logCost[k * n + i] = state[i]!;
        appeal[k * n + i] = Math.exp(-elasticity[k]! * state[i]!);
      }
    }
    for (let i = 0; i < n; i++) {
      const income = core.income[i]! * Math.exp(state[n + i]!);
      for (let k = 0; k < s; k++) spending[i * s + k] = consumption[i * s + k]! * income;
    }
    tradePass(core, space, spending);
    for (let i = 0; i < n; i++) {
      const income = valueAdded[i]! * Math.exp(state[i]!) + revenue[i]! + deficit[i]!;
      image[n + i] = Math.log(income / core.income[i]!);
      let asked = 0;
      for (let k = 0; k < s; k++) asked += sales[i * s + k]!;
      labour[i] = asked;
    }
    moveWages(core, labour, state, image);
  };
}

/** Wages rise where more labour is asked for than there is; world value added stays what it was. */
function moveWages(core: SectorCore, labour: Float64Array, state: Float64Array, image: Float64Array): void {
  const { n, valueAdded, wageStep } = core;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const wage = state[i]!;
    image[i] = wage + wageStep[i]! * (Math.log(labour[i]! / valueAdded[i]!) - wage);
    total += valueAdded[i]! * Math.exp(image[i]!);
  }
  const shift = Math.log(total / core.worldValueAdded);
  for (let i = 0; i < n; i++) image[i]! -= shift;
}
