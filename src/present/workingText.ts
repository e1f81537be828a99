import type { Working } from "../models/working.js";
import { explanationText } from "./explanationText.js";
import { requireWorking } from "./requireWorking.js";
import { workingHead, workingSections } from "./workingSections.js";

/**
 * The working of a number as plain lines.
 *
 * **Result**: the number, its formula, the values in it, the flows that add most, the steps and their law, what is
 * assumed, and the equations with their residual; then the rate of the largest flow step by step.
 *
 * @throws `wrong-type` for what {@link workingOf} cannot have returned.
 * @example The lines
 * ```ts
 * import { accounting, januaryScenarios, workingOf, workingText } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const outcome = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 });
 * const lines = workingText(workingOf(outcome, { dimension: "all", key: "all", indicator: "additionalDuties" })).split("\n");
 * lines[2]; // => "additional duties = duties after - duties before"
 * lines[3]; // => "USD 42,942,583,500 = USD 119,301,426,500 - USD 76,358,843,000"
 * ```
 * @category Working
 */
export function workingText(working: Working): string {
  requireWorking(working);
  const { formula, withValues, contributions } = working;
  const sections = workingSections(working).flatMap(({ heading, rows }) => [
    "",
    `${heading}:`,
    ...rows.map((row) => `  ${Object.values(row).filter(Boolean).join(" | ")}`),
  ]);
  const rate = contributions[0]?.rate ?? null;
  const explained =
    rate === null ? [] : ["", "The rate of the largest:", ...explanationText(rate).trimEnd().split("\n")];
  return `${[...workingHead(working), formula, withValues, ...sections, ...explained].join("\n")}\n`;
}
