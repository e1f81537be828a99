import type { Money } from "../exact/money.js";
import type { PercentagePoints, PercentChange, Rate } from "../exact/rate.js";
import type { ParameterValue } from "../scenario/bind.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Baseline } from "../trade/baseline.js";
import type { Dimension } from "../trade/dimension.js";
import type { SourceCard } from "../trade/source.js";

/**
 * A number with its unit: money, a rate, a change of a rate in percentage points, or a relative change in percent.
 *
 * @category Models
 */
export type Quantity = Money | Rate | PercentagePoints | PercentChange;

/**
 * What a number of an outcome is broken down by: a breakdown of trade, `"all"` for a total, or a breakdown of
 * consumption.
 *
 * @category Models
 */
export type OutcomeDimension =
  | Dimension
  | "all"
  | "commodity"
  | "consumptionLine"
  | "consumptionGroup"
  | "householdTenth";

/**
 * One number of an outcome, before and after the scenario.
 *
 * @category Models
 */
export interface OutcomeRow {
  /** What the number is broken down by; `"all"` for a total. */
  readonly dimension: OutcomeDimension;
  /** The code of the group: a partner, a chapter; `"all"` for a total. */
  readonly key: string;
  /** The name of the group. */
  readonly name: string;
  /** What is measured, for example `"duties"`. */
  readonly indicator: string;
  /** Its value in the baseline. */
  readonly before: Quantity;
  /** Its value in the scenario. */
  readonly after: Quantity;
}

/**
 * Something a result rests on that a reader may want to doubt.
 *
 * @category Models
 */
export interface Assumption {
  /** What is assumed. */
  readonly name: string;
  /** Its value, as text. */
  readonly value: string;
  /** Where the value comes from. */
  readonly source: string;
}

/**
 * What every model returns: the same rows whatever the model, and what they rest on.
 *
 * @category Models
 */
export interface Outcome {
  /** The name of the model. */
  readonly model: string;
  /** The identifier of the scenario. */
  readonly scenario: string;
  /** The line of the scenario for people. */
  readonly title: string;
  /** The identifier of the baseline. */
  readonly baseline: string;
  /** The numbers. */
  readonly rows: readonly OutcomeRow[];
  /** What the model does not take into account. */
  readonly leavesOut: readonly string[];
  /** What the numbers rest on besides the data: values of open parameters, elasticities. */
  readonly assumptions: readonly Assumption[];
  /** Where the data come from. */
  readonly sources: readonly SourceCard[];
  /** Where the steps of the scenario come from, by step. */
  readonly measures: readonly { readonly id: string; readonly title: string; readonly source: string }[];
  /** What a reader should know, for example a step that met no trade. */
  readonly notes: readonly string[];
}

/**
 * A question to a model: the data, what changes, and what is assumed.
 *
 * @category Models
 */
export interface ModelOptions<Assumptions> {
  /** The data. */
  readonly baseline: Baseline;
  /** What changes; no parameter may be open. */
  readonly scenario: Scenario<never>;
  /** What the model assumes. */
  readonly assumptions: Assumptions;
}

/**
 * A model: a pure function from data, scenario and assumptions to an outcome.
 *
 * @category Models
 */
export type Model<Assumptions, Result extends Outcome> = (options: ModelOptions<Assumptions>) => Result;

/** The title of a result: that of the scenario, with the values of its bound parameters. */
export function titleOf(scenario: Scenario): string {
  const values = Object.keys(scenario.parameters).flatMap((name) =>
    scenario.bound[name] === undefined ? [] : [`${name} ${scenario.bound[name]}`],
  );
  return values.length === 0 ? scenario.title : `${scenario.title} (${values.join(", ")})`;
}

/** The values of bound parameters, as assumptions. */
export function boundAssumptions(scenario: Scenario): Assumption[] {
  return Object.entries(scenario.bound).map(([name, value]: [string, ParameterValue]) => ({
    name: scenario.parameters[name]?.title ?? name,
    value,
    source: "chosen by the user: the source leaves it open",
  }));
}

/** The steps of a scenario with their sources, as a result lists them. */
export function measuresOf(scenario: Scenario): Outcome["measures"] {
  return scenario.steps.map(({ id, title, source }) => ({
    id,
    title,
    source: source.place === undefined ? source.title : `${source.title}, ${source.place}`,
  }));
}
