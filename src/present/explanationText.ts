import { isRecord } from "../internal/isRecord.js";
import { TariffError } from "../internal/TariffError.js";
import type { ExplainedStep, RateExplanation } from "../policy/explainRate.js";

const reasons: Readonly<Record<Exclude<ExplainedStep["outcome"], "applied">, string>> = {
  "other-importer": "another importer",
  "other-exporter": "another exporter",
  "other-product": "other products",
  "no-effective-date": "no date in force",
  "not-yet-effective": "not yet in force",
  expired: "expired",
  "status-not-asked-for": "its status does not count here",
  "condition-not-met": "its condition is not met",
};

const verbs: Readonly<Record<ExplainedStep["operator"], string>> = {
  add: "add",
  replace: "replace by",
  raiseTotalTo: "raise the total to",
  capTotalAt: "cap the total at",
  scale: "scale by",
  split: "split, first share",
};

/**
 * The working of a rate as plain lines: base, each step with its source, result.
 *
 * **Result**: one line a step; steps inside a split are indented and give rates on their share of the value.
 *
 * @throws `wrong-type` for what is not an explanation.
 * @example Ten percent on a Chinese good
 * ```ts
 * import { explainRate, explanationText, januaryScenarios } from "tariff-whatif";
 *
 * const explanation = explainRate(januaryScenarios.china10, {
 *   importer: "USA",
 *   exporter: "CHN",
 *   product: "8517",
 *   on: "any-date",
 *   statuses: "any-status",
 *   base: { baseline: "0%" },
 * });
 * explanationText(explanation).split("\n").at(-2); // => "Result: 10% (baseline 0%, threatened-tariff 10%)"
 * ```
 * @category Presentation
 */
export function explanationText(explanation: RateExplanation): string {
  requireExplanation(explanation);
  const { query, base, steps, rate, byAuthority } = explanation;
  const when = query.on === "any-date" ? "whatever the date" : `on ${query.on}`;
  const authorities = Object.entries(byAuthority).map(([authority, own]) => `${authority} ${own}`);
  return [
    `${query.product} from ${query.exporter} into ${query.importer}, ${when}`,
    `Base: ${base}`,
    ...steps.map(writeStep),
    `Result: ${rate}${authorities.length > 0 ? ` (${authorities.join(", ")})` : ""}`,
    "",
  ].join("\n");
}

function writeStep(step: ExplainedStep): string {
  const indent = "  ".repeat(step.depth + 1);
  const place = step.source.place === undefined ? "" : `, ${step.source.place}`;
  const told =
    step.outcome === "applied"
      ? `${verbs[step.operator]} ${step.value}: ${step.before} -> ${step.after}`
      : `does not apply: ${reasons[step.outcome]}`;
  return `${indent}${step.title} [${step.id}, ${step.status}]: ${told}. Source: ${step.source.title}${place}`;
}

/** Refuses what explainRate cannot have returned, piece by piece. */
function requireExplanation(explanation: unknown): void {
  const demand = (holds: boolean, path: string, received: unknown): void => {
    if (holds) return;
    throw new TariffError({
      code: "wrong-type",
      path,
      received,
      advice: "Pass what explainRate returned, unchanged.",
    });
  };
  const requireTexts = (value: unknown, keys: readonly string[], path: string): void => {
    demand(isRecord(value), path, value);
    const record = value as Readonly<Record<string, unknown>>;
    for (const key of keys) demand(typeof record[key] === "string", `${path}.${key}`, record[key]);
  };
  requireTexts(explanation, ["base", "rate"], "explanation");
  const { query, steps, byAuthority } = explanation as RateExplanation;
  requireTexts(query, ["product", "exporter", "importer", "on"], "explanation.query");
  requireTexts(byAuthority, Object.keys(byAuthority ?? {}), "explanation.byAuthority");
  demand(Array.isArray(steps), "explanation.steps", steps);
  [...steps].forEach((step, index) => {
    const at = `explanation.steps[${index}]`;
    requireTexts(step, ["id", "title", "status", "operator", "outcome", "before", "after"], at);
    demand(
      typeof step.operator === "string" && Object.hasOwn(verbs, step.operator),
      `${at}.operator`,
      step.operator,
    );
    demand(step.outcome === "applied" || Object.hasOwn(reasons, step.outcome), `${at}.outcome`, step.outcome);
    demand(step.outcome !== "applied" || typeof step.value === "string", `${at}.value`, step.value);
    demand(Number.isInteger(step.depth) && step.depth >= 0 && step.depth < 100, `${at}.depth`, step.depth);
    requireTexts(step.source, ["title"], `${at}.source`);
    const { place } = step.source;
    demand(place === undefined || typeof place === "string", `${at}.source.place`, place);
  });
}
