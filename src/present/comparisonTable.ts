import type { Comparison, ComparisonRow } from "../compare/compareScenarios.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { Outcome, OutcomeRow } from "../models/outcome.js";
import { type FormatOptions, formatQuantity } from "./formatQuantity.js";
import { requireRows } from "./requireRows.js";

/**
 * Which numbers of a comparison to set side by side.
 *
 * @category Presentation
 */
export interface ComparisonTableOptions {
  /** The comparison. */
  readonly comparison: Comparison;
  /** The breakdown whose groups become rows; with `"all"` the scenarios do. */
  readonly dimension: OutcomeRow["dimension"];
  /** What is measured; with another breakdown than `"all"`, the first of them. */
  readonly indicators: readonly string[];
  /** Levels, differences, or percent changes. */
  readonly show: "level" | "difference" | "percent";
  /** How to write the numbers. */
  readonly format: FormatOptions;
}

/**
 * A comparison as a table for people: scenarios down and indicators across, or groups down and scenarios across.
 *
 * **Result**: rows of text, ready for {@link toMarkdown} or {@link toCsv}; a number that has no meaning, or that a model
 * does not give, is `"n/a"`. With several models, each has its own row or column.
 *
 * @throws `unknown-flow` where the comparison has no such numbers, `missing-key`, `unknown-key`, `wrong-type`.
 * @example Additional duties by scenario
 * ```ts
 * import { accounting, compareScenarios, comparisonTable, januaryScenarios } from "tariff-whatif";
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
 * comparisonTable({
 *   comparison,
 *   dimension: "all",
 *   indicators: ["additionalDuties", "effectiveRate"],
 *   show: "level",
 *   format: { moneyIn: "billion", places: 2, rounding: "half-even" },
 * }); // => [{ scenario: "China 10%", additionalDuties: "USD 42.94 billion", effectiveRate: "3.66%" }]
 * ```
 * @category Presentation
 */
export function comparisonTable(
  options: ComparisonTableOptions,
): readonly Readonly<Record<string, string>>[] {
  const { comparison, dimension, indicators, show, format } = readOptions(options, "", [
    "comparison",
    "dimension",
    "indicators",
    "show",
    "format",
  ]);
  const rows = requireRows(comparison).filter((row) => row.dimension === dimension);
  const wanted = dimension === "all" ? indicators : indicators.slice(0, 1);
  for (const indicator of wanted) {
    if (rows.some((row) => row.indicator === indicator)) continue;
    throw new TariffError({
      code: "unknown-flow",
      path: "indicators",
      received: `${dimension} ${indicator}`,
      advice: "Name a breakdown that was compared and an indicator of its rows.",
    });
  }
  const write = (row: ComparisonRow | undefined): string => {
    const quantity = row?.[show] ?? null;
    return quantity === null ? "n/a" : formatQuantity(quantity, format);
  };
  const several = new Set(comparison.outcomes.map(({ model }) => model)).size > 1;
  const find = ({ scenario, model }: Outcome, indicator: string | undefined, key: string) =>
    write(
      rows.find(
        (row) =>
          row.scenario === scenario && row.model === model && row.indicator === indicator && row.key === key,
      ),
    );
  if (dimension === "all") {
    return deepFreeze(
      comparison.outcomes.map((outcome) => ({
        scenario: outcome.title,
        ...(several ? { model: outcome.model } : {}),
        ...Object.fromEntries(wanted.map((indicator) => [indicator, find(outcome, indicator, "all")])),
      })),
    );
  }
  const names = new Map(rows.filter((row) => row.indicator === wanted[0]).map((row) => [row.key, row.name]));
  const column = ({ scenario, model }: Outcome) => (several ? `${scenario} (${model})` : scenario);
  return deepFreeze(
    [...names].map(([key, name]) => ({
      [dimension]: name,
      ...Object.fromEntries(
        comparison.outcomes.map((outcome) => [column(outcome), find(outcome, wanted[0], key)]),
      ),
    })),
  );
}
