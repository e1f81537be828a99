import type { Workspace } from "./workspace.js";

/**
 * The preconditioner: what the Jacobian would be if each economy traded only with itself and the world did not grow, at
 * the state that {@link linearise} was called at, inverted as one two-by-two block for each economy. The four entries are
 * lists one after another. It costs O(N).
 */
export function invertBlocks({ n, cost, factorBy, spendingBy, firstBy, secondBy, blocks }: Workspace): void {
  for (let i = 0; i < n; i++) {
    const own = cost[i * n + i]!;
    // What the own cost does to the sum of costs, and own spending to own sales; no duty falls on own trade.
    const costByX = own * factorBy[i]!;
    const salesByM = own * spendingBy[i]!;
    const salesByX = own * spendingBy[n + i]! * costByX;
    const a = entryByX(firstBy, n, i, costByX, salesByX);
    const b = firstBy[n + i]! + firstBy[4 * n + i]! * salesByM;
    const c = entryByX(secondBy, n, i, costByX, salesByX);
    const d = secondBy[n + i]! + secondBy[4 * n + i]! * salesByM;
    const determinant = a * d - b * c;
    const usable = Math.abs(determinant) > 1e-6 * (Math.abs(a * d) + Math.abs(b * c));
    blocks[i] = usable ? d / determinant : 1;
    blocks[n + i] = usable ? -b / determinant : 0;
    blocks[2 * n + i] = usable ? -c / determinant : 0;
    blocks[3 * n + i] = usable ? a / determinant : 1;
  }
}

const entryByX = (by: Float64Array, n: number, i: number, costByX: number, salesByX: number): number =>
  by[i]! + (by[2 * n + i]! + by[3 * n + i]!) * costByX + by[4 * n + i]! * salesByX;
