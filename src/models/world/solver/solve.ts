import type { WorldCore } from "./core.js";
import { evaluateGaps } from "./equations.js";
import { fillCost } from "./fillCost.js";
import { newtonStep } from "./newtonStep.js";
import { type History, place, predict } from "./predict.js";
import type { Shock } from "./Shock.js";
import { makeWorkspace, type Workspace } from "./workspace.js";

/** The finest gap float64 can be asked for. */
const floor = 2e-14;
const longestStep = 2;

/** Fills the tariff part of cost, every tariff factor taken to the power `part` (1 is the scenario itself). */
function prepare(core: WorldCore, shock: Shock, space: Workspace, part: number): void {
  if (space.wedge.length < shock.tariff.length) space.wedge = new Float64Array(shock.tariff.length);
  space.part = part;
  fillCost(core, shock, part, space.cost, space.wedge);
}

/** Newton from `space.state` down to `goal`; returns the largest gap reached. */
function newton(
  core: WorldCore,
  shock: Shock,
  space: Workspace,
  goal: number,
  most: number,
  known?: number,
): number {
  const { state, trial, step } = space;
  let gap = known ?? evaluateGaps(core, shock, space, state);
  for (let k = 0; k < most && gap > goal && gap < Number.POSITIVE_INFINITY; k++) {
    space.iterations++;
    newtonStep(core, shock, space, Math.max(Math.min(0.1, gap ** 0.7), (0.3 * goal) / gap));
    let longest = 0;
    for (let i = 0; i < step.length; i++) longest = Math.max(longest, Math.abs(step[i]!));
    if (!(longest < Number.MAX_VALUE)) break;
    let length = Math.min(1, longestStep / longest);
    let next = Number.POSITIVE_INFINITY;
    for (let halvings = 0; halvings < 10; halvings++) {
      for (let i = 0; i < step.length; i++) trial[i] = state[i]! + length * step[i]!;
      next = evaluateGaps(core, shock, space, trial);
      if (next < gap * (1 - 1e-4 * length)) break;
      length /= 2;
    }
    if (!(next < gap)) {
      gap = evaluateGaps(core, shock, space, state);
      break;
    }
    state.set(trial);
    gap = next;
  }
  return gap;
}

/** Drops what earlier solves left behind, so that equal calls give equal digits. */
export function forget(core: WorldCore): void {
  if (core.workspace) core.workspace.keptCount = 0;
}

/**
 * Solves one scenario in the world's workspace: Newton from the start given, or from where a history leads (all ones
 * without either); where that fails, the tariffs are raised in steps that adapt. Returns the part of the way that was
 * solved: 1 is the scenario, less is where the solution was lost, and the workspace then holds the last solution found.
 */
export function solve(
  core: WorldCore,
  shock: Shock,
  tolerance: number,
  start?: Float64Array | History,
): number {
  core.workspace ??= makeWorkspace(core.n);
  const space = core.workspace;
  const { state, kept, earlier } = space;
  space.passes = 0;
  space.iterations = 0;
  const goal = Math.max(floor, tolerance / 20);
  const good = Math.max(1e-10, goal);
  prepare(core, shock, space, 1);
  let known: number | undefined;
  if (start instanceof Float64Array) place(core, state, start);
  else if (start) known = predict(core, shock, space, start);
  else state.fill(0);
  if (newton(core, shock, space, goal, 14, known) <= good) return finish(core, space, 1);
  if (start) {
    state.fill(0);
    if (newton(core, shock, space, goal, 14) <= good) return finish(core, space, 1);
  }

  kept.fill(0);
  let solved = 0;
  let before = 0;
  let stride = 0.25;
  while (solved < 1 && stride > 1e-3) {
    const part = Math.min(1, solved + stride);
    const reach = solved > before ? (part - solved) / (solved - before) : 0;
    for (let i = 0; i < state.length; i++) state[i] = kept[i]! + reach * (kept[i]! - earlier[i]!);
    prepare(core, shock, space, part);
    const gap = newton(core, shock, space, part < 1 ? 1e-6 : goal, part < 1 ? 8 : 14);
    if (gap <= (part < 1 ? 1e-6 : good)) {
      earlier.set(kept);
      kept.set(state);
      before = solved;
      solved = part;
      stride *= 1.8;
    } else stride /= 3;
  }
  if (solved < 1) {
    state.set(kept);
    prepare(core, shock, space, solved);
    evaluateGaps(core, shock, space, state);
  }
  return finish(core, space, solved);
}

/** Levels under the numéraire. */
function finish(core: WorldCore, space: Workspace, solved: number): number {
  const { n, expenditure, income } = core;
  let scale = 0;
  for (let i = 0; i < n; i++)
    scale += core.wageNumeraire
      ? income[i]! * Math.exp(space.logWage[i]!)
      : expenditure[i]! * Math.exp(space.logPrice[i]!);
  const shift = Math.log(scale / (core.wageNumeraire ? core.totalIncome : core.totalExpenditure));
  for (let i = 0; i < n; i++) {
    space.state[i]! -= shift;
    space.state[n + i]! -= shift;
    space.wage[i] = Math.exp(space.logWage[i]! - shift);
    space.employment[i] = Math.exp(space.logEmployment[i]!);
    space.price[i] = Math.exp(space.logPrice[i]! - shift);
    space.expenditure[i] = Math.exp(space.state[n + i]!);
  }
  return solved;
}
