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
  const { n } = arrays;
  const mean = spendingAt(arrays, shock, space, at);
  const growth = salesAt(arrays, shock, space);
  space.worldGrowth = growth;
  space.passes += 2 * (1 + shock.importer.length / (n * n));
  return gapsAt(arrays, shock, space, at, mean, growth);
}

/** Shares and spending of each importer; returns mean log expenditure. */
function spendingAt(arrays: WorldArrays, shock: Shock, space: Workspace, at: Float64Array): number {
  const { n, tradeElasticity, marketing, expenditure } = arrays;
  const { kernels, cost, wedge, factor, costSum, netShare, spending, netSpending, demand, perCost } = space;
  const { rowStart, importer } = shock;
  for (let j = 0; j < n; j++) factor[j] = Math.exp(-tradeElasticity * at[j]!);
  kernels.multiplyFromLeft(cost, n, n, factor, costSum);
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
  return mean / arrays.totalExpenditure;
}

/** Sales and labour income of each exporter; returns the growth of world income. */
function salesAt(arrays: WorldArrays, shock: Shock, space: Workspace): number {
  const { n, valueAddedShare, marketing } = arrays;
  const { kernels, cost, wedge, factor, netSpending, demand, sales, labourIncome } = space;
  const { rowStart, importer } = shock;
  kernels.multiplyFromRight(cost, n, n, demand, sales);
  let world = 0;
  for (let j = 0; j < n; j++) {
    let duty = 0;
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++) duty += wedge[q]! * demand[importer[q]!]!;
    sales[j] = (sales[j]! - duty) * factor[j]!;
    labourIncome[j] = valueAddedShare * sales[j]! + marketing[j]! * netSpending[j]!;
    world += labourIncome[j]!;
  }
  return world / arrays.totalIncome;
}

/** Wage, employment, price and budget of each economy; returns the largest gap. */
function gapsAt(
  arrays: WorldArrays,
  { relief }: Shock,
  space: Workspace,
  at: Float64Array,
  mean: number,
  growth: number,
): number {
  const { n, tradeElasticity, labourSupplyElasticity, valueAddedShare, scaleElasticity } = arrays;
  const { marketing, exponent, income, closed, wageWeight } = arrays;
  const { gap, costSum, spending, netSpending, sales, labourIncome, revenue, transfer } = space;
  const { logWage, logEmployment, logPrice } = space;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    const m = at[n + i]!;
    const exponentHere = exponent[i]!;
    revenue[i] = spending[i]! - netSpending[i]!;
    // No number where revenue is not below the income it relieves: nor is the gap, then.
    const kept = relief ? Math.log1p(-revenue[i]! / labourIncome[i]!) : 0;
    const logIncome = Math.log(labourIncome[i]! / income[i]!);
    const s = Math.log(costSum[i]!) / tradeElasticity;
    const w = (logIncome + labourSupplyElasticity * (kept + (1 - exponentHere) * m - s)) * wageWeight[i]!;
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
    const budget = (1 - marketing[i]!) * netSpending[i]! - sales[i]! - transfer[i]! * growth;
    gap[i] = first;
    gap[n + i] = closed[i] === 1 ? m : budget / spending[i]! + mean;
    const worst = Math.max(Math.abs(first), Math.abs(gap[n + i]!));
    if (!(worst < Number.MAX_VALUE)) return Number.POSITIVE_INFINITY;
    if (worst > largest) largest = worst;
  }
  return largest;
}
