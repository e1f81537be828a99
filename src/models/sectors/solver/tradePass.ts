import type { SectorSpace } from "./space.js";

/** The passes over trade that every round is made of. The shares of a sector are a block, a row of it an importer. */

/** Price sums at the costs in `space.appeal`. */
export function pricePass({ n, s, kernels, gross, appeal, costSum }: SectorSpace): void {
  kernels.multiplyBlocksFromRight(gross, s, n, appeal, costSum);
}

/** The share of spending that is not duty, after {@link pricePass}. */
export function netPass({ n, s, kernels, net, appeal, costSum, netShare }: SectorSpace): void {
  kernels.multiplyBlocksFromRight(net, s, n, appeal, netShare);
  for (let at = 0; at < n * s; at++) {
    const sum = costSum[at]!;
    netShare[at] = sum > 0 ? netShare[at]! / sum : 1;
  }
}

/** Sales net of duty and revenue, given spending by economy and sector, after {@link netPass}. */
export function salesPass(space: SectorSpace, spending: Float64Array): void {
  const { n, s, kernels, net, appeal, costSum, netShare, sales, revenue, move, moved } = space;
  revenue.fill(0);
  for (let i = 0; i < n; i++) {
    let duties = 0;
    for (let k = 0; k < s; k++) {
      const at = k * n + i;
      const sum = costSum[at]!;
      const spent = spending[i * s + k]!;
      move[at] = sum > 0 ? spent / sum : 0;
      duties += spent * (1 - netShare[at]!);
    }
    revenue[i] = duties;
  }
  kernels.multiplyBlocksFromLeft(net, s, n, move, moved);
  for (let j = 0; j < n; j++)
    for (let k = 0; k < s; k++) sales[j * s + k] = moved[k * n + j]! * appeal[k * n + j]!;
}
