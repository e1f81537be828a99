import type { SectorCore } from "./core.js";
import type { SectorSpace } from "./space.js";

/**
 * One pass over trade at the costs in `space.appeal`: price sums, the share of spending net of duty, and, given spending by
 * economy and sector, sales and duties. Each row of the share matrix is read once while it is near.
 */
export function tradePass(core: SectorCore, space: SectorSpace, spending: Float64Array): void {
  const { n, s } = core;
  const { gross, net, appeal, costSum, netShare, sales, revenue, column } = space;
  revenue.fill(0);
  for (let k = 0; k < s; k++) {
    const at = k * n;
    column.fill(0);
    for (let i = 0; i < n; i++) {
      const row = (at + i) * n;
      let sum = 0;
      let sum2 = 0;
      let rest = 0;
      let rest2 = 0;
      let j = 0;
      for (; j + 1 < n; j += 2) {
        const a = appeal[at + j]!;
        const b = appeal[at + j + 1]!;
        sum += gross[row + j]! * a;
        sum2 += gross[row + j + 1]! * b;
        rest += net[row + j]! * a;
        rest2 += net[row + j + 1]! * b;
      }
      if (j < n) {
        sum += gross[row + j]! * appeal[at + j]!;
        rest += net[row + j]! * appeal[at + j]!;
      }
      sum += sum2;
      rest += rest2;
      costSum[at + i] = sum;
      const kept = sum > 0 ? rest / sum : 1;
      netShare[at + i] = kept;
      const spent = spending[i * s + k]!;
      if (!(spent > 0) || !(sum > 0)) continue;
      revenue[i]! += spent * (1 - kept);
      const each = spent / sum;
      for (j = 0; j < n; j++) column[j]! += net[row + j]! * each;
    }
    for (let j = 0; j < n; j++) sales[j * s + k] = column[j]! * appeal[at + j]!;
  }
}
