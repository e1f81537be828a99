import type { PartnerCode } from "../economies/partner.js";
import type { IsoDate } from "../internal/isoDate.js";
import { TariffError } from "../internal/TariffError.js";
import { mapConditions } from "../policy/language/readConditions.js";
import type { DutyBase, Step, StepCondition } from "../policy/language/step.js";
import { coversEconomy } from "../policy/rates/coversEconomy.js";

/** The answer of a partner to those steps, and those inside splits, that hit it. */
export function returnSteps(
  steps: readonly Step[],
  partner: PartnerCode,
  aggressor: PartnerCode,
  on: IsoDate | "any-date",
): Step[] {
  return steps
    .filter(
      (step) => coversEconomy(step.importers, aggressor, on) && coversEconomy(step.exporters, partner, on),
    )
    .map((step) => returnStep(step, partner, aggressor, on))
    .filter((step) => step.operator !== "split" || step.first.length + step.rest.length > 0);
}

const longestName = 64;

/** A name made longer, refused where it could not be read back from JSON. */
function lengthened(name: string, step: Step, key: string): string {
  if (name.length <= longestName) return name;
  throw new TariffError({
    code: "too-long",
    path: `scenario.steps.${step.id}.${key}`,
    received: name,
    advice: `Shorten it: what the answer is called may have ${longestName} characters.`,
  });
}

/** The step a partner answers with: the same, the other way round. */
function returnStep(
  step: Step,
  partner: PartnerCode,
  aggressor: PartnerCode,
  on: IsoDate | "any-date",
): Step {
  const renamed = (name: string) =>
    name === "baseline" ? name : lengthened(`retaliation-${name}`, step, "authority");
  const sides = {
    id: lengthened(`${step.id}-answer-${partner}`, step, "id"),
    title: `${partner} answers: ${step.title}`.slice(0, 400),
    measure: `retaliation-${partner}`,
    importers: [partner],
    exporters: [aggressor],
    source: { title: `assumption: ${partner} returns the step ${step.id}` },
    ...(step.when === undefined ? {} : { when: renamedConditions(step, renamed) }),
    ...("base" in step && step.base !== undefined ? { base: renamedBase(step.base, renamed) } : {}),
  };
  if (step.operator === "split") {
    const inner = (steps: readonly Step[]) => returnSteps(steps, partner, aggressor, on);
    return { ...step, ...sides, first: inner(step.first), rest: inner(step.rest) };
  }
  if (step.operator === "add") return { ...step, ...sides, authority: renamed(step.authority) };
  if (step.operator === "scale" || step.operator === "swissFormula" || step.operator === "linearCut")
    return { ...step, ...sides, of: step.of.map(renamed) };
  return { ...step, ...sides, authority: renamed(step.authority), of: step.of.map(renamed) };
}

type Rename = (authority: string) => string;

function renamedConditions(step: Step, renamed: Rename): readonly StepCondition[] | StepCondition {
  const changed = mapConditions(step, (one) =>
    "fact" in one ? one : { ...one, authority: renamed(one.authority) },
  );
  return changed.when as StepCondition;
}

const renamedBase = (base: DutyBase, renamed: Rename): DutyBase =>
  base.map((term) => (typeof term === "string" ? term : { chargeOf: renamed(term.chargeOf) }));
