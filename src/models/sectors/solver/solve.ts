import { solveFixedPoint } from "../../../numerics/fixedPoint.js";
import type { SectorCore } from "./core.js";
import { fillShares } from "./fillShares.js";
import { residualOf } from "./residual.js";
import { type SectorSpace, spaceOf } from "./space.js";
import { makeSweep } from "./sweep.js";

/** The finest gap float64 can be asked for, and how often the equations are evaluated before giving up. */
const floor = 4e-15;
const most = 250;

/** A state that stays where it is but leaves a gap above this solves nothing. */
const acceptable = 1e-9;

/**
 * Solves for tariffs (sector, importer, exporter) from the state given, or from the baseline; where that fails, the
 * tariffs are raised in steps that adapt. Returns the fraction of the way that was solved: 1 is the scenario, less is where
 * the solution was lost, and the space then holds the last solution found. `changed` names the importers whose tariffs
 * are others than at the last solve of this world with the same list of tariffs.
 */
export function solve(
  core: SectorCore,
  tariff: Float64Array,
  tolerance: number,
  start?: Float64Array,
  changed?: readonly number[],
): number {
  const space = spaceOf(core);
  const { point } = space;
  const goal = Math.max(floor, tolerance / 20);
  const sweep = makeSweep(core, space);
  space.iterations = 0;
  const attempt = (fraction: number, wanted: number): boolean => {
    const known = space.filled === tariff && fraction === 1;
    fillShares(core, space, tariff, fraction, known ? changed : undefined);
    space.filled = fraction === 1 ? tariff : undefined;
    const solved = solveFixedPoint(sweep, point, wanted, most);
    space.iterations += point.evaluations;
    space.residual = residualOf(core, space);
    return solved && space.residual <= Math.max(acceptable, 100 * wanted);
  };
  if (start) {
    point.state.set(start);
    if (attempt(1, goal)) return 1;
  }
  point.state.fill(0);
  if (attempt(1, goal)) return 1;
  return follow(space, attempt, goal);
}

/** Raises the tariffs step by step from the baseline, each solution extended to a start for the next. */
function follow(
  { point, solution }: SectorSpace,
  attempt: (fraction: number, wanted: number) => boolean,
  goal: number,
): number {
  const { state } = point;
  const earlier = new Float64Array(state.length);
  solution.fill(0);
  let solved = 0;
  let before = 0;
  let stride = 0.25;
  while (solved < 1 && stride > 1e-3) {
    const fraction = Math.min(1, solved + stride);
    const reach = solved > before ? (fraction - solved) / (solved - before) : 0;
    for (let q = 0; q < state.length; q++) state[q] = solution[q]! + reach * (solution[q]! - earlier[q]!);
    if (attempt(fraction, fraction < 1 ? 1e-9 : goal)) {
      earlier.set(solution);
      solution.set(state);
      before = solved;
      solved = fraction;
      stride *= 1.6;
    } else stride /= 3;
  }
  if (solved < 1) {
    state.set(solution);
    attempt(solved, 1e-9);
  }
  return solved;
}
