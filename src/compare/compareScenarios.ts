import type { PercentChange } from "../exact/rate.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { TariffError } from "../internal/TariffError.js";
import type { Outcome, OutcomeRow, Quantity } from "../models/outcome.js";
import { type CompareOptions, readCompareOptions } from "./compareOptions.js";
import { differenceOf, percentChangeOf } from "./quantity.js";

/**
 * One number of one scenario beside what it is compared with.
 *
 * @category Comparison
 */
export interface ComparisonRow {
  /** The identifier of the scenario. */
  readonly scenario: string;
  /** The model that gave the number. */
  readonly model: string;
  /** What the number is broken down by. */
  readonly dimension: OutcomeRow["dimension"];
  /** The code of the group. */
  readonly key: string;
  /** The name of the group. */
  readonly name: string;
  /** What is measured. */
  readonly indicator: string;
  /** The number in the scenario. */
  readonly level: Quantity;
  /** The number less that of the reference: money in money, rates in percentage points. */
  readonly difference: Quantity;
  /** The difference relative to the reference; null where the reference is zero or is itself a change. */
  readonly percent: PercentChange | null;
}

/**
 * What {@link compareScenarios} returns.
 *
 * @category Comparison
 */
export interface Comparison<Result extends Outcome = Outcome> {
  /** What the differences are taken from. */
  readonly against: string;
  /** The outcome of each scenario, in the order given. */
  readonly outcomes: readonly Result[];
  /** Every number of every scenario, tidy: one number a row. */
  readonly rows: readonly ComparisonRow[];
}

/**
 * Any number of scenarios side by side, through one model.
 *
 * **Formula**: difference = level - reference; percent = difference / |reference|.
 *
 * **Result**: one row for each scenario, breakdown, group and indicator, in this order; every number carries its unit.
 *
 * @throws `empty` for no scenario or no breakdown, `unknown-flow` for a breakdown that the model does not give, `duplicate-id`, `unknown-parameter` for an unknown reference, and
 * what the model throws, for example `open-parameters`.
 * @example Two threats against the baseline
 * ```ts
 * import { accounting, compareScenarios, januaryScenarios } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const { rows } = compareScenarios({
 *   baseline: usImports2024,
 *   scenarios: [januaryScenarios.china10, januaryScenarios.mexicoCanada25],
 *   model: accounting,
 *   assumptions: undefined,
 *   against: "baseline",
 *   by: ["all"],
 * });
 * rows.filter((row) => row.indicator === "effectiveRate").map((row) => (row.level as string).slice(0, 6)); // => ["3.6601", "9.3616"]
 * ```
 * @category Comparison
 */
export function compareScenarios<Assumptions, Result extends Outcome>(
  options: CompareOptions<Assumptions, Result>,
): Comparison<Result> {
  const { baseline, scenarios, model, assumptions, against, by } = readCompareOptions(options);
  const outcomes = scenarios.map((scenario) => model({ baseline, scenario, assumptions }));
  const reference = outcomes.find((outcome) => outcome.scenario === against);
  by.forEach((dimension, index) => {
    if (outcomes.some((outcome) => outcome.rows.some((row) => row.dimension === dimension))) return;
    throw new TariffError({
      code: "unknown-flow",
      path: `by[${index}]`,
      received: dimension,
      advice: "Leave this breakdown away: the model does not give it.",
    });
  });
  const wanted = new Set<string>(by);
  const rowsOf = (outcome: Outcome) => outcome.rows.filter((row) => wanted.has(row.dimension));
  const label = (row: OutcomeRow) => `${row.dimension}/${row.key}/${row.indicator}`;
  const levels = reference && new Map(rowsOf(reference).map((row) => [label(row), row.after]));
  const rows = outcomes.flatMap((outcome) =>
    rowsOf(outcome).map((row) => compareRow(outcome, row, levels ? levels.get(label(row)) : row.before)),
  );
  return deepFreeze({ against, outcomes, rows });
}

function compareRow(outcome: Outcome, row: OutcomeRow, reference: Quantity = row.before): ComparisonRow {
  const { dimension, key, name, indicator, after } = row;
  const difference = differenceOf(after, reference);
  const percent = percentChangeOf(after, reference);
  return {
    scenario: outcome.scenario,
    model: outcome.model,
    dimension,
    key,
    name,
    indicator,
    level: after,
    difference,
    percent,
  };
}
