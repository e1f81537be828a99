import { multiplyFromLeft, multiplyFromRight } from "../../../numerics/matrixProducts.js";
import type { WorldArrays } from "../calibration/worldArrays.js";
import type { Shock } from "./Shock.js";
import type { Workspace } from "./workspace.js";

/**
 * The world's equations in 2N unknowns: log unit cost x_j of each exporter and log expenditure m_i. Everything else
 * follows from them without iterating: two passes over trade, then closed formulas for each economy.
 *
 * Writes the 2N gaps (cost implied minus cost assumed, budget over expenditure) and returns the largest, or Infinity
 * where the equations have no value (revenue above the income it should relieve).
 */
export function evaluateGaps(arrays: WorldArrays, shock: Shock, space: Workspace, at: Float64Array): number {
  const { n, tradeElasticity, labourSupplyElasticity, valueAddedShare, scaleElasticity } = arrays;
  const { marketing, exponent, expenditure, income, closed, wageWeight } = arrays;
  const { cost, wedge, gap, factor, costSum, netShare, spending, netSpending, demand, sales } = space;
  const { labourIncome, revenue, logWage, logEmployment, logPrice } = space;
  const { perCost, perIncome, perSpending, paidShare, budget } = space;
  const { rowStart, importer, relief } = shock;
  const { transfer } = space;

  for (let j = 0; j < n; j++) factor[j] = Math.exp(-tradeElasticity * at[j]!);
  multiplyFromLeft(cost, n, n, factor, costSum);
  netShare.set(costSum);
  for (let j = 0; j < n; j++)
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++) netShare[importer[q]!]! -= wedge[q]! * factor[j]!;
  let mean = 0;
  for (let i = 0; i < n; i++) {
    const m = at[n + i]!;
    const per = 1 / costSum[i]!;
    perCost[i] = per;
    netShare[i]! *= per;
    spending[i] = expenditure[i]! * Math.exp(m);
    netSpending[i] = netShare[i]! * spending[i]!;
    demand[i] = (1 - marketing[i]!) * spending[i]! * per;
    mean += expenditure[i]! * m;
  }
  mean /= arrays.totalExpenditure;
  multiplyFromRight(cost, n, n, demand, sales);
  let world = 0;
  for (let j = 0; j < n; j++) {
    let duty = 0;
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++) duty += wedge[q]! * demand[importer[q]!]!;
    sales[j] = (sales[j]! - duty) * factor[j]!;
    labourIncome[j] = valueAddedShare * sales[j]! + marketing[j]! * netSpending[j]!;
    world += labourIncome[j]!;
  }
  const growth = world / arrays.totalIncome;
  space.worldGrowth = growth;
  space.passes += 2 * (1 + importer.length / (n * n));

  let largest = 0;
  for (let i = 0; i < n; i++) {
    const m = at[n + i]!;
    const exponentHere = exponent[i]!;
    revenue[i] = spending[i]! - netSpending[i]!;
    const perEarned = 1 / labourIncome[i]!;
    const paid = relief ? revenue[i]! * perEarned : 0;
    perIncome[i] = perEarned;
    perSpending[i] = 1 / spending[i]!;
    paidShare[i] = paid;
    if (!(paid < 1)) return Number.POSITIVE_INFINITY;
    const logIncome = Math.log(labourIncome[i]! / income[i]!);
    const s = Math.log(costSum[i]!) / tradeElasticity;
    const w =
      (logIncome +
        labourSupplyElasticity * ((paid === 0 ? 0 : Math.log1p(-paid)) + (1 - exponentHere) * m - s)) *
      wageWeight[i]!;
    const l = logIncome - w;
    const p = (1 - exponentHere) * (m - w) - s;
    logWage[i] = w;
    logEmployment[i] = l;
    logPrice[i] = p;
    const first =
      at[i]! -
      (valueAddedShare * w +
        (1 - valueAddedShare) * p -
        scaleElasticity * ((1 - valueAddedShare) * (w - p) + l));
    budget[i] = (1 - marketing[i]!) * netSpending[i]! - sales[i]! - transfer[i]! * growth;
    gap[i] = first;
    gap[n + i] = closed[i] === 1 ? m : budget[i]! * perSpending[i]! + mean;
    const worst = Math.max(Math.abs(first), Math.abs(gap[n + i]!));
    if (!(worst < Number.MAX_VALUE)) return Number.POSITIVE_INFINITY;
    if (worst > largest) largest = worst;
  }
  return largest;
}
