import { isRecord } from "../internal/isRecord.js";
import { listBounds, requireAtMost } from "../internal/listBounds.js";
import { TariffError } from "../internal/TariffError.js";
import type { ExplainedStep, RateExplanation } from "../policy/rates/explainRate.js";

const reasons: Readonly<Record<Exclude<ExplainedStep["outcome"], "applied">, string>> = {
  "other-importer": "another importer",
  "other-exporter": "another exporter",
  "other-product": "other products",
  "no-effective-date": "no date in force",
  "not-yet-effective": "not yet in force",
  expired: "expired",
  "status-not-asked-for": "its status does not count here",
  "between-spells": "between the spells in which it is in force",
  "out-of-season": "out of season",
  "not-yet-known": "not known yet on the day asked about",
  "condition-not-met": "its condition is not met",
};

type Names = Readonly<Record<"authority" | "of", string>>;

/** What a step does, in words, from its value and its authorities. */
const phrases: Readonly<Record<ExplainedStep["operator"], (value: string, names: Names) => string>> = {
  add: (value, { authority }) => `add ${value} (${authority})`,
  replace: (value, { authority, of }) => `replace ${of} by ${value} (charged as ${authority})`,
  raiseTotalTo: (value, { authority, of }) =>
    `raise the total of ${of} to ${value} (the missing charged as ${authority})`,
  capTotalAt: (value, { authority, of }) => `cap the total of ${of} at ${value} (${authority} gives way)`,
  scale: (value, { of }) => `scale ${of} by ${value}`,
  swissFormula: (value, { of }) => `Swiss formula with ${value} on ${of}`,
  linearCut: (value, { of }) => `cut ${of} by the share ${value}`,
  split: (value) => `split, first share ${value}`,
};

const charging = ["add", "replace", "raiseTotalTo", "capTotalAt"];
const onNamed = ["replace", "raiseTotalTo", "capTotalAt", "scale", "swissFormula", "linearCut"];

/**
 * The working of a rate as plain lines: base, each step with its authorities and its source, result.
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
 * const lines = explanationText(explanation).split("\n");
 * lines[2]?.includes("add 10% (threatened-tariff): 0% -> 10%"); // => true
 * lines.at(-2); // => "Result: 10% (baseline 0%, threatened-tariff 10%)"
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
  const names = { authority: step.authority ?? "", of: step.of?.join(", ") ?? "" };
  const what =
    step.outcome === "applied"
      ? `${phrases[step.operator](step.value ?? "", names)}${writeParts(step)}: ${step.before} -> ${step.after}`
      : `does not apply: ${reasons[step.outcome]}`;
  return `${indent}${step.title} [${step.id}, ${step.status}]: ${what}. Source: ${step.source.title}${place}`;
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
  requireAtMost(steps, "inputs", "explanation.steps");
  Array.from(steps).forEach((step, index) => {
    const at = `explanation.steps[${index}]`;
    requireTexts(step, ["id", "title", "status", "operator", "outcome", "before", "after"], at);
    demand(
      typeof step.operator === "string" && Object.hasOwn(phrases, step.operator),
      `${at}.operator`,
      step.operator,
    );
    if (charging.includes(step.operator)) requireTexts(step, ["authority"], at);
    if (onNamed.includes(step.operator)) {
      const { of } = step;
      demand(Array.isArray(of) && of.length > 0 && of.length <= listBounds.inputs, `${at}.of`, of);
      Array.from(of ?? []).forEach((name: unknown, position) => {
        demand(typeof name === "string", `${at}.of[${position}]`, name);
      });
    }
    demand(step.outcome === "applied" || Object.hasOwn(reasons, step.outcome), `${at}.outcome`, step.outcome);
    demand(step.outcome !== "applied" || typeof step.value === "string", `${at}.value`, step.value);
    demand(Number.isInteger(step.depth) && step.depth >= 0 && step.depth < 100, `${at}.depth`, step.depth);
    requireTexts(step.source, ["title"], `${at}.source`);
    const { place } = step.source;
    demand(place === undefined || typeof place === "string", `${at}.source.place`, place);
  });
}

/** The parts of a charge: ` = 0.014 USD per kg x 1200 + 5% x 1000`. */
function writeParts({ parts, decidedBy }: ExplainedStep): string {
  if (parts === undefined) return "";
  const phrases = parts.map(({ part, of }) => {
    if (typeof part === "string") return `${part} x ${of}`;
    return part.per === undefined
      ? `${part.amount} ${part.currency}`
      : `${part.amount} ${part.currency} per ${part.per} x ${of}`;
  });
  const by = decidedBy === undefined || decidedBy === "sum" ? "" : `the ${decidedBy}, `;
  return ` = ${by}${phrases.join(" + ")}`;
}
