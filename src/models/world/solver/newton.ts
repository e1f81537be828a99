import { solveKrylov } from "../../../numerics/krylov.js";
import type { WorldArrays } from "../calibration/worldArrays.js";
import { applyBlocks } from "./applyBlocks.js";
import { derivativeAlong } from "./derivativeAlong.js";
import { evaluateGaps } from "./equations.js";
import { invertBlocks } from "./invertBlocks.js";
import { linearise } from "./linearise.js";
import type { Shock } from "./Shock.js";
import type { Workspace } from "./workspace.js";

const longestStep = 2;
/** Steps shorter than this are too short to lead to another equilibrium. */
const shortStep = 1e-4;
/** Each step of a safe solve is at most this part of the one before: then the nearest equilibrium is the one found. */
const contraction = 0.5;

/** How Newton's method is to go. */
export interface NewtonSettings {
  /** The gap to reach, and most steps. */
  readonly goal: number;
  readonly most: number;
  /**
   * Whether to give up as soon as a step had to be shortened or the steps do not contract: the start is then too far off
   * to tell which of several equilibria is reached.
   */
  readonly safe: boolean;
  /** The gap at the start, where it has just been evaluated. */
  readonly known?: number;
}

/** Newton's method from `space.state`; returns the largest gap reached, Infinity where a safe one gives up. */
export function newton(
  arrays: WorldArrays,
  shock: Shock,
  space: Workspace,
  { goal, most, safe, known }: NewtonSettings,
): number {
  const { state, trial, krylov, gap: gaps } = space;
  const { step } = krylov;
  const system = {
    multiply: (along: Float64Array, out: Float64Array) => derivativeAlong(arrays, shock, space, along, out),
    precondition: (direction: Float64Array) => applyBlocks(space, direction),
  };
  let gap = known ?? evaluateGaps(arrays, shock, space, state);
  let before = Number.POSITIVE_INFINITY;
  for (let k = 0; k < most && gap > goal && gap < Number.POSITIVE_INFINITY; k++) {
    space.iterations++;
    linearise(arrays, shock, space);
    invertBlocks(space);
    solveKrylov(krylov, system, gaps, Math.max(Math.min(0.1, gap ** 0.7), (0.3 * goal) / gap));
    const longest = longestOf(step);
    if (!(longest < Number.MAX_VALUE)) break;
    const far = longest > shortStep;
    if (safe && far && (longest > longestStep || longest > contraction * before))
      return Number.POSITIVE_INFINITY;
    before = longest;
    let length = Math.min(1, longestStep / longest);
    let next = Number.POSITIVE_INFINITY;
    for (let halvings = 0; halvings < 10; halvings++) {
      trial.set(state);
      krylov.parts[0] = length;
      space.kernels.addScaledRows(step, 1, step.length, krylov.parts, trial);
      next = evaluateGaps(arrays, shock, space, trial);
      if (next < gap * (1 - 1e-4 * length)) break;
      if (safe && far) return Number.POSITIVE_INFINITY;
      length /= 2;
    }
    if (!(next < gap)) {
      gap = evaluateGaps(arrays, shock, space, state);
      break;
    }
    state.set(trial);
    gap = next;
  }
  return gap;
}

/** The largest entry in size, NaN where one is not a number; a function of its own is compiled sooner than the loop within. */
function longestOf(list: Float64Array): number {
  let longest = 0;
  for (let i = 0; i < list.length; i++) longest = Math.max(longest, Math.abs(list[i]!));
  return longest;
}
