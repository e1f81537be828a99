import type { Money } from "../exact/money.js";
import type { PercentagePoints, PercentChange, Rate } from "../exact/rate.js";
import type { ParameterValue } from "../scenario/bind.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Baseline } from "../trade/baseline.js";
import type { SourceCard } from "../trade/source.js";
import type { Breakdown, BreakdownRequest } from "./breakdown.js";
import { daysInForce } from "./inForce.js";

/**
 * A number with its unit: money, a rate, a change of a rate in percentage points, or a relative change in percent.
 *
 * @category Models
 */
export type Quantity = Money | Rate | PercentagePoints | PercentChange;

/**
 * One number of an outcome, before and after the scenario.
 *
 * @category Models
 */
export interface OutcomeRow {
  /** What the number is broken down by; `"all"` for a total, `"exporter/chapter"` for a pair. */
  readonly dimension: Breakdown;
  /** The code of the group: a partner, a chapter; `"all"` for a total, `"CHN/85"` in a pair. */
  readonly key: string;
  /** The name of the group. */
  readonly name: string;
  /** What is measured, for example `"duties"`. */
  readonly indicator: string;
  /**
   * What trade, or what economy, the number covers, for example `"imports of the United States"`. It belongs to the
   * identity of the indicator: numbers of different scope are never compared, ranked or set in one column.
   */
  readonly scope: string;
  /** Its value in the baseline. */
  readonly before: Quantity;
  /** Its value in the scenario. */
  readonly after: Quantity;
}

/** What a row is of, whatever it measures. */
export type RowIdentity = Pick<OutcomeRow, "dimension" | "key" | "name" | "scope">;

/**
 * Which number of an outcome is meant.
 *
 * @category Comparison
 */
export interface Measurement {
  /** What it is broken down by; `"all"` for a total, `["exporter", "chapter"]` or `"exporter/chapter"` for a pair. */
  readonly dimension: BreakdownRequest;
  /** The code of the group; `"all"` for a total, `"CHN/85"` in a pair. */
  readonly key: string;
  /** What is measured, for example `"additionalDuties"`. */
  readonly indicator: string;
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
  /** What trade the totals cover, for example `"imports of the United States"`. */
  readonly scope: string;
  /** The numbers. */
  readonly rows: readonly OutcomeRow[];
  /** What the model does not take into account. */
  readonly leavesOut: readonly string[];
  /** What the numbers rest on besides the data: values of open parameters, elasticities. */
  readonly assumptions: readonly Assumption[];
  /** Where the data come from. */
  readonly sources: readonly SourceCard[];
  /** Where the steps of the scenario come from, by step. */
  readonly measures: readonly OutcomeMeasure[];
  /** What a reader should know, for example a step that met no trade. */
  readonly notes: readonly string[];
}

/**
 * A step of the scenario as a result lists it.
 *
 * @category Models
 */
export interface OutcomeMeasure {
  /** The identifier of the step. */
  readonly id: string;
  /** Its line for people. */
  readonly title: string;
  /** Where it comes from. */
  readonly source: string;
  /**
   * Days on which it is in force, its spells and seasons counted: in the period asked for, or from its first to its last
   * day; null where it has no first day or no last.
   */
  readonly daysInForce: number | null;
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
 * What a model assumes, as options take it: left out where it assumes nothing.
 *
 * @category Models
 */
export type AssumptionsOption<Assumptions> = undefined extends Assumptions
  ? {
      /** What the model assumes; none are needed here. */
      readonly assumptions?: Assumptions;
    }
  : {
      /** What the model assumes, the same throughout. */
      readonly assumptions: Assumptions;
    };

/**
 * A model: a pure function from data, scenario and assumptions to an outcome.
 *
 * @category Models
 */
export type Model<Assumptions, Result extends Outcome> = (options: ModelOptions<Assumptions>) => Result;

/** The title of a result: that of the scenario, with the values of its bound parameters. */
export function titleOf(scenario: Scenario<string>): string {
  const values = Object.keys(scenario.parameters).flatMap((name) =>
    scenario.bound[name] === undefined ? [] : [`${name} ${scenario.bound[name]}`],
  );
  return values.length === 0 ? scenario.title : `${scenario.title} (${values.join(", ")})`;
}

/** The values of bound parameters, as assumptions. */
export function boundAssumptions(scenario: Scenario<string>): Assumption[] {
  return Object.entries(scenario.bound).map(([name, value]: [string, ParameterValue]) => ({
    name: scenario.parameters[name]?.title ?? name,
    value,
    source: "chosen by the user: the source leaves it open",
  }));
}

/** The steps of a scenario with their sources, as a result lists them. */
export function measuresOf(scenario: Scenario<string>): Outcome["measures"] {
  return scenario.steps.map((step) => ({
    id: step.id,
    title: step.title,
    source:
      step.source.place === undefined ? step.source.title : `${step.source.title}, ${step.source.place}`,
    daysInForce: daysInForce(step, scenario.evaluate),
  }));
}
