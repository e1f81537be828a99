import type { WorldArrays } from "../calibration/worldArrays.js";
import type { Shock } from "./Shock.js";
import type { Workspace } from "./workspace.js";

/**
 * The derivative of the gaps along one direction, at the state that {@link linearise} was called at: two passes over trade,
 * and products of lists, which the kernels do from the first call on at full speed.
 */
export function derivativeAlong(
  { n }: WorldArrays,
  shock: Shock,
  space: Workspace,
  along: Float64Array,
  out: Float64Array,
): void {
  const { kernels, cost, factorBy, spendingBy, firstBy, secondBy, growthBy, commonBy, meanBy } = space;
  const { dAll, dFromM, dM, dCost, dNet, dSales, dFactor, dSpending } = space;
  const { answer, answerFirst, answerSecond, common, growth, mean } = space;
  dAll.set(along);
  kernels.multiplyEntries(factorBy, 1, n, dAll, dFactor);
  kernels.multiplyFromLeft(cost, n, n, dFactor, dCost);
  dNet.set(dCost);
  takeDutyOffCosts(shock, space);
  kernels.multiplyEntries(spendingBy, 2, n, dFromM, dSpending);
  kernels.multiplyFromRight(cost, n, n, dSpending, dSales);
  takeDutyOffSales(shock, space);
  space.passes += 2 * (1 + shock.importer.length / (n * n));
  kernels.multiplyEntries(firstBy, 5, n, dAll, answerFirst);
  kernels.multiplyEntries(secondBy, 5, n, dAll, answerSecond);
  kernels.multiplyRows(growthBy, 1, 5 * n, dAll, growth);
  kernels.multiplyRows(meanBy, 1, n, dM, mean);
  kernels.addScaledRows(commonBy, 2, n, common, answerSecond);
  out.set(answer);
}

// One loop in a function each: an engine compiles them sooner, and the first solve of a process is the shorter for it.

function takeDutyOffCosts({ rowStart, importer }: Shock, { n, wedge, dNet, dFactor }: Workspace): void {
  for (let j = 0; j < n; j++)
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++) dNet[importer[q]!]! -= wedge[q]! * dFactor[j]!;
}

function takeDutyOffSales({ rowStart, importer }: Shock, { n, wedge, dSales, dSpending }: Workspace): void {
  for (let j = 0; j < n; j++)
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++) dSales[j]! -= wedge[q]! * dSpending[importer[q]!]!;
}
