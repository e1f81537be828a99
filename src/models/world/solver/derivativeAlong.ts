import { multiplyFromLeft, multiplyFromRight } from "../../../numerics/matrixProducts.js";
import type { WorldArrays } from "../calibration/worldArrays.js";
import type { Shock } from "./Shock.js";
import type { Workspace } from "./workspace.js";

/**
 * The derivative of the gaps at the state last evaluated, along one direction: two passes, no powers.
 */
export function derivativeAlong(
  arrays: WorldArrays,
  shock: Shock,
  space: Workspace,
  along: Float64Array,
  out: Float64Array,
  offset: number,
): void {
  const { n, tradeElasticity, labourSupplyElasticity, valueAddedShare, scaleElasticity } = arrays;
  const { marketing, exponent, expenditure, closed, wageWeight } = arrays;
  const { cost, wedge, factor, netShare, spending, netSpending, demand, sales } = space;
  const { perCost, perIncome, perSpending, paidShare, budget } = space;
  const { dFactor, dCostSum, dNet, dSpending, dSales } = space;
  const { rowStart, importer, relief } = shock;
  const { transfer } = space;

  for (let j = 0; j < n; j++) dFactor[j] = -tradeElasticity * factor[j]! * along[j]!;
  multiplyFromLeft(cost, n, n, dFactor, dCostSum);
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
  mean /= arrays.totalExpenditure;
  multiplyFromRight(cost, n, n, dSpending, dSales);
  let world = 0;
  for (let j = 0; j < n; j++) {
    let duty = 0;
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++) duty += wedge[q]! * dSpending[importer[q]!]!;
    dSales[j] = (dSales[j]! - duty) * factor[j]! - tradeElasticity * along[j]! * sales[j]!;
    world += valueAddedShare * dSales[j]! + marketing[j]! * dNet[j]!;
  }
  const growth = world / arrays.totalIncome;
  const perElasticity = 1 / tradeElasticity;
  space.passes += 2 * (1 + importer.length / (n * n));

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
    out[offset + i] =
      along[i]! -
      (valueAddedShare * dw +
        (1 - valueAddedShare) * dp -
        scaleElasticity * ((1 - valueAddedShare) * (dw - dp) + dl));
    const dBudget = (1 - marketingHere) * dM - dSales[i]! - transfer[i]! * growth;
    out[offset + n + i] = closed[i] === 1 ? dm : (dBudget - budget[i]! * dm) * perSpending[i]! + mean;
  }
}
