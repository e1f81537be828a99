import type { WorldArrays } from "../calibration/worldArrays.js";
import { evaluateGaps } from "./equations.js";
import { fillCost } from "./fillCost.js";
import { newton } from "./newton.js";
import type { Shock } from "./Shock.js";
import { continueSeries, type SolvedSeries, setPriceLevel } from "./series.js";
import type { Workspace } from "./workspace.js";

/** The finest gap float64 can be asked for. */
const floor = 2e-14;
const mostSteps = 14;

/**
 * The way from the baseline to a scenario: the transfers change first, then the tariffs, each tariff factor to a power
 * that rises from 0 to 1. `tariffs` is that power, `transfers` the part of their change.
 */
export interface WayPoint {
  readonly transfers: number;
  readonly tariffs: number;
}

/** How far a solve came. */
export interface Followed {
  /** Where the solution in the workspace stands; the scenario is `{ transfers: 1, tariffs: 1 }`. */
  readonly at: WayPoint;
  /** Whether it is the scenario's. */
  readonly arrived: boolean;
  /** Whether the way ended but the scenario has an equilibrium elsewhere, which nothing joins to the baseline. */
  readonly another: boolean;
}

/** Writes the scenario at a point of the way into the workspace. */
function prepare(arrays: WorldArrays, shock: Shock, space: Workspace, at: WayPoint): void {
  if (space.wedge.length < shock.tariff.length) space.wedge = new Float64Array(shock.tariff.length);
  fillCost(arrays, shock, at.tariffs, space.cost, space.wedge);
  const { transfer } = space;
  for (let i = 0; i < transfer.length; i++)
    transfer[i] = arrays.transfer[i]! + at.transfers * (shock.transfer[i]! - arrays.transfer[i]!);
  if (at.transfers === 1) transfer.set(shock.transfer);
}

/**
 * Solves one scenario in the workspace, on the branch of equilibria that the baseline stands on. From the start given, or
 * from where a series leads, or from the baseline, Newton's method is taken only where its steps contract from the first
 * on; else the scenario is approached from the baseline in steps that adapt. Where the branch ends before the scenario,
 * the workspace holds the last solution on it.
 */
export function followBranch(
  arrays: WorldArrays,
  shock: Shock,
  space: Workspace,
  tolerance: number,
  start?: Float64Array | SolvedSeries,
): Followed {
  const { state } = space;
  space.passes = 0;
  space.iterations = 0;
  const goal = Math.max(floor, tolerance / 20);
  const good = Math.max(1e-10, goal);
  const arrived: Followed = { at: scenario, arrived: true, another: false };
  prepare(arrays, shock, space, scenario);
  const direct = { goal, most: mostSteps, safe: true };
  if (start) {
    const known =
      start instanceof Float64Array
        ? setPriceLevel(arrays, state, start)
        : continueSeries(arrays, shock, space, start);
    if (newton(arrays, shock, space, known === undefined ? direct : { ...direct, known }) <= good)
      return arrived;
  }
  state.fill(0);
  if (newton(arrays, shock, space, direct) <= good) return arrived;

  const at = approach(arrays, shock, space, goal, good);
  if (at === scenario) return arrived;
  state.fill(0);
  prepare(arrays, shock, space, scenario);
  const another = newton(arrays, shock, space, { goal, most: mostSteps, safe: false }) <= good;
  state.set(space.last);
  prepare(arrays, shock, space, at);
  evaluateGaps(arrays, shock, space, state);
  return { at, arrived: false, another };
}

const scenario: WayPoint = { transfers: 1, tariffs: 1 };

/** A place on the way of length 2: transfers up to 1, tariffs from 1 on. */
const wayPoint = (place: number): WayPoint =>
  place >= 2 ? scenario : { transfers: Math.min(1, place), tariffs: Math.max(0, place - 1) };

/** Goes from the baseline towards the scenario; `space.last` is then the last solution, the point returned its place. */
function approach(arrays: WorldArrays, shock: Shock, space: Workspace, goal: number, good: number): WayPoint {
  const { state, last, earlier } = space;
  last.fill(0);
  let solved = shock.newTransfers ? 0 : 1;
  let before = solved;
  let stride = 0.25;
  while (solved < 2 && stride > 1e-4) {
    // No step goes around the corner: what happens there does not continue a line.
    const end = solved < 1 ? 1 : 2;
    const next = Math.min(end, solved + stride);
    const reach = solved > before && !(solved === 1 && before < 1) ? (next - solved) / (solved - before) : 0;
    for (let i = 0; i < state.length; i++) state[i] = last[i]! + reach * (last[i]! - earlier[i]!);
    prepare(arrays, shock, space, wayPoint(next));
    const final = next === 2;
    const settings = { goal: final ? goal : 1e-7, most: final ? mostSteps : 8, safe: true };
    const gap = newton(arrays, shock, space, settings);
    // A point without welfare is no place to hand back; that the scenario itself has none is said by its name.
    if (gap <= (final ? good : 1e-7) && (final || hasWelfare(arrays, shock, space))) {
      earlier.set(last);
      last.set(state);
      before = solved;
      solved = next;
      stride *= 1.8;
    } else stride /= 3;
  }
  return wayPoint(solved);
}

/** Whether what each economy can buy at the state last evaluated makes up for its work. */
function hasWelfare(arrays: WorldArrays, shock: Shock, space: Workspace): boolean {
  const { labourSupplyElasticity: kappa } = arrays;
  return space.labourIncome.every((earned, i) => {
    const revenue = space.revenue[i]!;
    const consumed = earned + revenue + space.transfer[i]! * space.worldGrowth;
    return consumed > (kappa / (1 + kappa)) * (shock.relief ? earned - revenue : earned);
  });
}
