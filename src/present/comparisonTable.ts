import type { Comparison, ComparisonRow } from "../compare/compareScenarios.js";
import { requireComparison } from "../compare/requireComparison.js";
import { unknownIndicator } from "../compare/unknownIndicator.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { requireBounded } from "../internal/listBounds.js";
import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import { type BreakdownRequest, readBreakdown } from "../models/breakdown.js";
import type { Outcome } from "../models/outcome.js";
import { type FormatOptions, requireFormat, writeQuantity } from "./formatQuantity.js";

/**
 * Which numbers of a comparison to set side by side.
 *
 * @category Presentation
 */
export interface ComparisonTableOptions {
  /** The comparison. */
  readonly comparison: Comparison;
  /** The breakdown whose groups become rows; with `"all"` the scenarios do. */
  readonly dimension: BreakdownRequest;
  /** What is measured; with another breakdown than `"all"`, one indicator only. */
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
 * does not give, is `"n/a"`. With several models, each has its own row or column; where they cover different trade, the
 * scope stands in the head of the column, and numbers of different scope never stand in one.
 *
 * @throws `empty` for no indicator, `too-long` for several with another breakdown than `"all"`, `unknown-flow` where the comparison has no such numbers, `missing-key`, `unknown-key`, `wrong-type`.
 * @example Additional duties by scenario
 * ```ts
 * import { accounting, compareScenarios, comparisonTable, januaryScenarios } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const comparison = compareScenarios({
 *   baseline: usImports2024,
 *   scenarios: [januaryScenarios.china10],
 *   model: accounting,
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
  const breakdown = readBreakdown(dimension, "dimension");
  requireFormat(format, "format");
  requireBounded(indicators, "sideBySide", "indicators");
  // Array.from, so that a gap in the list is met like any other wrong entry.
  Array.from(indicators).forEach((indicator, index) => {
    requireText(indicator, `indicators[${index}]`);
  });
  if (breakdown !== "all" && indicators.length > 1) {
    throw new TariffError({
      code: "too-long",
      path: "indicators",
      received: indicators,
      advice: `Give one indicator a table: with ${breakdown} down and scenarios across there is room for one.`,
    });
  }
  if (!["level", "difference", "percent"].includes(show)) {
    throw new TariffError({
      code: "wrong-type",
      path: "show",
      received: show,
      advice: "Name one of level, difference, percent.",
    });
  }
  const rows = requireComparison(comparison).filter((row) => row.dimension === breakdown);
  for (const indicator of indicators) {
    if (rows.some((row) => row.indicator === indicator)) continue;
    throw new TariffError({
      code: "unknown-flow",
      path: "indicators",
      received: `${breakdown} ${indicator.slice(0, 40)}`,
      advice: unknownIndicator(indicator, rows),
    });
  }
  const write = (row: ComparisonRow | undefined): string => {
    const quantity = row?.[show] ?? null;
    return quantity === null ? "n/a" : writeQuantity(quantity, format, "comparison.rows");
  };
  const several = new Set(comparison.outcomes.map(({ model }) => model)).size > 1;
  const scopesOf = (indicator: string) => [
    ...new Set(rows.filter((row) => row.indicator === indicator).map((row) => row.scope)),
  ];
  // Found by position in a map: a search of all rows for each cell would take the square of their number.
  const place = (scenario: string, model: string, indicator: string, scope: string, key: string) =>
    JSON.stringify([scenario, model, indicator, scope, key]);
  const found = new Map(
    rows.map((row) => [place(row.scenario, row.model, row.indicator, row.scope, row.key), row]),
  );
  const find = ({ scenario, model }: Outcome, indicator: string, scope: string, key: string) =>
    write(found.get(place(scenario, model, indicator, scope, key)));
  if (breakdown === "all") {
    return deepFreeze(
      comparison.outcomes.map((outcome) => ({
        scenario: outcome.title,
        ...(several ? { model: outcome.model } : {}),
        ...Object.fromEntries(
          indicators.flatMap((indicator) => {
            const scopes = scopesOf(indicator);
            // Numbers of different scope are different numbers: each has a column of its own.
            return scopes.map((scope) => [
              scopes.length > 1 ? `${indicator} (${scope})` : indicator,
              find(outcome, indicator, scope, "all"),
            ]);
          }),
        ),
      })),
    );
  }
  const indicator = indicators[0] as string;
  const scopes = scopesOf(indicator);
  const names = new Map(rows.filter((row) => row.indicator === indicator).map((row) => [row.key, row.name]));
  const columns = comparison.outcomes.flatMap((outcome) =>
    scopes
      .filter(
        (scope) =>
          scopes.length === 1 ||
          rows.some(
            (row) => row.model === outcome.model && row.indicator === indicator && row.scope === scope,
          ),
      )
      .map((scope) => {
        const qualifiers = [...(several ? [outcome.model] : []), ...(scopes.length > 1 ? [scope] : [])];
        return [
          qualifiers.length > 0 ? `${outcome.scenario} (${qualifiers.join(", ")})` : outcome.scenario,
          outcome,
          scope,
        ] as const;
      }),
  );
  return deepFreeze(
    [...names].map(([key, name]) => ({
      [breakdown]: name,
      ...Object.fromEntries(
        columns.map(([column, outcome, scope]) => [column, find(outcome, indicator, scope, key)]),
      ),
    })),
  );
}
