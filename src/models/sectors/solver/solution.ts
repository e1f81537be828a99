import type { SectorCore } from "./core.js";
import { spendingAt } from "./residual.js";
import type { SectorSpace } from "./space.js";

/** A solution copied out of the scratch memory, which the next solve overwrites. */
export interface Solution {
  /** Log wage by economy. */
  readonly logWage: Float64Array;
  /** Log cost and log price: economy, sector. */
  readonly logCost: Float64Array;
  readonly logPrice: Float64Array;
  readonly sales: Float64Array;
  readonly spending: Float64Array;
  readonly netShare: Float64Array;
  readonly revenue: Float64Array;
  /** Customs value: sector, importer, exporter. */
  readonly trade: Float64Array;
}

/** Copies the last solution. */
export function copySolution(core: SectorCore, space: SectorSpace): Solution {
  const { n, s, elasticity } = core;
  const list = () => new Float64Array(n * s);
  const solution: Solution = {
    logWage: space.point.state.slice(0, n),
    logCost: list(),
    logPrice: list(),
    sales: Float64Array.from(space.sales),
    spending: list(),
    netShare: list(),
    revenue: Float64Array.from(space.revenue),
    trade: new Float64Array(n * n * s),
  };
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < s; k++) {
      const at = i * s + k;
      const row = k * n + i;
      const sum = space.costSum[row]!;
      solution.logCost[at] = space.logCost[row]!;
      solution.logPrice[at] = sum > 0 ? -Math.log(sum) / elasticity[k]! : 0;
      solution.netShare[at] = space.netShare[row]!;
      const spent = spendingAt(core, space, i, k);
      solution.spending[at] = spent;
      const each = sum > 0 ? spent / sum : 0;
      for (let j = 0; j < n; j++)
        solution.trade[row * n + j] = space.net[row * n + j]! * space.appeal[k * n + j]! * each;
    }
  }
  return solution;
}

/** Log of the consumer price index of an economy. */
export function logConsumerPrices(
  { s, consumption }: SectorCore,
  logPrice: Float64Array,
  economy: number,
): number {
  let sum = 0;
  for (let k = 0; k < s; k++) sum += consumption[economy * s + k]! * logPrice[economy * s + k]!;
  return sum;
}
