import type { WorldCore } from "./core.js";
import { evaluateGaps } from "./equations.js";
import { newtonStep } from "./newtonStep.js";
import type { Shock } from "./Shock.js";
import { makeWorkspace, type Workspace } from "./workspace.js";

/** The finest gap float64 can be asked for. */
const floor = 2e-14;
const longestStep = 2;

/** Fills the tariff part of cost, every tariff factor taken to the power `part` (1 is the scenario itself). */
function prepare(core: WorldCore, shock: Shock, space: Workspace, part: number): void {
  const { n, exponent, share, tradeElasticity } = core;
  const { rowStart, importer, tariff } = shock;
  space.cost.set(share);
  if (space.wedge.length < tariff.length) space.wedge = new Float64Array(tariff.length);
  let lastTariff = 0;
  let lastExponent = 0;
  let shrink = 1;
  let dutyShare = 0;
  for (let j = 0; j < n; j++) {
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++) {
      const i = importer[q]!;
      const t = tariff[q]!;
      if (t !== lastTariff || exponent[i] !== lastExponent) {
        lastTariff = t;
        lastExponent = exponent[i]!;
        const log = part * Math.log1p(t);
        shrink = Math.exp(-tradeElasticity * lastExponent * log);
        dutyShare = -Math.expm1(-log);
      }
      const here = j * n + i;
      space.cost[here]! *= shrink;
      space.wedge[q] = space.cost[here]! * dutyShare;
    }
  }
}

/** Takes over a start, at the price level that the equations ask for: log expenditure is zero on average. */
function place(core: WorldCore, state: Float64Array, start: Float64Array): void {
  const { n, expenditure } = core;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += expenditure[i]! * start[n + i]!;
  mean /= core.totalExpenditure;
  for (let i = 0; i < state.length; i++) state[i] = start[i]! - mean;
}

/**
 * Goes on from the last two solutions in a straight line, where that is nearer than the last one; then the equations
 * are already evaluated there, and their gap is returned.
 */
function extrapolate(
  core: WorldCore,
  shock: Shock,
  space: Workspace,
  start: Float64Array,
  before: Float64Array,
): number | undefined {
  const { state, trial, kept } = space;
  for (let i = 0; i < trial.length; i++) kept[i] = 2 * start[i]! - before[i]!;
  place(core, trial, kept);
  const last = evaluateGaps(core, shock, space, state);
  const further = evaluateGaps(core, shock, space, trial);
  if (!(further < 0.3 * last)) return undefined;
  state.set(trial);
  return further;
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
 * Solves one scenario in the world's workspace: Newton from the start given (all ones without one; from the last two in a line where that is nearer); where that fails,
 * the tariffs are raised in steps that adapt. Returns the part of the way that was solved: 1 is the scenario, less is
 * where the solution was lost, and the workspace then holds the last solution found.
 */
export function solve(
  core: WorldCore,
  shock: Shock,
  tolerance: number,
  start?: Float64Array,
  beforeStart?: Float64Array,
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
  if (start) {
    place(core, state, start);
    if (beforeStart) known = extrapolate(core, shock, space, start, beforeStart);
  } else state.fill(0);
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
