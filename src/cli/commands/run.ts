import {
  type Comparison,
  type ComparisonRow,
  compareScenarios,
  comparisonTable,
  type FormatOptions,
  type Outcome,
  tidyRows,
} from "tariff-whatif";
import type { Host } from "../Host.js";
import { readModel, watched } from "../models.js";
import { progressOf } from "../progress.js";
import { type FiguresOptions, readFigures } from "../readFigures.js";
import { readPairs } from "../readPairs.js";
import { readClosed } from "../readScenario.js";
import { periodOf, remarks } from "../remarks.js";
import { UsageError } from "../UsageError.js";
import { type Format, paintRows, readFormat, readWritten, type WrittenOptions, writeRows } from "../write.js";

export interface RunOptions extends FiguresOptions, WrittenOptions {
  readonly model?: string;
  readonly against: string;
  readonly by: string;
  readonly indicator?: string;
  readonly show: "level" | "difference" | "percent";
  readonly format: string;
  readonly set: readonly string[];
  readonly assume: readonly string[];
}

/** `run`: scenarios side by side through one model. */
export async function run(files: readonly string[], options: RunOptions, host: Host): Promise<void> {
  const format = readFormat(options.format);
  const written = readWritten(options);
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
  if (format === "table" || format === "markdown") {
    host.out(paintRows(tables(comparison, options, written, format), format, host));
    return;
  }
  const rows = chosen(comparison.rows, options.indicator);
  const period = periodOf(comparison.outcomes[0] as Outcome);
  const kept = new Set(rows);
  const tidy = tidyRows(comparison).filter((_, at) => kept.has(comparison.rows[at] as ComparisonRow));
  host.out(
    writeRows(
      tidy.map((row) => ({ ...row, period })),
      format,
      { ...comparison, rows },
    ),
  );
}

const listed = (text: string): readonly string[] => text.split(",").map((each) => each.trim());

/** The rows of the numbers asked for; a name that no row has is a slip. */
function chosen(rows: readonly ComparisonRow[], text: string | undefined): readonly ComparisonRow[] {
  if (text === undefined) return rows;
  const known = new Set(rows.map(({ indicator }) => indicator));
  const unknown = listed(text).find((each) => !known.has(each));
  if (unknown !== undefined) {
    throw new UsageError(`--indicator ${unknown}: name one of ${[...known].join(", ")}.`);
  }
  return rows.filter(({ indicator }) => listed(text).includes(indicator));
}

/** One table for the totals, one for each indicator of each other breakdown, and what the numbers rest on. */
function tables(comparison: Comparison, options: RunOptions, written: FormatOptions, format: Format): string {
  const dimensions = [...new Set(comparison.rows.map(({ dimension }) => dimension))];
  const parts = dimensions.flatMap((dimension) => {
    const found = comparison.rows
      .filter((row) => row.dimension === dimension)
      .map(({ indicator }) => indicator);
    const indicators = options.indicator === undefined ? [...new Set(found)] : listed(options.indicator);
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
