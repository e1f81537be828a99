import type { Comparison } from "../compare/compareScenarios.js";
import { numberOf, unitOf } from "../compare/quantity.js";
import { requireComparison } from "../compare/requireComparison.js";
import { writeDecimal } from "../exact/decimal.js";
import { deepFreeze } from "../internal/deepFreeze.js";

/**
 * One number of a comparison, flat: every cell is text, units stand in columns of their own.
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
  /** The number in the scenario. */
  readonly level: string;
  /** The unit of the level: a currency and its price year, `%`, `pp` or `percent`. */
  readonly unit: string;
  /** The number less that of the reference. */
  readonly difference: string;
  /** The unit of the difference: percentage points for everything in percent. */
  readonly differenceUnit: string;
  /** The difference relative to the reference, in percent; empty where that has no meaning. */
  readonly percentChange: string;
}

/**
 * The numbers of a comparison as flat rows of text, for a data frame, a spreadsheet or a chart.
 *
 * **Result**: one row a number, in full precision; a number and its unit are never in one cell.
 *
 * @throws `wrong-type` for what is not a comparison.
 * @example The columns
 * ```ts
 * import { accounting, compareScenarios, januaryScenarios, tidyRows } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const comparison = compareScenarios({
 *   baseline: usImports2024,
 *   scenarios: [januaryScenarios.china10],
 *   model: accounting,
 *   assumptions: undefined,
 *   against: "baseline",
 *   by: ["all"],
 * });
 * const row = tidyRows(comparison).find((candidate) => candidate.indicator === "duties");
 * row?.level; // => "119301426500"
 * row?.unit; // => "USD of 2024"
 * row?.difference; // => "42942583500"
 * ```
 * @category Presentation
 */
export function tidyRows(comparison: Comparison): readonly TidyRow[] {
  return deepFreeze(
    requireComparison(comparison).map(
      ({ scenario, model, dimension, key, name, indicator, level, difference, percent }) => ({
        scenario,
        model,
        dimension,
        key,
        name,
        indicator,
        level: writeDecimal(numberOf(level)),
        unit: unitOf(level),
        difference: writeDecimal(numberOf(difference)),
        differenceUnit: unitOf(difference),
        percentChange: percent === null ? "" : writeDecimal(numberOf(percent)),
      }),
    ),
  );
}
