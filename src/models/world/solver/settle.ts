import { TariffError } from "../../../internal/TariffError.js";
import type { World } from "../calibration/World.js";
import type { Closure } from "../readScenario.js";
import { account } from "./account.js";
import type { WorldCore } from "./core.js";
import type { History } from "./predict.js";
import { acceptable } from "./report.js";
import type { Shock } from "./Shock.js";
import { solve } from "./solve.js";
import type { Workspace } from "./workspace.js";

/** Solves a scenario and proves it, in the world's workspace; throws where there is no proof. */
export function settle(
  world: World,
  core: WorldCore,
  shock: Shock,
  closure: Closure,
  path: string,
  start?: Float64Array | History,
): Workspace {
  const solved = solve(core, shock, closure.tolerance, start);
  const space = core.workspace as Workspace;
  account(core, shock, space);
  const bound = Math.max(closure.tolerance, acceptable);
  if (solved === 1 && space.residual <= bound) return space;
  if (solved < 1) space.residual = Math.max(space.residual, 1 - solved);
  if (!closure.throws && Number.isFinite(space.residual)) return space;
  throw new TariffError({
    code: "not-converged",
    path,
    received: `residual ${space.residual.toExponential(1)}`,
    advice:
      solved < 1
        ? `${followed(solved)} ${reason(world, core, shock, space)}`
        : "Ask for a coarser tolerance, or look for an economy that hardly trades or spends.",
  });
}

function followed(solved: number): string {
  return solved === 0
    ? "No equilibrium was found even with small tariffs."
    : `An equilibrium was followed up to (1 + tariff)^${solved.toFixed(3)} and ends there.`;
}

/** Which economy the last solution found strains most. */
function reason(world: World, core: WorldCore, shock: Shock, space: Workspace): string {
  let poorest = 0;
  let taxed = 0;
  const left = (i: number) => space.expenditure[i]! / space.worldGrowth;
  const paid = (i: number) => space.revenue[i]! / space.labourIncome[i]!;
  for (let i = 1; i < core.n; i++) {
    if (left(i) < left(poorest)) poorest = i;
    if (paid(i) > paid(taxed)) taxed = i;
  }
  if (shock.relief && paid(taxed) > 0.5)
    return `Revenue of ${world.economies[taxed]} approaches its labour income (${(100 * paid(taxed)).toFixed(0)} %) and cannot relieve more tax: lower the tariffs or rebate lump sum.`;
  return `${world.economies[poorest]} can hardly pay its fixed transfer (spending is ${(100 * left(poorest)).toFixed(0)} % of its share in world income): lower the tariffs or choose other deficits.`;
}
