import type { WorldCore } from "./core.js";
import type { Shock } from "./Shock.js";
import type { Workspace } from "./workspace.js";

/**
 * First part of the preconditioner: what the Jacobian would be if each economy traded only with itself, at the state last evaluated,
 * inverted as one two-by-two block for each economy. It costs O(N).
 */
export function invertBlocks(core: WorldCore, shock: Shock, space: Workspace): void {
  const { n, tradeElasticity: ε, labourSupplyElasticity: κ, valueAddedShare: β, scaleElasticity: ψ } = core;
  const { blocks } = space;
  for (let i = 0; i < n; i++) {
    const own = (space.cost[i * n + i]! * space.factor[i]!) / space.costSum[i]!;
    const φ = core.exponent[i]!;
    const ν = core.marketing[i]!;
    const spending = space.spending[i]!;
    const net = space.netShare[i]!;
    const sales = space.sales[i]!;
    const earned = space.labourIncome[i]!;
    const paid = shock.relief ? space.revenue[i]! / earned : 0;
    const budget = (1 - ν) * net * spending - sales - shock.transfer[i]! * space.worldGrowth;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let column = 0; column < 2; column++) {
      const dx = 1 - column;
      const dm = column;
      const ds = -ε * own * dx;
      const dNet = ds - net * ds;
      const dM = net * spending * dm + dNet * spending;
      const dSales = -ε * sales * dx + (1 - ν) * own * spending * (dm - ds);
      const dLogIncome = (β * dSales + ν * dM) / earned;
      const dRevenue = (spending - net * spending) * dm - dNet * spending;
      const relieved = shock.relief ? (paid * dLogIncome - dRevenue / earned) / (1 - paid) : 0;
      const dw = (dLogIncome + κ * (relieved + (1 - φ) * dm - ds / ε)) / (1 + κ * (2 - φ));
      const dl = dLogIncome - dw;
      const dp = (1 - φ) * (dm - dw) - ds / ε;
      const first = dx - (β * dw + (1 - β) * dp - ψ * ((1 - β) * (dw - dp) + dl));
      const second = core.closed[i] === 1 ? dm : ((1 - ν) * dM - dSales - budget * dm) / spending;
      if (column === 0) {
        a = first;
        c = second;
      } else {
        b = first;
        d = second;
      }
    }
    const determinant = a * d - b * c;
    const usable = Math.abs(determinant) > 1e-6 * (Math.abs(a * d) + Math.abs(b * c));
    blocks[4 * i] = usable ? d / determinant : 1;
    blocks[4 * i + 1] = usable ? -b / determinant : 0;
    blocks[4 * i + 2] = usable ? -c / determinant : 0;
    blocks[4 * i + 3] = usable ? a / determinant : 1;
  }
}
