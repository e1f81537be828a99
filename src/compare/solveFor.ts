import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { requireFinite } from "../internal/requireFinite.js";
import { TariffError } from "../internal/TariffError.js";
import { findRoot, type NearRoot } from "../numerics/findRoot.js";
import { crossingsOf } from "./crossingsOf.js";
import { apart, lowestOfStretch } from "./lowestOfStretch.js";
import { readRange } from "./readRange.js";

/**
 * A function of one number, and what it should reach.
 *
 * @category Comparison
 */
export interface SolveForOptions {
  /** The function, continuous in the bracket. */
  readonly evaluate: (value: number) => number;
  /** What it should reach. */
  readonly target: number;
  /** The lowest and the highest value to try. */
  readonly bracket: readonly [number, number];
  /** How close to the target is close enough, above zero. */
  readonly tolerance: number;
}

/**
 * What {@link solveFor} found.
 *
 * @category Comparison
 */
export interface SolveForResult {
  /** The value that reaches the target, the lowest of those found. */
  readonly value: number;
  /** What it gives. */
  readonly reached: number;
  /** All values that were found, in order: two where the outcome rises to the target and falls through it again. */
  readonly solutions: readonly { readonly value: number; readonly reached: number }[];
  /** How often the function was asked. */
  readonly evaluations: number;
}

/**
 * The number at which any outcome reaches a target: the pass-through at which importers break even, the elasticity at
 * which a tariff pays.
 *
 * **Formula**: a root of evaluate(value) - target inside the bracket, by bisection with secant steps; where both ends lie
 * on one side of the target, on either side of the hump or the hollow between them.
 *
 * **Result**: where the ends lie on either side of the target one value, else, and where an end itself reaches it, every
 * crossing that 33 points tell apart. Where a whole stretch gives the number, its lowest value.
 *
 * @throws `target-not-reached`, with what the ends and the nearest point give, where nothing inside reaches the target or
 * the function jumps over it,
 * `out-of-range` for a bracket not in order or a tolerance not above zero, `not-finite`, `wrong-type`.
 * @example Break-even pass-through
 * ```ts
 * import { solveFor } from "tariff-whatif";
 *
 * const consumersPay = (passThrough: number) => 250 * passThrough - 100;
 * solveFor({ evaluate: consumersPay, target: 0, bracket: [0, 1], tolerance: 1e-9 }).value; // => 0.4
 * ```
 * @category Comparison
 */
export function solveFor(options: SolveForOptions): SolveForResult {
  const { evaluate, target, bracket, tolerance } = readOptions(options, "", [
    "evaluate",
    "target",
    "bracket",
    "tolerance",
  ]);
  requireFinite(target, "target");
  const [from, to] = readRange(evaluate, bracket, tolerance);
  let evaluations = 0;
  const off = (value: number): number => {
    evaluations += 1;
    return requireFinite(evaluate(value), "evaluate") - target;
  };
  const ends = [off(from), off(to)] as const;
  const found: NearRoot[] = [];
  const take = (root: NearRoot | null): void => {
    if (root !== null && Math.abs(root.value) <= tolerance) found.push(root);
  };
  take(findRoot(off, from, to, tolerance, ...ends));
  let nearest = "";
  // An end that reaches the target may not be the only value that does: a gain that is gone again, the far side of a hump.
  const isEnd = found.some(({ at }) => at === from || at === to);
  if (isEnd || (found.length === 0 && ends[0] < 0 === ends[1] < 0)) {
    const inside = crossingsOf(off, from, to);
    // A peak that only just touches the target is one solution, not one on either side of it.
    if (!isEnd) take({ ...inside.nearest, evaluations: 0 });
    if (isEnd || found.length === 0) {
      for (const [left, right] of inside.stretches) take(findRoot(off, left, right, tolerance));
    }
    nearest = `, and is nearest with ${(inside.nearest.value + target).toPrecision(6)} at ${inside.nearest.at.toPrecision(6)}`;
  }
  if (Math.abs(ends[1]) <= tolerance) take({ at: to, value: ends[1], evaluations: 0 });
  const valueAt = new Map(found.map(({ at, value }) => [at, value]));
  const lowest = found.map(({ at, value }) => lowestOfStretch(at, from, to, (other) => off(other) === value));
  const solutions = apart(lowest, from, to).map((at) => ({
    value: at,
    reached: (valueAt.get(at) ?? off(at)) + target,
  }));
  const [first] = solutions;
  if (first !== undefined) return deepFreeze({ ...first, solutions, evaluations });
  throw new TariffError({
    code: "target-not-reached",
    path: "target",
    received: target,
    advice: `No such value between ${from} and ${to}: it goes from ${(ends[0] + target).toPrecision(6)} to ${(ends[1] + target).toPrecision(6)}${nearest}. Widen the bracket, the tolerance, or change the target.`,
  });
}
