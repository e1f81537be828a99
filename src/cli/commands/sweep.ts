import { formatQuantity, type Outcome, type ParameterValue, sweep as sweepOf } from "tariff-whatif";
import type { Host } from "../Host.js";
import { described, headOf, type MeasurementOptions, rowOf, tidied } from "../measurement.js";
import { readModel } from "../models.js";
import { progressOf } from "../progress.js";
import { type FiguresOptions, readFigures } from "../readFigures.js";
import { readPairs } from "../readPairs.js";
import { readBound, requireUsed } from "../readScenario.js";
import { remarks } from "../remarks.js";
import { type Format, paintRows, readFormat, readWritten, type WrittenOptions, writeRows } from "../write.js";

export interface SweepOptions extends FiguresOptions, MeasurementOptions, WrittenOptions {
  readonly model?: string;
  readonly parameter: string;
  readonly values: string;
  readonly format: string;
  readonly set: readonly string[];
  readonly assume: readonly string[];
}

/** `sweep`: one open parameter over a list of values. */
export async function sweep(file: string, options: SweepOptions, host: Host): Promise<void> {
  const format = readFormat(options.format);
  const written = readWritten(options);
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
    return { value, row: rowOf(outcome, options), outcome };
  });
  bar.stop();
  const rows = points.map(({ value, row, outcome }) => ({
    [options.parameter]: value,
    ...(format === "csv" ? tidied(outcome, row) : { [headOf(options)]: formatQuantity(row.after, written) }),
  }));
  const whole = points.map(({ value, row, outcome }) => ({
    value,
    after: row.after,
    ...described(outcome, row),
  }));
  const title = scenario.parameters[options.parameter]?.title;
  host.out(paintRows(`${writeRows(rows, format, whole)}${restOn(points, title, format)}`, format, host));
}

/** What the numbers rest on, below a table that people read; the values of the parameter stand in the table. */
function restOn(
  points: readonly { readonly outcome: Outcome }[],
  parameter: string | undefined,
  format: Format,
): string {
  if (format === "csv" || format === "json") return "";
  const outcomes = points.map(({ outcome }) => ({
    ...outcome,
    assumptions: outcome.assumptions.filter(({ name }) => name !== parameter),
  }));
  return `\n${remarks(outcomes)}`;
}
