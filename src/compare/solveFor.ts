import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { requireFinite } from "../internal/requireFinite.js";
import { TariffError } from "../internal/TariffError.js";
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
  /** The value that reaches the target. */
  readonly value: number;
  /** What it gives. */
  readonly reached: number;
  /** How often the function was asked. */
  readonly evaluations: number;
}

/**
 * The number at which any outcome reaches a target: the pass-through at which importers break even, the elasticity at
 * which a tariff pays.
 *
 * **Formula**: a root of evaluate(value) - target inside the bracket, by bisection with secant steps.
 *
 * **Result**: one value; where several reach the target, one of them.
 *
 * @throws `target-not-reached` where both ends lie on the same side of the target or the function jumps over it,
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
  const found = (value: number, remainder: number): SolveForResult =>
    deepFreeze({ value, reached: remainder + target, evaluations });
  let [left, right] = [from, to];
  let [atLeft, atRight] = [off(left), off(right)];
  if (Math.abs(atLeft) <= tolerance) return found(left, atLeft);
  if (Math.abs(atRight) <= tolerance) return found(right, atRight);
  const ends = `it goes from ${(atLeft + target).toPrecision(6)} to ${(atRight + target).toPrecision(6)}`;
  while (atLeft < 0 !== atRight < 0 && evaluations < 400) {
    const secant = (left * atRight - right * atLeft) / (atRight - atLeft);
    // Every other step halves the bracket, so that it shrinks whatever the function looks like.
    const middle =
      evaluations % 2 === 0 && secant > left && secant < right ? secant : left + (right - left) / 2;
    if (middle <= left || middle >= right) break;
    const value = off(middle);
    if (Math.abs(value) <= tolerance) return found(middle, value);
    if (value < 0 === atLeft < 0) [left, atLeft] = [middle, value];
    else [right, atRight] = [middle, value];
  }
  throw new TariffError({
    code: "target-not-reached",
    path: "target",
    received: target,
    advice: `No such value between ${from} and ${to}: ${ends}. Widen the bracket, the tolerance, or change the target.`,
  });
}
