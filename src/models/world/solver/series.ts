import type { WorldArrays } from "../calibration/worldArrays.js";
import { evaluateGaps } from "./equations.js";
import type { Shock } from "./Shock.js";
import type { Workspace } from "./workspace.js";

/** The last solutions of a series of scenarios, newest first, and how near the last prediction came. */
export interface SolvedSeries {
  readonly states: Float64Array[];
  known: number;
  gap: number;
  /** For how many scenarios more the last solution is taken as it is, because a prediction has failed. */
  pause: number;
}

/** A gap below which a prediction has worked, and how long none is made after one that has not. */
const workable = 1e-2;
const pauseLength = 8;

/** What continues a polynomial through equally spaced points, the newest first. */
const continued = [[1], [2, -1], [3, -3, 1], [4, -6, 4, -1]] as const;

/** No solutions yet. */
export const makeSeries = (n: number): SolvedSeries => ({
  states: continued.map(() => new Float64Array(2 * n)),
  known: 0,
  gap: 0,
  pause: 0,
});

/** Takes a solution into the series, in the place of the oldest. */
export function addToSeries(series: SolvedSeries, unknowns: Float64Array): void {
  const oldest = series.states.pop()!;
  oldest.set(unknowns);
  series.states.unshift(oldest);
  series.known = Math.min(series.states.length, series.known + 1);
}

/**
 * Writes into `space.state` where a series is expected to go on: on the polynomial through its last solutions, or at
 * the last one where that turns out nearer. The equations are evaluated there; returns their gap.
 */
export function continueSeries(
  arrays: WorldArrays,
  shock: Shock,
  space: Workspace,
  series: SolvedSeries,
): number {
  const { state } = space;
  const { states } = series;
  const known = series.pause > 0 ? Math.min(1, series.known) : series.known;
  if (series.pause > 0) series.pause--;
  if (known === 0) state.fill(0);
  else extrapolate(arrays, series, known, state);
  let gap = evaluateGaps(arrays, shock, space, state);
  // A series that went on as expected does so again; the last solution is tried only where it does not.
  if (known > 1 && !(gap <= 3 * series.gap && gap < workable)) {
    const { trial } = space;
    setPriceLevel(arrays, trial, states[0]!);
    const last = evaluateGaps(arrays, shock, space, trial);
    if (gap < 0.3 * last) gap = evaluateGaps(arrays, shock, space, state);
    else {
      state.set(trial);
      gap = last;
      series.pause = pauseLength;
    }
  }
  series.gap = gap;
  return gap;
}

function extrapolate(arrays: WorldArrays, series: SolvedSeries, known: number, state: Float64Array): void {
  state.fill(0);
  continued[known - 1]!.forEach((weight, r) => {
    const past = series.states[r]!;
    for (let i = 0; i < state.length; i++) state[i]! += weight * past[i]!;
  });
  setPriceLevel(arrays, state, state);
}

/** Takes over a state, at the price level that the equations ask for: log expenditure is zero on average. */
export function setPriceLevel(arrays: WorldArrays, state: Float64Array, from: Float64Array): undefined {
  const { n, expenditure } = arrays;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += expenditure[i]! * from[n + i]!;
  mean /= arrays.totalExpenditure;
  for (let i = 0; i < state.length; i++) state[i] = from[i]! - mean;
}
