import type { SectorCore } from "./core.js";
import type { SectorSpace } from "./space.js";

/**
 * The passes over trade that every round is made of. A row of the share matrix is an importer; four sums run side by
 * side, because each addition would else wait for the one before it.
 */

/** The size of a world, which is all that a pass needs to know of it. */
type Size = Pick<SectorCore, "n" | "s">;

/** Price sums at the costs in `space.appeal`. */
export function pricePass({ n, s }: Size, { gross, appeal, costSum }: SectorSpace): void {
  for (let k = 0; k < s; k++) {
    const at = k * n;
    for (let i = 0; i < n; i++) costSum[at + i] = rowSum(gross, (at + i) * n, appeal, at, n);
  }
}

/** The share of spending that is not duty, after {@link pricePass}. */
export function netPass({ n, s }: Size, { net, appeal, costSum, netShare, dutied }: SectorSpace): void {
  for (let k = 0; k < s; k++) {
    for (let i = 0; i < n; i++) {
      const at = k * n + i;
      const sum = costSum[at]!;
      netShare[at] = sum > 0 && dutied[at] === 1 ? rowSum(net, at * n, appeal, k * n, n) / sum : 1;
    }
  }
}

/** Sales net of duty and revenue, given spending by economy and sector, after {@link netPass}. */
export function salesPass({ n, s }: Size, space: SectorSpace, spending: Float64Array): void {
  const { net, appeal, costSum, netShare, sales, revenue, column } = space;
  revenue.fill(0);
  for (let k = 0; k < s; k++) {
    const at = k * n;
    column.fill(0);
    let i = 0;
    for (; i + 3 < n; i += 4) {
      const r0 = (at + i) * n;
      const r1 = r0 + n;
      const r2 = r1 + n;
      const r3 = r2 + n;
      const a = each(spending[i * s + k]!, costSum[at + i]!);
      const b = each(spending[(i + 1) * s + k]!, costSum[at + i + 1]!);
      const c = each(spending[(i + 2) * s + k]!, costSum[at + i + 2]!);
      const d = each(spending[(i + 3) * s + k]!, costSum[at + i + 3]!);
      for (let j = 0; j < n; j++)
        column[j]! += net[r0 + j]! * a + net[r1 + j]! * b + (net[r2 + j]! * c + net[r3 + j]! * d);
    }
    for (; i < n; i++) {
      const row = (at + i) * n;
      const a = each(spending[i * s + k]!, costSum[at + i]!);
      for (let j = 0; j < n; j++) column[j]! += net[row + j]! * a;
    }
    for (let j = 0; j < n; j++) {
      sales[j * s + k] = column[j]! * appeal[at + j]!;
      revenue[j]! += spending[j * s + k]! * (1 - netShare[at + j]!);
    }
  }
}

const each = (spent: number, sum: number): number => (sum > 0 ? spent / sum : 0);

function rowSum(matrix: Float64Array, row: number, factor: Float64Array, at: number, n: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let j = 0;
  for (; j + 3 < n; j += 4) {
    a += matrix[row + j]! * factor[at + j]!;
    b += matrix[row + j + 1]! * factor[at + j + 1]!;
    c += matrix[row + j + 2]! * factor[at + j + 2]!;
    d += matrix[row + j + 3]! * factor[at + j + 3]!;
  }
  for (; j < n; j++) a += matrix[row + j]! * factor[at + j]!;
  return a + b + (c + d);
}
