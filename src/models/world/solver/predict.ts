import type { WorldCore } from "./core.js";
import { evaluateGaps } from "./equations.js";
import type { Shock } from "./Shock.js";
import type { Workspace } from "./workspace.js";

/** The last solutions of a series of scenarios, newest first, and how near the last prediction came. */
export interface History {
  readonly states: Float64Array[];
  known: number;
  gap: number;
  /** For how many scenarios more the last solution is taken as it is, because a prediction has failed. */
  pause: number;
}

/** A gap below which a prediction has worked, and how long none is made after one that has not. */
const near = 1e-2;
const pauseLength = 8;

/** What continues a polynomial through equally spaced points, the newest first. */
const continued = [[1], [2, -1], [3, -3, 1], [4, -6, 4, -1]] as const;

/** No solutions yet. */
export const makeHistory = (n: number): History => ({
  states: continued.map(() => new Float64Array(2 * n)),
  known: 0,
  gap: 0,
  pause: 0,
});

/** Takes a solution into the history, in the place of the oldest. */
export function remember(history: History, state: Float64Array): void {
  const oldest = history.states.pop()!;
  oldest.set(state);
  history.states.unshift(oldest);
  history.known = Math.min(history.states.length, history.known + 1);
}

/**
 * Writes into `space.state` where a series is expected to go on: on the polynomial through its last solutions, or at
 * the last one where that turns out nearer. The equations are evaluated there; returns their gap.
 */
export function predict(core: WorldCore, shock: Shock, space: Workspace, history: History): number {
  const { state } = space;
  const { states } = history;
  const known = history.pause > 0 ? Math.min(1, history.known) : history.known;
  if (history.pause > 0) history.pause--;
  if (known === 0) state.fill(0);
  else continueSeries(core, history, known, state);
  let gap = evaluateGaps(core, shock, space, state);
  // A series that went on as expected does so again; the last solution is tried only where it does not.
  if (known > 1 && !(gap <= 3 * history.gap && gap < near)) {
    const { trial } = space;
    place(core, trial, states[0]!);
    const last = evaluateGaps(core, shock, space, trial);
    if (gap < 0.3 * last) gap = evaluateGaps(core, shock, space, state);
    else {
      state.set(trial);
      gap = last;
      history.pause = pauseLength;
    }
  }
  history.gap = gap;
  return gap;
}

function continueSeries(core: WorldCore, history: History, known: number, state: Float64Array): void {
  state.fill(0);
  continued[known - 1]!.forEach((weight, r) => {
    const past = history.states[r]!;
    for (let i = 0; i < state.length; i++) state[i]! += weight * past[i]!;
  });
  place(core, state, state);
}

/** Takes over a state, at the price level that the equations ask for: log expenditure is zero on average. */
export function place(core: WorldCore, state: Float64Array, from: Float64Array): void {
  const { n, expenditure } = core;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += expenditure[i]! * from[n + i]!;
  mean /= core.totalExpenditure;
  for (let i = 0; i < state.length; i++) state[i] = from[i]! - mean;
}
