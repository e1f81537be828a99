import {
  type Comparison,
  compareScenarios,
  comparisonTable,
  type FormatOptions,
  tidyRows,
} from "tariff-whatif";
import type { Host } from "../Host.js";
import { readModel, watched } from "../models.js";
import { progressOf } from "../progress.js";
import { type FiguresOptions, readFigures } from "../readFigures.js";
import { readPairs } from "../readPairs.js";
import { readClosed } from "../readScenario.js";
import { remarks } from "../remarks.js";
import { type Format, paintRows, readFormat, writeRows } from "../write.js";

export interface RunOptions extends FiguresOptions {
  readonly model?: string;
  readonly against: string;
  readonly by: string;
  readonly indicator?: string;
  readonly show: "level" | "difference" | "percent";
  readonly format: string;
  readonly moneyIn: FormatOptions["moneyIn"];
  readonly places: string;
  readonly set: readonly string[];
  readonly assume: readonly string[];
}

/** `run`: scenarios side by side through one model. */
export async function run(files: readonly string[], options: RunOptions, host: Host): Promise<void> {
  const format = readFormat(options.format);
  const { model, assumptions, figures } = await readModel(
    options.model,
    readPairs("--assume", options.assume),
    host,
  );
  const scenarios = await readClosed(files, readPairs("--set", options.set), host);
  const baseline = await readFigures(options, figures, host);
  const bar = progressOf(scenarios.length, host);
  const comparison = compareScenarios({
    baseline,
    scenarios,
    model: watched(model, bar.step),
    assumptions,
    against: options.against,
    by: options.by.split(",").map((each) => each.trim()) as never,
  });
  bar.stop();
  if (format === "json") host.out(writeRows([], format, comparison));
  else if (format === "csv") host.out(writeRows(tidyRows(comparison) as never, format, comparison));
  else host.out(paintRows(tables(comparison, options, format), format, host));
}

/** One table for the totals, one for each indicator of each other breakdown, and what the numbers rest on. */
function tables(comparison: Comparison, options: RunOptions, format: Format): string {
  const written: FormatOptions = {
    moneyIn: options.moneyIn,
    places: Number(options.places),
    rounding: "half-even",
  };
  const dimensions = [...new Set(comparison.rows.map(({ dimension }) => dimension))];
  const parts = dimensions.flatMap((dimension) => {
    const found = comparison.rows
      .filter((row) => row.dimension === dimension)
      .map(({ indicator }) => indicator);
    const indicators = options.indicator?.split(",") ?? [...new Set(found)];
    const groups = dimension === "all" ? [indicators] : indicators.map((each) => [each]);
    return groups.map((group) => {
      const table = comparisonTable({
        comparison,
        dimension: dimension as never,
        indicators: group,
        show: options.show,
        format: written,
      });
      const title = dimension === "all" ? "" : `${group[0]} by ${dimension} (${options.show})\n\n`;
      return `${title}${writeRows(table, format, table)}`;
    });
  });
  return `${parts.join("\n")}\n${remarks(comparison.outcomes)}`;
}
