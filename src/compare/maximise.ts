import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { requireFinite } from "../internal/requireFinite.js";
import { readRange } from "./readRange.js";

/**
 * A function of one number, and where to look for its highest value.
 *
 * @category Comparison
 */
export interface MaximiseOptions {
  /** The function. */
  readonly evaluate: (value: number) => number;
  /** The lowest and the highest value to try. */
  readonly bracket: readonly [number, number];
  /** How close to the best value is close enough, in the unit of the value, above zero. */
  readonly tolerance: number;
}

/**
 * What {@link maximise} found.
 *
 * @category Comparison
 */
export interface MaximiseResult {
  /** The best value. */
  readonly value: number;
  /** What it gives. */
  readonly maximum: number;
  /** Whether it lies at an end of the bracket, so that a better one may lie beyond. */
  readonly atEnd: boolean;
  /** How often the function was asked. */
  readonly evaluations: number;
}

const gridPoints = 32;
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * The number at which an outcome is highest: the rate that raises most revenue, the tariff that is best for one's own
 * welfare.
 *
 * **Formula**: the best of 33 points of the bracket, then a golden-section search between its neighbours.
 *
 * **Result**: the highest value found; a narrower peak between two of the 33 points can be missed.
 *
 * @throws `out-of-range` for a bracket not in order or a tolerance not above zero, `not-finite`, `wrong-type`.
 * @example The top of a revenue curve
 * ```ts
 * import { maximise } from "tariff-whatif";
 *
 * const revenue = (rate: number) => (100 * rate) / (1 + rate) ** 3;
 * maximise({ evaluate: revenue, bracket: [0, 2], tolerance: 1e-6 }).value.toFixed(4); // => "0.5000"
 * ```
 * @category Comparison
 */
export function maximise(options: MaximiseOptions): MaximiseResult {
  const { evaluate, bracket, tolerance } = readOptions(options, "", ["evaluate", "bracket", "tolerance"]);
  const [from, to] = readRange(evaluate, bracket, tolerance);
  let evaluations = 0;
  const at = (value: number) => {
    evaluations += 1;
    return { value, height: requireFinite(evaluate(value), "evaluate") };
  };
  const step = (to - from) / gridPoints;
  const grid = Array.from({ length: gridPoints + 1 }, (_, index) =>
    at(index === gridPoints ? to : from + index * step),
  );
  let best = grid.reduce((highest, point) => (point.height > highest.height ? point : highest));
  let [left, right] = [Math.max(from, best.value - step), Math.min(to, best.value + step)];
  let [low, high] = [at(right - golden * (right - left)), at(left + golden * (right - left))];
  while (right - left > tolerance && low.value < high.value) {
    if (low.height >= high.height) {
      right = high.value;
      [low, high] = [at(right - golden * (right - left)), low];
    } else {
      left = low.value;
      [low, high] = [high, at(left + golden * (right - left))];
    }
  }
  for (const point of [low, high]) if (point.height > best.height) best = point;
  const atEnd = best.value === from || best.value === to;
  return deepFreeze({ value: best.value, maximum: best.height, atEnd, evaluations });
}
