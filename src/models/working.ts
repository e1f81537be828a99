import type { RateExplanation } from "../policy/rates/explainRate.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Breakdown } from "./breakdown.js";
import type { Assumption, Outcome, Quantity } from "./outcome.js";

/**
 * A value in a formula, with what it stands for.
 *
 * @category Working
 */
export interface WorkingValue {
  /** Its name in the formula, for example `"duties after"`. */
  readonly name: string;
  /** The value, with its unit; plain text for a count or a ratio. */
  readonly value: Quantity | string;
  /** What it is, in words. */
  readonly meaning: string;
}

/** A value with its name and meaning. */
export const workingValue = (name: string, value: Quantity | string, meaning: string): WorkingValue => ({
  name,
  value,
  meaning,
});

/**
 * One flow behind a number: what it adds, and how its rate came about.
 *
 * @category Working
 */
export interface WorkingFlow {
  /** The importer. */
  readonly importer: string;
  /** The exporter. */
  readonly exporter: string;
  /** The product: an HS code, `"total"`, or the label of a sector. */
  readonly product: string;
  /** The flow for people, for example `"China, Electrical machinery"`. */
  readonly name: string;
  /** What the flow has of the number in the baseline. */
  readonly before: Quantity;
  /** What it has in the scenario. */
  readonly after: Quantity;
  /** What it adds to the change of the number: money, or percentage points of an effective rate. */
  readonly contribution: Quantity;
  /**
   * The steps that make its rate, one by one, as `explainRate` gives them, over a period on the first of the days that change
   * its duties most; null where the rate is an average of products that the data tell apart and the model does not.
   */
  readonly rate: RateExplanation | null;
}

/**
 * One equation that a solved model satisfies.
 *
 * @category Working
 */
export interface WorkingEquation {
  /** What it says, for example `"demand"`. */
  readonly name: string;
  /** The equation in the symbols of the notation page. */
  readonly equation: string;
  /** How far the solution misses it: the largest deviation, in logarithms; null where only that over all is kept. */
  readonly residual: number | null;
}

/**
 * How one number of an outcome came about: the formula with the values in it, the flows that add most, the steps and the
 * law behind them, and the equations that a solved model satisfies. Plain data that survives JSON.
 *
 * @category Working
 */
export interface Working {
  /** The model. */
  readonly model: string;
  /** The identifier of the scenario. */
  readonly scenario: string;
  /** The line of the scenario for people. */
  readonly title: string;
  /** The identifier of the baseline. */
  readonly baseline: string;
  /** What the number is broken down by. */
  readonly dimension: Breakdown;
  /** The code of the group. */
  readonly key: string;
  /** The name of the group. */
  readonly name: string;
  /** What is measured. */
  readonly indicator: string;
  /** What trade, or what economy, the number covers. */
  readonly scope: string;
  /** The number in the baseline. */
  readonly before: Quantity;
  /** The number in the scenario. */
  readonly after: Quantity;
  /** The formula in words. */
  readonly formula: string;
  /** The formula with the values in it. */
  readonly withValues: string;
  /** The values in the formula. */
  readonly values: readonly WorkingValue[];
  /** The flows that add most to the change, largest first; none where the model does not count flows. */
  readonly contributions: readonly WorkingFlow[];
  /** The other flows of the group: how many, and what they add together; null where there are no flows. */
  readonly others: { readonly flows: number; readonly contribution: Quantity } | null;
  /** The steps that change a flow of the group, with the law behind each. */
  readonly measures: Outcome["measures"];
  /** What the number rests on besides data and law. */
  readonly assumptions: readonly Assumption[];
  /** The equations that a solved model satisfies; none for a model that only counts. */
  readonly equations: readonly WorkingEquation[];
  /** The largest deviation over all equations; null for a model that only counts. */
  readonly residual: number | null;
}

/**
 * What a model says of a number; the rest of a {@link Working} stands in the outcome and its row.
 */
export type WorkingParts = Pick<
  Working,
  "formula" | "withValues" | "values" | "contributions" | "others" | "measures" | "equations" | "residual"
>;

/** What a formula says of time, where a scenario is looked at over a period. */
export function overPeriod({ evaluate: { over } }: Scenario<string>): string {
  return over === undefined ? "" : `; duties weighted by days from ${over.from} to ${over.to}`;
}
