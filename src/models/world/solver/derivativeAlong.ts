import type { WorldArrays } from "../calibration/worldArrays.js";
import type { Shock } from "./Shock.js";
import type { Workspace } from "./workspace.js";

/** The derivative of the gaps at the state last evaluated, along one direction: two passes, no powers. */
export function derivativeAlong(
  arrays: WorldArrays,
  shock: Shock,
  space: Workspace,
  along: Float64Array,
  out: Float64Array,
): void {
  const { n } = arrays;
  const mean = spendingAlong(arrays, shock, space, along);
  const growth = salesAlong(arrays, shock, space, along);
  space.passes += 2 * (1 + shock.importer.length / (n * n));
  gapsAlong(arrays, shock, space, along, mean, growth, out);
}

// One loop in a function each: an engine compiles them sooner, and the first solve of a process is the shorter for it.

/** Shares and spending of each importer; returns the derivative of mean log expenditure. */
function spendingAlong(arrays: WorldArrays, shock: Shock, space: Workspace, along: Float64Array): number {
  const { n, tradeElasticity, expenditure } = arrays;
  const { kernels, cost, wedge, factor, netShare, spending, netSpending, demand, perCost } = space;
  const { dFactor, dCostSum, dNet, dSpending } = space;
  const { rowStart, importer } = shock;
  for (let j = 0; j < n; j++) dFactor[j] = -tradeElasticity * factor[j]! * along[j]!;
  kernels.multiplyFromLeft(cost, n, n, dFactor, dCostSum);
  dNet.set(dCostSum);
  for (let j = 0; j < n; j++)
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++) dNet[importer[q]!]! -= wedge[q]! * dFactor[j]!;
  let mean = 0;
  for (let i = 0; i < n; i++) {
    const dm = along[n + i]!;
    const ds = dCostSum[i]! * perCost[i]!;
    dCostSum[i] = ds;
    // From here on the derivative of net spending.
    dNet[i] = (dNet[i]! * perCost[i]! - netShare[i]! * ds) * spending[i]! + netSpending[i]! * dm;
    dSpending[i] = demand[i]! * (dm - ds);
    mean += expenditure[i]! * dm;
  }
  return mean / arrays.totalExpenditure;
}

/** Sales of each exporter; returns the derivative of the growth of world income. */
function salesAlong(arrays: WorldArrays, shock: Shock, space: Workspace, along: Float64Array): number {
  const { n, tradeElasticity, valueAddedShare, marketing } = arrays;
  const { kernels, cost, wedge, factor, sales, dNet, dSpending, dSales } = space;
  const { rowStart, importer } = shock;
  kernels.multiplyFromRight(cost, n, n, dSpending, dSales);
  let world = 0;
  for (let j = 0; j < n; j++) {
    let duty = 0;
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++) duty += wedge[q]! * dSpending[importer[q]!]!;
    dSales[j] = (dSales[j]! - duty) * factor[j]! - tradeElasticity * along[j]! * sales[j]!;
    world += valueAddedShare * dSales[j]! + marketing[j]! * dNet[j]!;
  }
  return world / arrays.totalIncome;
}

/** Wage, employment, price and budget of each economy. */
function gapsAlong(
  arrays: WorldArrays,
  { relief }: Shock,
  space: Workspace,
  along: Float64Array,
  mean: number,
  growth: number,
  out: Float64Array,
): void {
  const { n, tradeElasticity, labourSupplyElasticity, valueAddedShare, scaleElasticity } = arrays;
  const { marketing, exponent, closed, wageWeight } = arrays;
  const { spending, perIncome, perSpending, paidShare, budget, transfer, dCostSum, dNet, dSales } = space;
  const perElasticity = 1 / tradeElasticity;
  for (let i = 0; i < n; i++) {
    const dm = along[n + i]!;
    const exponentHere = exponent[i]!;
    const marketingHere = marketing[i]!;
    const dM = dNet[i]!;
    const dLogIncome = (valueAddedShare * dSales[i]! + marketingHere * dM) * perIncome[i]!;
    const ds = dCostSum[i]! * perElasticity;
    const paid = paidShare[i]!;
    // Revenue is spending less net spending.
    const relieved = relief ? (paid * dLogIncome - (spending[i]! * dm - dM) * perIncome[i]!) / (1 - paid) : 0;
    const dw =
      (dLogIncome + labourSupplyElasticity * (relieved + (1 - exponentHere) * dm - ds)) * wageWeight[i]!;
    const dl = dLogIncome - dw;
    const dp = (1 - exponentHere) * (dm - dw) - ds;
    out[i] =
      along[i]! -
      (valueAddedShare * dw +
        (1 - valueAddedShare) * dp -
        scaleElasticity * ((1 - valueAddedShare) * (dw - dp) + dl));
    const dBudget = (1 - marketingHere) * dM - dSales[i]! - transfer[i]! * growth;
    out[n + i] = closed[i] === 1 ? dm : (dBudget - budget[i]! * dm) * perSpending[i]! + mean;
  }
}
