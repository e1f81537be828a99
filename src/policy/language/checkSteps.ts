import { readRate } from "../../exact/rate.js";
import { TariffError } from "../../internal/TariffError.js";
import type { Step, StepCharge, StepRate } from "./step.js";

/** All US measures of 2025 together are some hundred steps; a schedule by product is one step with a table. */
const mostSteps = 5000;
const deepestSplit = 4;

/** Refuses too long a list before anything else is read of it. */
export function refuseTooManySteps(input: unknown): void {
  const steps = (input as { steps?: unknown } | null | undefined)?.steps;
  if (Array.isArray(steps) && steps.length > mostSteps) throw tooMany(steps.length);
}

const tooMany = (received: number) =>
  new TariffError({
    code: "too-many-steps",
    path: "steps",
    received,
    advice: `Use at most ${mostSteps} steps; give rates by product in one step as { "byProduct": { ... } }.`,
  });

/** A rate or a duty of several parts: one of the two. */
function requireOneCharge({ rate, duty }: StepCharge, path: string): void {
  if ((rate === undefined) !== (duty === undefined)) return;
  throw new TariffError({
    code: rate === undefined ? "missing-key" : "conflicting-keys",
    path: rate === undefined ? `${path}.rate` : `${path}.duty`,
    received: duty,
    advice: "Give a rate, or a duty of several parts; not both.",
  });
}

/** With a coefficient of zero the Swiss formula has no value. */
function requirePositiveRates(rate: StepRate, path: string): void {
  const given = typeof rate === "object" && "byProduct" in rate ? Object.values(rate.byProduct) : [rate];
  for (const one of given) {
    if (typeof one !== "string" || readRate(one, path).gt(0)) continue;
    throw new TariffError({
      code: "out-of-range",
      path,
      received: one,
      advice: 'Give a coefficient above zero, for example "15%".',
    });
  }
}

/** Checks the number of all steps, how deep splits nest, and that no identifier stands twice. */
export function checkSteps(steps: readonly Step[]): void {
  const ids = new Set<string>();
  const visit = (list: readonly Step[], path: string, depth: number): void => {
    if (depth > deepestSplit) {
      throw new TariffError({
        code: "too-long",
        path,
        received: list,
        advice: `Nest splits at most ${deepestSplit} deep.`,
      });
    }
    list.forEach((step, index) => {
      const at = `${path}[${index}]`;
      if (ids.has(step.id)) {
        throw new TariffError({
          code: "duplicate-id",
          path: `${at}.id`,
          received: step.id,
          advice: "Give each step an identifier of its own, those inside splits too.",
        });
      }
      ids.add(step.id);
      if (ids.size > mostSteps) throw tooMany(ids.size);
      if (step.operator === "capTotalAt" && !step.of.includes(step.authority)) {
        throw new TariffError({
          code: "unknown-authority",
          path: `${at}.authority`,
          received: step.authority,
          advice: `Name the authority that gives way, one of those whose total counts: ${step.of.join(", ")}.`,
        });
      }
      if ("authority" in step) requireOneCharge(step, at);
      if (step.operator === "swissFormula") requirePositiveRates(step.rate, `${at}.rate`);
      if (step.operator !== "split") return;
      visit(step.first, `${at}.first`, depth + 1);
      visit(step.rest, `${at}.rest`, depth + 1);
    });
  };
  visit(steps, "steps", 0);
}
