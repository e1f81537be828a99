import {
  type FormatOptions,
  formatQuantity,
  type Outcome,
  type ParameterValue,
  sweep as sweepOf,
} from "tariff-whatif";
import type { Host } from "../Host.js";
import { readModel } from "../models.js";
import { progressOf } from "../progress.js";
import { type FiguresOptions, readFigures } from "../readFigures.js";
import { readPairs } from "../readPairs.js";
import { readBound, requireUsed } from "../readScenario.js";
import { remarks } from "../remarks.js";
import { UsageError } from "../UsageError.js";
import { type Format, paintRows, readFormat, writeRows } from "../write.js";

export interface SweepOptions extends FiguresOptions {
  readonly model?: string;
  readonly parameter: string;
  readonly values: string;
  readonly indicator: string;
  readonly dimension: string;
  readonly key: string;
  readonly format: string;
  readonly moneyIn: FormatOptions["moneyIn"];
  readonly places: string;
  readonly set: readonly string[];
  readonly assume: readonly string[];
}

/** `sweep`: one open parameter over a list of values. */
export async function sweep(file: string, options: SweepOptions, host: Host): Promise<void> {
  const format = readFormat(options.format);
  const set = readPairs("--set", options.set);
  const { model, assumptions, figures } = await readModel(
    options.model,
    readPairs("--assume", options.assume),
    host,
  );
  const scenario = await readBound(file, set, host);
  requireUsed([scenario], set);
  const baseline = await readFigures(options, figures, host);
  const values = options.values.split(",").map((each) => each.trim()) as ParameterValue[];
  const bar = progressOf(values.length, host);
  // One by one, so that the bar moves.
  const points = values.map((value) => {
    const [point] = sweepOf({
      baseline,
      scenario,
      parameter: options.parameter,
      values: [value],
      model,
      assumptions,
    });
    bar.step();
    const { outcome } = point as { outcome: Outcome };
    return { value, after: find(outcome, options), outcome };
  });
  bar.stop();
  const written: FormatOptions = {
    moneyIn: options.moneyIn,
    places: Number(options.places),
    rounding: "half-even",
  };
  const rows = points.map(({ value, after }) => ({
    [options.parameter]: value,
    [options.indicator]: formatQuantity(after, written),
  }));
  const plain = points.map(({ value, after }) => ({ value, after }));
  host.out(
    paintRows(`${writeRows(rows, format, plain)}${restOn(points, options.parameter, format)}`, format, host),
  );
}

/** What the numbers rest on, below a table that people read; the values of the parameter stand in the table. */
function restOn(points: readonly { readonly outcome: Outcome }[], parameter: string, format: Format): string {
  if (format === "csv" || format === "json") return "";
  const outcomes = points.map(({ outcome }) => ({
    ...outcome,
    assumptions: outcome.assumptions.filter(({ name }) => name !== parameter),
  }));
  return `\n${remarks(outcomes)}`;
}

/** The number asked for. */
function find({ rows }: Outcome, { dimension, key, indicator }: SweepOptions) {
  const inDimension = rows.filter((row) => row.dimension === dimension);
  const found = inDimension.find((row) => row.key === key && row.indicator === indicator);
  if (found !== undefined) return found.after;
  const known = [...new Set((inDimension.length > 0 ? inDimension : rows).map((row) => row.indicator))];
  throw new UsageError(
    `--indicator ${indicator}: the outcome has no such number for ${dimension} ${key}; it has ${known.join(", ")}.`,
  );
}
