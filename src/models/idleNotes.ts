import type { StepOutcome } from "../policy/rates/foldSteps.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Baseline } from "../trade/baseline.js";

/** A line for each step that changed nothing, with the reason. */
export function idleNotes(
  idle: ReadonlyMap<string, StepOutcome>,
  { evaluate }: Scenario<string>,
  baseline: Baseline,
): readonly string[] {
  const when =
    evaluate.over === undefined ? evaluate.on : `any day from ${evaluate.over.from} to ${evaluate.over.to}`;
  const reasons: Partial<Record<StepOutcome, string>> = {
    "not-yet-effective": `is not yet in force on ${when}`,
    expired: `is no longer in force on ${when}`,
    "between-spells": `is between two spells, so it is not in force on ${when}`,
    "out-of-season": `is out of season, so it is not in force on ${when}`,
    "no-effective-date": `has no date on which it comes into force, so it does not apply on ${when}`,
    "status-not-asked-for": "has a status that was not asked for",
  };
  return [...idle].map(([id, why]) => `Step ${id} ${reasons[why] ?? `met no trade in ${baseline.id}`}.`);
}
