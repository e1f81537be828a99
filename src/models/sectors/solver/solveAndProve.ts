import { TariffError } from "../../../internal/TariffError.js";
import type { SectorCore } from "./core.js";
import { solve } from "./solve.js";
import { type SectorSpace, spaceOf } from "./space.js";

/** A residual above this is an error unless the caller asked for a coarser tolerance. */
export const acceptable = 1e-9;

/** A solution with its proof. */
export interface ProvenSolution {
  readonly space: SectorSpace;
  readonly residual: number;
}

/** Solves for tariffs and proves it; throws where there is no proof, and says how far the solution could be followed. */
export function solveAndProve(
  core: SectorCore,
  tariff: Float64Array,
  tolerance: number,
  path: string,
  start?: Float64Array,
): ProvenSolution {
  const solved = solve(core, tariff, tolerance, start);
  const space = spaceOf(core);
  const { residual } = space;
  // These tariffs are for this once: nothing is to hold them.
  space.filled = undefined;
  if (solved === 1 && residual <= Math.max(tolerance, acceptable)) return { space, residual };
  throw new TariffError({
    code: "not-converged",
    path,
    received: `residual ${residual.toExponential(1)}`,
    advice:
      solved < 1
        ? `${followed(solved)} ${poorest(core, space)} Lower the tariffs, or remove the deficits in calibrateSectors.`
        : "Ask for a coarser tolerance, or look for an economy that hardly trades or spends.",
  });
}

function followed(solved: number): string {
  return solved === 0
    ? "No equilibrium was found even with small tariffs."
    : `An equilibrium was followed up to (1 + tariff)^${solved.toFixed(3)} and ends there.`;
}

/** Which economy the last solution found strains most. */
function poorest(core: SectorCore, space: SectorSpace): string {
  let worst = 0;
  const left = (i: number) => {
    const earned = core.valueAdded[i]! * Math.exp(space.point.state[i]!);
    return (earned + space.revenue[i]! + core.deficit[i]!) / core.income[i]!;
  };
  for (let i = 1; i < core.n; i++) if (left(i) < left(worst)) worst = i;
  const label = [...core.position.keys()][worst];
  return `${label} is strained most: its final use is ${(100 * left(worst)).toFixed(0)} % of the baseline's.`;
}
