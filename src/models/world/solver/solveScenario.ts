import { TariffError } from "../../../internal/TariffError.js";
import type { WorldArrays } from "../calibration/worldArrays.js";
import { type Followed, followBranch } from "./followBranch.js";
import { proveSolution } from "./proveSolution.js";
import type { Closure } from "./readClosure.js";
import type { Shock } from "./Shock.js";
import type { Solution } from "./Solution.js";
import type { SolvedSeries } from "./series.js";
import { requireMeaning } from "./welfare.js";
import type { Workspace } from "./workspace.js";

/** A residual above this is an error unless the caller asked for a coarser tolerance. */
export const acceptable = 1e-9;

/** Solves a scenario and proves it; throws where there is no proof and the closure wants one. */
export function solveScenario(
  arrays: WorldArrays,
  shock: Shock,
  space: Workspace,
  closure: Closure,
  path: string,
  start?: Float64Array | SolvedSeries,
): Solution {
  requireMeaning(arrays);
  const followed = followBranch(arrays, shock, space, closure.tolerance, start);
  const proved = proveSolution(arrays, shock, space, followed.at);
  const missing = 2 - followed.at.transfers - followed.at.tariffs;
  const solution = missing > 0 ? { ...proved, residual: Math.max(proved.residual, missing) } : proved;
  const solved = followed.arrived && solution.residual <= Math.max(closure.tolerance, acceptable);
  if (solved || (!closure.throws && Number.isFinite(solution.residual))) return solution;
  throw new TariffError({
    code: "not-converged",
    path,
    received: Number.isFinite(solution.residual)
      ? `residual ${solution.residual.toExponential(1)}`
      : "no finite residual",
    advice: followed.arrived
      ? "Ask for a coarser tolerance, or look for an economy that hardly trades or spends."
      : whereItEnds(arrays, shock, solution, followed),
  });
}

/** Where the branch of equilibria from the baseline ends, and why. */
export function whereItEnds(
  arrays: WorldArrays,
  shock: Shock,
  solution: Solution,
  { at, another }: Pick<Followed, "at" | "another">,
): string {
  const place =
    at.transfers < 1
      ? `${(100 * at.transfers).toFixed(1)} % of the change of transfers`
      : at.tariffs === 0
        ? "free trade: even small tariffs lead nowhere"
        : `(1 + tariff)^${at.tariffs.toFixed(3)}`;
  const elsewhere = another
    ? " The scenario has an equilibrium elsewhere, but nothing joins it to the baseline, so its changes would mean nothing."
    : "";
  return `The equilibrium was followed from the baseline up to ${place} and ends there.${elsewhere} ${strained(arrays, shock, solution)}`;
}

/** Which economy the last solution strains most. */
function strained(arrays: WorldArrays, shock: Shock, solution: Solution): string {
  let poorest = 0;
  let taxed = 0;
  const left = (i: number) => solution.expenditure[i]! / solution.worldGrowth;
  const paid = (i: number) => solution.revenue[i]! / solution.labourIncome[i]!;
  for (let i = 1; i < arrays.n; i++) {
    if (left(i) < left(poorest)) poorest = i;
    if (paid(i) > paid(taxed)) taxed = i;
  }
  if (shock.relief && paid(taxed) > 0.5)
    return `Revenue of ${arrays.economies[taxed]} approaches its labour income (${(100 * paid(taxed)).toFixed(0)} %) and cannot relieve more tax: lower the tariffs or rebate lump sum.`;
  const spends = `spending is ${(100 * left(poorest)).toFixed(0)} % of its share in world income`;
  return shock.newTransfers
    ? `${arrays.economies[poorest]} is strained most (${spends}): lower the tariffs or choose other deficits.`
    : `${arrays.economies[poorest]} can hardly pay its fixed transfer (${spends}): lower the tariffs or choose other deficits.`;
}
