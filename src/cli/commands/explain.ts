import { explainRate, explanationText } from "tariff-whatif";
import { paintText } from "../colours.js";
import type { Host } from "../Host.js";
import { readPairs } from "../readPairs.js";
import { readClosed } from "../readScenario.js";
import { UsageError } from "../UsageError.js";

export interface ExplainOptions {
  readonly importer: string;
  readonly exporter: string;
  readonly product: string;
  readonly on?: string;
  readonly base: readonly string[];
  readonly set: readonly string[];
  readonly format: string;
}

/** `explain`: the rate of one product, step by step. */
export async function explain(file: string, options: ExplainOptions, host: Host): Promise<void> {
  if (!["text", "json"].includes(options.format)) {
    throw new UsageError(`--format ${options.format}: name one of text, json.`);
  }
  const [scenario] = await readClosed([file], readPairs("--set", options.set), host);
  const { evaluate } = scenario as NonNullable<typeof scenario>;
  const on = options.on ?? evaluate.on;
  if (on === undefined)
    throw new UsageError("--on: the scenario is looked at over a period; name a day of it.");
  const explanation = explainRate(scenario as never, {
    importer: options.importer as never,
    exporter: options.exporter as never,
    product: options.product as never,
    on: on as never,
    statuses: evaluate.statuses,
    base: readPairs("--base", options.base) as never,
  });
  host.out(
    options.format === "json"
      ? `${JSON.stringify(explanation, null, 2)}\n`
      : paintText(`${explanationText(explanation).trimEnd()}\n`, host.colours.out),
  );
}
