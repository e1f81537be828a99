import { readRate } from "../../exact/rate.js";
import { TariffError, type TariffErrorDetails } from "../../internal/TariffError.js";
import { throwAll } from "../../internal/throwAll.js";
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
function chargeMistakes({ rate, duty }: StepCharge, path: string): readonly TariffErrorDetails[] {
  if ((rate === undefined) !== (duty === undefined)) return [];
  return [
    {
      code: rate === undefined ? "missing-key" : "conflicting-keys",
      path: rate === undefined ? `${path}.rate` : `${path}.duty`,
      received: duty,
      advice: "Give a rate, or a duty of several parts; not both.",
    },
  ];
}

/** With a coefficient of zero the Swiss formula has no value. */
function coefficientMistakes(rate: StepRate, path: string): readonly TariffErrorDetails[] {
  const given = typeof rate === "object" && "byProduct" in rate ? Object.values(rate.byProduct) : [rate];
  return given
    .filter((one) => typeof one === "string" && !readRate(one, path).gt(0))
    .map((received) => ({
      code: "out-of-range",
      path,
      received,
      advice: 'Give a coefficient above zero, for example "15%".',
    }));
}

/** Checks the number of all steps, how deep splits nest, and that no identifier stands twice. */
export function checkSteps(steps: readonly Step[]): void {
  throwAll(stepMistakes(steps));
}

/** The same, told and not thrown; a list may have gaps where a step could not be read. */
export function stepMistakes(steps: readonly Step[]): readonly TariffErrorDetails[] {
  const ids = new Set<string>();
  const found: TariffErrorDetails[] = [];
  const visit = (list: readonly Step[], path: string, depth: number): void => {
    if (depth > deepestSplit) {
      found.push({
        code: "too-long",
        path,
        received: list,
        advice: `Nest splits at most ${deepestSplit} deep.`,
      });
      return;
    }
    list.forEach((step, index) => {
      const at = `${path}[${index}]`;
      if (ids.has(step.id)) {
        found.push({
          code: "duplicate-id",
          path: `${at}.id`,
          received: step.id,
          advice: "Give each step an identifier of its own, those inside splits too.",
        });
      }
      ids.add(step.id);
      if (ids.size > mostSteps) throw tooMany(ids.size);
      if (step.operator === "capTotalAt" && !step.of.includes(step.authority)) {
        found.push({
          code: "unknown-authority",
          path: `${at}.authority`,
          received: step.authority,
          advice: `Name the authority that gives way, one of those whose total counts: ${step.of.join(", ")}.`,
        });
      }
      if ("authority" in step) found.push(...chargeMistakes(step, at));
      if (step.operator === "swissFormula") found.push(...coefficientMistakes(step.rate, `${at}.rate`));
      if (step.operator !== "split") return;
      visit(step.first, `${at}.first`, depth + 1);
      visit(step.rest, `${at}.rest`, depth + 1);
    });
  };
  visit(steps, "steps", 0);
  return found;
}
