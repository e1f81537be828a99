import type { WorldArrays } from "../calibration/worldArrays.js";
import type { Shock } from "./Shock.js";
import type { Workspace } from "./workspace.js";

/**
 * First part of the preconditioner: what the Jacobian would be if each economy traded only with itself, at the state last evaluated,
 * inverted as one two-by-two block for each economy. It costs O(N).
 */
export function invertBlocks(arrays: WorldArrays, shock: Shock, space: Workspace): void {
  const { n, tradeElasticity, labourSupplyElasticity, valueAddedShare, scaleElasticity } = arrays;
  const { blocks } = space;
  for (let i = 0; i < n; i++) {
    const own = (space.cost[i * n + i]! * space.factor[i]!) / space.costSum[i]!;
    const exponentHere = arrays.exponent[i]!;
    const marketingHere = arrays.marketing[i]!;
    const spending = space.spending[i]!;
    const net = space.netShare[i]!;
    const sales = space.sales[i]!;
    const earned = space.labourIncome[i]!;
    const paid = shock.relief ? space.revenue[i]! / earned : 0;
    const budget = (1 - marketingHere) * net * spending - sales - space.transfer[i]! * space.worldGrowth;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let column = 0; column < 2; column++) {
      const dx = 1 - column;
      const dm = column;
      const ds = -tradeElasticity * own * dx;
      const dNet = ds - net * ds;
      const dM = net * spending * dm + dNet * spending;
      const dSales = -tradeElasticity * sales * dx + (1 - marketingHere) * own * spending * (dm - ds);
      const dLogIncome = (valueAddedShare * dSales + marketingHere * dM) / earned;
      const dRevenue = (spending - net * spending) * dm - dNet * spending;
      const relieved = shock.relief ? (paid * dLogIncome - dRevenue / earned) / (1 - paid) : 0;
      const dw =
        (dLogIncome + labourSupplyElasticity * (relieved + (1 - exponentHere) * dm - ds / tradeElasticity)) /
        (1 + labourSupplyElasticity * (2 - exponentHere));
      const dl = dLogIncome - dw;
      const dp = (1 - exponentHere) * (dm - dw) - ds / tradeElasticity;
      const first =
        dx -
        (valueAddedShare * dw +
          (1 - valueAddedShare) * dp -
          scaleElasticity * ((1 - valueAddedShare) * (dw - dp) + dl));
      const second =
        arrays.closed[i] === 1 ? dm : ((1 - marketingHere) * dM - dSales - budget * dm) / spending;
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
