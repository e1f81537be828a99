import {
  bind,
  formatQuantity,
  type Outcome,
  type ParameterValue,
  type Quantity,
  type Scenario,
  seek as seekOf,
} from "tariff-whatif";
import type { Host } from "../Host.js";
import { described, headOf, type MeasurementOptions, rowOf, tidied } from "../measurement.js";
import { readModel } from "../models.js";
import { type FiguresOptions, readFigures } from "../readFigures.js";
import { readPairs } from "../readPairs.js";
import { readBound, requireUsed } from "../readScenario.js";
import { remarks } from "../remarks.js";
import { UsageError } from "../UsageError.js";
import { paintRows, readFormat, readWritten, type WrittenOptions, writeRows } from "../write.js";

export interface SeekOptions extends FiguresOptions, MeasurementOptions, WrittenOptions {
  readonly model?: string;
  readonly parameter: string;
  readonly target: string;
  readonly between: string;
  readonly tolerance: string;
  readonly format: string;
  readonly set: readonly string[];
  readonly assume: readonly string[];
}

/** `seek`: the value of an open parameter at which a number reaches a target. */
export async function seek(file: string, options: SeekOptions, host: Host): Promise<void> {
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
  const ends = options.between.split(",").map((each) => each.trim());
  if (ends.length !== 2) throw new UsageError(`--between ${options.between}: write two values, as 0%,100%.`);
  const baseline = await readFigures(options, figures, host);
  const found = seekOf({
    baseline,
    scenario,
    parameter: options.parameter,
    model,
    assumptions,
    measurement: { dimension: options.dimension as never, key: options.key, indicator: options.indicator },
    target: readTarget(options.target),
    bracket: ends as never as [ParameterValue, ParameterValue],
    tolerance: options.tolerance as never,
  });
  const outcomeAt = (value: ParameterValue) =>
    model({
      baseline,
      scenario: bind(scenario, { [options.parameter]: value } as never) as Scenario,
      assumptions,
    });
  const outcome = outcomeAt(found.value);
  const rows = found.solutions.map(({ value, reached }) => ({
    [options.parameter]: value,
    ...(format === "csv"
      ? tidiedAt(outcomeAt(value), options)
      : { [headOf(options)]: formatQuantity(reached, written) }),
    evaluations: String(found.evaluations),
  }));
  const forPeople = format === "table" || format === "markdown";
  const whole = { ...found, ...described(outcome, rowOf(outcome, options)) };
  const rest = forPeople ? `\n${remarks([outcome])}` : "";
  host.out(paintRows(`${writeRows(rows, format, whole)}${rest}`, format, host));
}

const tidiedAt = (outcome: Outcome, options: SeekOptions) => tidied(outcome, rowOf(outcome, options));

/** `1000000000 USD of 2024` is money; everything else is a rate or a change, as the library writes it. */
function readTarget(text: string): Quantity {
  const [, amount, currency, year] = /^(-?\d+(?:\.\d+)?) ([A-Z]{3}) of (\d{4})$/.exec(text) ?? [];
  if (amount !== undefined) return { amount, currency, priceYear: Number(year) } as Quantity;
  if (/^-?\d+(\.\d+)?(%|pp)$/.test(text)) return text as never;
  throw new UsageError(
    `--target ${text}: write money as "1000000000 USD of 2024", a rate as 12.5%, a change as 5pp.`,
  );
}
