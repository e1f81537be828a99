import type { Comparison, ComparisonRow } from "../compare/compareScenarios.js";
import { requireComparison } from "../compare/requireComparison.js";
import { writeDecimal } from "../exact/decimal.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { isRecord } from "../internal/isRecord.js";
import { requireAtMost } from "../internal/listBounds.js";
import { TariffError } from "../internal/TariffError.js";
import type { Outcome } from "../models/outcome.js";
import { differenceOf, numberOf, percentChangeOf, requireQuantity, unitOf } from "../models/quantity.js";

/**
 * One number of a comparison or an outcome, flat: every cell is text, units stand in columns of their own.
 *
 * @category Presentation
 */
export interface TidyRow {
  /** The identifier of the scenario. */
  readonly scenario: string;
  /** The model. */
  readonly model: string;
  /** What the number is broken down by. */
  readonly dimension: string;
  /** The code of the group. */
  readonly key: string;
  /** The name of the group. */
  readonly name: string;
  /** What is measured. */
  readonly indicator: string;
  /** What trade, or what economy, the number covers: numbers of different scope are different indicators. */
  readonly scope: string;
  /** The number in the scenario. */
  readonly level: string;
  /** The unit of the level: a currency and its price year, `%`, `pp` or `percent`. */
  readonly unit: string;
  /** The number less that of the reference; empty where the reference does not have it. */
  readonly difference: string;
  /** The unit of the difference: percentage points for everything in percent; empty where there is none. */
  readonly differenceUnit: string;
  /** The difference relative to the reference, in percent; empty where that has no meaning. */
  readonly percentChange: string;
  /** The line of the scenario for people; where several are looked at at different times, it says when. */
  readonly title: string;
}

/**
 * The numbers of a comparison, or of one outcome, as flat rows of text, for a data frame, a spreadsheet or a chart.
 *
 * **Result**: one row a number, in full precision; a number and its unit are never in one cell.
 * Those of an outcome are compared with the baseline: the level is the number after, the difference is after - before.
 *
 * @throws `wrong-type` for what is neither a comparison nor an outcome.
 * @example The columns
 * ```ts
 * import { accounting, compareScenarios, januaryScenarios, tidyRows } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const comparison = compareScenarios({
 *   baseline: usImports2024,
 *   scenarios: [januaryScenarios.china10],
 *   model: accounting,
 *   against: "baseline",
 *   by: ["all"],
 * });
 * const row = tidyRows(comparison).find((candidate) => candidate.indicator === "duties");
 * row?.level; // => "119301426500"
 * row?.unit; // => "USD of 2024"
 * row?.difference; // => "42942583500"
 * ```
 * @example The rows of one model's outcome
 * ```ts
 * import { accounting, januaryScenarios, tidyRows } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const outcome = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 });
 * tidyRows(outcome).find((row) => row.indicator === "duties")?.difference; // => "42942583500"
 * ```
 * @category Presentation
 */
export function tidyRows(comparison: Comparison | Outcome): readonly TidyRow[] {
  const rows = isOutcome(comparison) ? rowsOf(comparison) : requireComparison(comparison);
  const outcomes = isOutcome(comparison) ? [comparison] : comparison.outcomes;
  const titles = new Map(outcomes.map(({ scenario, title }) => [scenario, title]));
  return deepFreeze(
    rows.map(({ scenario, model, dimension, key, name, indicator, scope, level, difference, percent }) => ({
      scenario,
      model,
      dimension,
      key,
      name,
      indicator,
      scope,
      level: writeDecimal(numberOf(level)),
      unit: unitOf(level),
      difference: difference === null ? "" : writeDecimal(numberOf(difference)),
      differenceUnit: difference === null ? "" : unitOf(difference),
      percentChange: percent === null ? "" : writeDecimal(numberOf(percent)),
      title: titles.get(scenario) ?? scenario,
    })),
  );
}

const isOutcome = (value: Comparison | Outcome): value is Outcome =>
  isRecord(value) && "model" in value && !("outcomes" in value);

/** The rows of an outcome, which may come back from JSON, as those of a comparison with the baseline. */
function rowsOf({ scenario, model, title, rows }: Outcome): readonly ComparisonRow[] {
  const demand = (holds: boolean, path: string, received: unknown): void => {
    if (holds) return;
    throw new TariffError({
      code: "wrong-type",
      path: `outcome.${path}`,
      received,
      advice: "Pass what a model returned, unchanged.",
    });
  };
  demand(typeof scenario === "string", "scenario", scenario);
  demand(typeof model === "string", "model", model);
  demand(typeof title === "string", "title", title);
  requireAtMost(rows, "rows", "outcome.rows");
  return Array.from(rows, (row, index) => {
    demand(isRecord(row), `rows[${index}]`, row);
    const { dimension, key, name, indicator, scope, before, after } = row;
    for (const [at, text] of Object.entries({ dimension, key, name, indicator, scope })) {
      demand(typeof text === "string", `rows[${index}].${at}`, text);
    }
    requireQuantity(before, `outcome.rows[${index}].before`);
    requireQuantity(after, `outcome.rows[${index}].after`);
    return {
      ...{ scenario, model, dimension, key, name, indicator, scope },
      level: after,
      difference: differenceOf(after, before),
      percent: percentChangeOf(after, before),
    };
  });
}
