import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { requireFinite } from "../internal/requireFinite.js";
import { requireFiniteOutput } from "../internal/requireFiniteOutput.js";
import { requireText } from "../internal/requireText.js";
import {
  type Evaluator,
  outcomeOf,
  requireEvaluator,
  requireInputs,
  requireWithin,
} from "../models/evaluator.js";
import { findRoot } from "../numerics/findRoot.js";

/**
 * Which inputs to move, and how far.
 *
 * @category Uncertainty
 */
export interface SensitivityOptions {
  /** The model. */
  readonly evaluator: Evaluator;
  /** For each input its central value and the ends to move it to; the centre lies between them. */
  readonly inputs: Readonly<
    Record<string, { readonly low: number; readonly central: number; readonly high: number }>
  >;
  /** The outcome to look at. */
  readonly outcome: string;
}

/**
 * What moving one input does.
 *
 * @category Uncertainty
 */
export interface SensitivityRow {
  /** The input. */
  readonly input: string;
  /** Its low value and the outcome there, all others at their centre. */
  readonly low: { readonly value: number; readonly outcome: number };
  /** Its high value and the outcome there. */
  readonly high: { readonly value: number; readonly outcome: number };
  /** The distance between the two outcomes. */
  readonly swing: number;
  /** A value of the input at which the outcome changes sign; null where low, centre and high do not differ in it. */
  readonly flipsSignAt: number | null;
}

/**
 * What {@link sensitivity} returns.
 *
 * @category Uncertainty
 */
export interface Sensitivity {
  /** The outcome with every input at its centre. */
  readonly central: number;
  /** One row an input, the largest swing first: a tornado. */
  readonly rows: readonly SensitivityRow[];
}

/**
 * What moves the answer most, and what flips its sign.
 *
 * **Formula**: each input goes to its low and to its high value while all others stay at their centre; the swing is the
 * distance between the two outcomes. Where they differ in sign from one another, or both from the centre, a value at
 * which the outcome is zero is found by bisection and secants, in the second case the one below the centre.
 *
 * **Leaves out**: what happens when two inputs move together; {@link crossTable} shows that.
 *
 * @throws `missing-key`, `unknown-key`, `out-of-range` for a range outside what is possible or not in order,
 * `not-finite`, `wrong-type`.
 * @example Which elasticity matters
 * ```ts
 * import { sensitivity } from "tariff-whatif/uncertainty";
 *
 * const { rows } = sensitivity({
 *   evaluator: { domains: { a: {}, b: {} }, evaluate: ({ a = 0, b = 0 }) => ({ gain: 10 * a + b }) },
 *   inputs: { a: { low: -1, central: 0, high: 2 }, b: { low: 1, central: 5, high: 9 } },
 *   outcome: "gain",
 * });
 * rows.map((row) => [row.input, row.swing]); // => [["a", 30], ["b", 8]]
 * rows[0]?.flipsSignAt?.toFixed(6); // => "-0.500000"
 * ```
 * @category Uncertainty
 */
export function sensitivity(options: SensitivityOptions): Sensitivity {
  const { evaluator, inputs, outcome } = readOptions(options, "", ["evaluator", "inputs", "outcome"]);
  requireEvaluator(evaluator, "evaluator");
  requireInputs(evaluator, inputs, "inputs");
  requireText(outcome, "outcome");
  for (const [name, input] of Object.entries(inputs)) {
    const { low, central, high } = readOptions(input, `inputs.${name}`, ["low", "central", "high"]);
    requireFinite(low, `inputs.${name}.low`);
    requireFinite(high, `inputs.${name}.high`);
    requireFinite(central, `inputs.${name}.central`);
    requireWithin(evaluator.domains[name] ?? {}, low, high, `inputs.${name}`);
    requireWithin({ from: low, to: high }, central, central, `inputs.${name}.central`);
  }
  const centre = Object.fromEntries(Object.entries(inputs).map(([name, { central }]) => [name, central]));
  const at = (name: string, value: number) =>
    outcomeOf(evaluator.evaluate({ ...centre, [name]: value }), outcome, "outcome");
  const atCentre = outcomeOf(evaluator.evaluate(centre), outcome, "outcome");
  const rows = Object.entries(inputs).map(([input, { low, central, high }]): SensitivityRow => {
    const [atLow, atHigh] = [at(input, low), at(input, high)];
    const upTo = isOpposite(atLow, atHigh) ? high : isOpposite(atLow, atCentre) ? central : null;
    return {
      input,
      low: { value: low, outcome: atLow },
      high: { value: high, outcome: atHigh },
      swing: Math.abs(atHigh - atLow),
      flipsSignAt: upTo === null ? null : (findRoot((value) => at(input, value), low, upTo, 0)?.at ?? null),
    };
  });
  rows.sort((left, right) => right.swing - left.swing);
  return deepFreeze(requireFiniteOutput({ central: atCentre, rows }));
}

/** Signs, not the product of the numbers: that of two small ones is zero. */
const isOpposite = (first: number, second: number): boolean => Math.sign(first) * Math.sign(second) < 0;
