import { workingMarkdown, workingOf, workingText } from "tariff-whatif";
import { paintText } from "../colours.js";
import type { Host } from "../Host.js";
import { readModel } from "../models.js";
import { type FiguresOptions, readFigures } from "../readFigures.js";
import { readPairs } from "../readPairs.js";
import { readClosed } from "../readScenario.js";
import { UsageError } from "../UsageError.js";

export interface WorkingOptions extends FiguresOptions {
  readonly model?: string;
  readonly indicator: string;
  readonly dimension: string;
  readonly key: string;
  readonly format: string;
  readonly set: readonly string[];
  readonly assume: readonly string[];
}

/** `working`: how one number of one scenario came about. */
export async function working(file: string, options: WorkingOptions, host: Host): Promise<void> {
  const { format, dimension, key, indicator } = options;
  if (!["text", "markdown", "json"].includes(format)) {
    throw new UsageError(`--format ${format}: name one of text, markdown, json.`);
  }
  const assumed = readPairs("--assume", options.assume);
  const { model, assumptions, figures } = await readModel(options.model, assumed, host);
  const [scenario] = await readClosed([file], readPairs("--set", options.set), host);
  const baseline = await readFigures(options, figures, host);
  const outcome = model({ baseline, scenario: scenario as never, assumptions });
  const found = workingOf(outcome, { dimension: dimension as never, key, indicator });
  if (format === "json") host.out(`${JSON.stringify(found, null, 2)}\n`);
  else if (format === "markdown") host.out(`${workingMarkdown(found).trimEnd()}\n`);
  else host.out(paintText(workingText(found), host.colours.out));
}
