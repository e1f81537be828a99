import {
  bind,
  type FormatOptions,
  formatQuantity,
  type ParameterValue,
  type Quantity,
  type Scenario,
  seek as seekOf,
} from "tariff-whatif";
import type { Host } from "../Host.js";
import { readModel } from "../models.js";
import { type FiguresOptions, readFigures } from "../readFigures.js";
import { readPairs } from "../readPairs.js";
import { readBound, requireUsed } from "../readScenario.js";
import { remarks } from "../remarks.js";
import { UsageError } from "../UsageError.js";
import { paintRows, readFormat, writeRows } from "../write.js";

export interface SeekOptions extends FiguresOptions {
  readonly model?: string;
  readonly parameter: string;
  readonly target: string;
  readonly between: string;
  readonly tolerance: string;
  readonly indicator: string;
  readonly dimension: string;
  readonly key: string;
  readonly format: string;
  readonly moneyIn: FormatOptions["moneyIn"];
  readonly places: string;
  readonly set: readonly string[];
  readonly assume: readonly string[];
}

/** `seek`: the value of an open parameter at which a number reaches a target. */
export async function seek(file: string, options: SeekOptions, host: Host): Promise<void> {
  const format = readFormat(options.format);
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
  const written: FormatOptions = {
    moneyIn: options.moneyIn,
    places: Number(options.places),
    rounding: "half-even",
  };
  const rows = found.solutions.map(({ value, reached }) => ({
    [options.parameter]: value,
    [options.indicator]: formatQuantity(reached, written),
    evaluations: String(found.evaluations),
  }));
  const forPeople = format === "table" || format === "markdown";
  const closed = bind(scenario, { [options.parameter]: found.value } as never) as Scenario;
  const rest = forPeople ? `\n${remarks([model({ baseline, scenario: closed, assumptions })])}` : "";
  host.out(paintRows(`${writeRows(rows, format, found)}${rest}`, format, host));
}

/** `1000000000 USD of 2024` is money; everything else is a rate or a change, as the library writes it. */
function readTarget(text: string): Quantity {
  const [, amount, currency, year] = /^(-?\d+(?:\.\d+)?) ([A-Z]{3}) of (\d{4})$/.exec(text) ?? [];
  if (amount !== undefined) return { amount, currency, priceYear: Number(year) } as Quantity;
  if (/^-?\d+(\.\d+)?(%|pp)$/.test(text)) return text as never;
  throw new UsageError(
    `--target ${text}: write money as "1000000000 USD of 2024", a rate as 12.5%, a change as 5pp.`,
  );
}
