import type { Comparison } from "../compare/compareScenarios.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { Outcome } from "../models/outcome.js";
import { type ChartSpecification, chartFrame, palette, spoken } from "./chartFrame.js";
import { type ChartRowsOptions, chartRows } from "./chartRows.js";
import { readChartTitle } from "./readChartTitle.js";

/**
 * What {@link comparisonChart} draws.
 *
 * @category Charts
 */
export interface ComparisonChartOptions extends ChartRowsOptions {
  /** The title of the chart. */
  readonly title: string;
  /** The numbers themselves, or their difference from the reference. */
  readonly show: "level" | "difference";
  /** The most groups to draw, those with the largest numbers first; 1 to 100. */
  readonly most: number;
}

/**
 * Bars of one indicator as a Vega-Lite specification: scenarios side by side, partners, chapters, or the welfare of
 * economies in a world outcome.
 *
 * **Result**: plain JSON with numbers, a palette for any colour vision and a text alternative; where there are no rows, a
 * sentence stands in the chart. Several scenarios are told apart by colour, several models by panels.
 *
 * @throws What {@link chartRows} throws; `out-of-range` for `most`, `wrong-type` for `show`.
 * @example The partners that pay most
 * ```ts
 * import { accounting, comparisonChart, januaryScenarios } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const outcome = accounting({ baseline: usImports2024, scenario: januaryScenarios.chinaMexicoCanada });
 * const chart = comparisonChart(outcome, {
 *   title: "Additional duties by partner",
 *   indicator: "additionalDuties",
 *   dimension: "exporter",
 *   moneyIn: "billion",
 *   show: "level",
 *   most: 3,
 * });
 * chart.description; // => "Additional duties by partner. In USD billion of 2024: Mexico 125.9, Canada 102.9, China 42.94."
 * ```
 * @category Charts
 */
export function comparisonChart(
  comparison: Comparison | Outcome,
  options: ComparisonChartOptions,
): ChartSpecification {
  const { title, show, most, ...which } = readOptions(options, "options", [
    ...(["title", "show", "most", "indicator", "dimension", "moneyIn"] as const),
  ]);
  if (show !== "level" && show !== "difference") {
    throw new TariffError({
      code: "wrong-type",
      path: "options.show",
      received: show,
      advice: "Name level or difference.",
    });
  }
  readChartTitle(title, "options.title");
  if (!Number.isInteger(most) || most < 1 || most > 100) {
    throw new TariffError({
      code: "out-of-range",
      path: "options.most",
      received: most,
      advice: "Give a whole number from 1 to 100.",
    });
  }
  const all = chartRows(comparison, which).flatMap((row) => {
    const value = show === "level" ? row.number : row.difference;
    return value === null ? [] : [{ ...row, value, unit: show === "level" ? row.unit : row.differenceUnit }];
  });
  const totals = which.dimension === "all";
  const largest = new Map<string, number>();
  for (const { key, value } of all) largest.set(key, Math.max(largest.get(key) ?? 0, Math.abs(value)));
  const shown = new Set(
    [...largest]
      .sort((left, right) => right[1] - left[1])
      .slice(0, most)
      .map(([key]) => key),
  );
  const rows = all
    .filter(({ key }) => shown.has(key))
    .map((row) => ({ ...row, bar: totals ? row.title : row.name }))
    .sort((left, right) => Math.abs(right.value) - Math.abs(left.value));
  const unit = rows[0]?.unit ?? "";
  const scenarios = [...new Set(rows.map((row) => row.title))];
  const models = [...new Set(rows.map(({ model }) => model))];
  const byColour = !totals && scenarios.length > 1;
  const phrases = rows.map(
    (row) =>
      `${row.bar}${byColour ? `, ${row.title}` : ""}${models.length > 1 ? `, ${row.model}` : ""} ${spoken(row.value)}`,
  );
  return chartFrame(title, `${title}. In ${unit}: ${phrases.slice(0, 12).join(", ")}.`, rows, {
    height: { step: byColour ? 12 : 20 },
    mark: { type: "bar", tooltip: true, color: palette[0] },
    encoding: {
      y: {
        field: "bar",
        type: "nominal",
        title: null,
        sort: [...new Set(rows.map(({ bar }) => bar))],
        axis: { labelLimit: 640 },
      },
      x: { field: "value", type: "quantitative", title: unit, axis: { format: ",~r" } },
      ...(byColour
        ? {
            yOffset: { field: "title", type: "nominal", sort: scenarios },
            color: {
              field: "title",
              type: "nominal",
              title: null,
              scale: { range: [...palette] },
              legend: { orient: "bottom", columns: 1, labelLimit: 640 },
            },
          }
        : {}),
      ...(models.length > 1 ? { row: { field: "model", type: "nominal", title: null } } : {}),
    },
  });
}
