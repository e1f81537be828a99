import type { Working } from "../models/working.js";
import { explanationText } from "./explanationText.js";
import { plainMarkdown } from "./neutralise.js";
import { requireWorking } from "./requireWorking.js";
import { toMarkdown } from "./toMarkdown.js";
import { workingHead, workingSections } from "./workingSections.js";

/**
 * The working of a number as Markdown: the formula, and a table for each part.
 *
 * **Result**: the same as {@link workingText}; text of titles and sources is written so that it stays text.
 *
 * @throws `wrong-type` for what {@link workingOf} cannot have returned.
 * @example Under a chart
 * ```ts
 * import { accounting, januaryScenarios, workingMarkdown, workingOf } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const outcome = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 });
 * const page = workingMarkdown(workingOf(outcome, { dimension: "all", key: "all", indicator: "duties" }));
 * page.split("\n")[4]; // => "duties after = duties before + additional duties"
 * ```
 * @category Working
 */
export function workingMarkdown(working: Working): string {
  requireWorking(working);
  const [number, scenario] = workingHead(working).map(plainMarkdown);
  const { formula, withValues, contributions } = working;
  const lines = [
    `### ${number}`,
    "",
    `${scenario}`,
    "",
    plainMarkdown(formula),
    "",
    plainMarkdown(withValues),
    "",
  ];
  for (const { heading, rows } of workingSections(working)) {
    lines.push(`#### ${heading}`, "", toMarkdown(rows));
  }
  const rate = contributions[0]?.rate ?? null;
  if (rate !== null) {
    const steps = explanationText(rate).trimEnd().split("\n");
    lines.push(
      "#### The rate of the largest",
      "",
      ...steps.map((line) => `- ${plainMarkdown(line.trim())}`),
      "",
    );
  }
  return lines.join("\n");
}
