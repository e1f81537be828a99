import type { PercentChange } from "../exact/rate.js";
import { TariffError } from "../internal/TariffError.js";
import type { AssumptionsOption, Outcome, OutcomeRow, Quantity } from "../models/outcome.js";
import { differenceOf, ownQuantity, percentChangeOf } from "../models/quantity.js";
import { modelAdvice, requireOutcome } from "../models/requireOutcome.js";
import { rowsBy } from "../models/rowsBy.js";
import { type CompareModelsOptions, type CompareOptions, readCompareOptions } from "./compareOptions.js";
import { titledByTime } from "./titledByTime.js";

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
  /** What trade, or what economy, the number covers; part of what is measured. */
  readonly scope: string;
  /** The number in the scenario. */
  readonly level: Quantity;
  /**
   * The number less that of the reference: money in money, rates in percentage points; null where the reference does not
   * have this number.
   */
  readonly difference: Quantity | null;
  /** The difference relative to the reference; null where the reference is zero, is itself a change or is missing. */
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

/** Rows of all outcomes together: more than a page, a spreadsheet or a browser takes. */
const mostRows = 2_000_000;

/**
 * Any number of scenarios side by side, through one model or through several.
 *
 * **Formula**: difference = level - reference; percent = difference / |reference|.
 *
 * **Result**: one row for each scenario, breakdown, group and indicator, in this order; every number carries its unit.
 * With several models, one after the other for each scenario; each is compared with itself, and where they disagree both
 * numbers stand, each with the `scope` it covers. Each outcome says what its model leaves out; where the scenarios are looked
 * at on different days or over different periods, its title says when. A number that the reference does not have has no
 * difference: it is null, never taken from the baseline instead. Pairs of breakdowns such as `["exporter", "chapter"]` give
 * rows of dimension `"exporter/chapter"` with keys such as `"CHN/85"`.
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
 *   against: "baseline",
 *   by: ["all"],
 * });
 * rows.filter((row) => row.indicator === "effectiveRate").map((row) => (row.level as string).slice(0, 6)); // => ["3.6601", "9.3616"]
 * ```
 * @category Comparison
 */
export function compareScenarios<Assumptions, Result extends Outcome>(
  options: (CompareOptions<Assumptions, Result> & AssumptionsOption<Assumptions>) | CompareModelsOptions,
): Comparison<Result> {
  const { scenarios, models, against, by } = readCompareOptions(options);
  const outcomes = titledByTime(scenarios).flatMap((scenario) =>
    models.map((model) => requireOutcome(model(scenario), "model", modelAdvice) as Result),
  );
  const wanted = [...new Set(by)];
  const rowsOf = outcomes.map((outcome) => wanted.map((breakdown) => rowsBy(outcome, breakdown)));
  wanted.forEach((breakdown, at) => {
    if (rowsOf.some((rows) => (rows[at] as readonly OutcomeRow[]).length > 0)) return;
    throw new TariffError({
      code: "unknown-flow",
      path: `by[${by.indexOf(breakdown)}]`,
      received: breakdown,
      advice: "Omit this breakdown: no model here gives it.",
    });
  });
  const count = rowsOf.reduce((sum, lists) => sum + lists.reduce((own, rows) => own + rows.length, 0), 0);
  if (count > mostRows) {
    throw new TariffError({
      code: "too-long",
      path: "by",
      received: count,
      advice: `Ask for fewer breakdowns or scenarios: a comparison holds at most ${mostRows} rows.`,
    });
  }
  const identity = (model: string, { dimension, key, indicator, scope }: OutcomeRow) =>
    JSON.stringify([model, dimension, key, indicator, scope]);
  const reference = new Map<string, Quantity>();
  if (against !== "baseline") {
    outcomes.forEach((outcome, at) => {
      if (outcome.scenario !== against) return;
      for (const row of (rowsOf[at] ?? []).flat()) reference.set(identity(outcome.model, row), row.after);
    });
  }
  const rows = outcomes.flatMap((outcome, at) =>
    (rowsOf[at] ?? [])
      .flat()
      .map((row) =>
        compareRow(
          outcome,
          row,
          against === "baseline" ? row.before : (reference.get(identity(outcome.model, row)) ?? null),
        ),
      ),
  );
  return Object.freeze({ against, outcomes: Object.freeze(outcomes), rows: Object.freeze(rows) });
}

function compareRow(outcome: Outcome, row: OutcomeRow, reference: Quantity | null): ComparisonRow {
  const { dimension, key, name, indicator, scope, after } = row;
  return Object.freeze({
    scenario: outcome.scenario,
    model: outcome.model,
    dimension,
    key,
    name,
    indicator,
    scope,
    level: ownQuantity(after),
    difference: reference === null ? null : differenceOf(after, reference),
    percent: reference === null ? null : percentChangeOf(after, reference),
  });
}
