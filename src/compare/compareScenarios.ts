import type { PercentChange } from "../exact/rate.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { TariffError } from "../internal/TariffError.js";
import type { Outcome, OutcomeRow, Quantity } from "../models/outcome.js";
import { type CompareModelsOptions, type CompareOptions, readCompareOptions } from "./compareOptions.js";
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
 * Any number of scenarios side by side, through one model or through several.
 *
 * **Formula**: difference = level - reference; percent = difference / |reference|.
 *
 * **Result**: one row for each scenario, breakdown, group and indicator, in this order; every number carries its unit.
 * With several models, one after the other for each scenario; each is compared with itself, and where they disagree both
 * numbers stand. Each outcome says what its model leaves out.
 *
 * @throws `empty` for no scenario, model or breakdown, `duplicate-id`, `unknown-parameter` for an unknown reference,
 * `unknown-flow` for a breakdown that no model has, and what the models throw, for example `open-parameters`.
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
): Comparison<Result>;
export function compareScenarios(options: CompareModelsOptions): Comparison;
export function compareScenarios<Assumptions, Result extends Outcome>(
  options: CompareOptions<Assumptions, Result> | CompareModelsOptions,
): Comparison {
  const { scenarios, models, against, by } = readCompareOptions(options);
  const outcomes = scenarios.flatMap((scenario) => models.map((model) => model(scenario)));
  by.forEach((dimension, index) => {
    if (outcomes.some((outcome) => outcome.rows.some((row) => row.dimension === dimension))) return;
    throw new TariffError({
      code: "unknown-flow",
      path: `by[${index}]`,
      received: dimension,
      advice: "Leave this breakdown away: no model here gives it.",
    });
  });
  const wanted = new Set<string>(by);
  const rowsOf = (outcome: Outcome) => outcome.rows.filter((row) => wanted.has(row.dimension));
  const label = (model: string, row: OutcomeRow) => `${model}/${row.dimension}/${row.key}/${row.indicator}`;
  const reference =
    against === "baseline"
      ? null
      : new Map(
          outcomes
            .filter((outcome) => outcome.scenario === against)
            .flatMap((outcome) =>
              rowsOf(outcome).map((row) => [label(outcome.model, row), row.after] as const),
            ),
        );
  const rows = outcomes.flatMap((outcome) =>
    rowsOf(outcome).map((row) => compareRow(outcome, row, reference?.get(label(outcome.model, row)))),
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
