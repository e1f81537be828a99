import type { Policy } from "../language/policy.js";
import type { Step, StepSource } from "../language/step.js";
import type { StepOutcome } from "../rates/foldSteps.js";
import type { DayState } from "./periodQuery.js";

/**
 * A step that does something else than it did before.
 *
 * @category Policy
 */
export interface ChangedStep {
  /** The identifier of the step. */
  readonly id: string;
  /** Its line for people. */
  readonly title: string;
  /** What it did before. */
  readonly before: StepOutcome;
  /** What it does now. */
  readonly after: StepOutcome;
  /** Where it comes from. */
  readonly source: StepSource;
}

/** The steps, those inside splits too, whose outcome differs between two days, in the order of the policy. */
export function changedSteps(policy: Policy, before: DayState, after: DayState): readonly ChangedStep[] {
  const visit = (steps: readonly Step[]): readonly ChangedStep[] =>
    steps.flatMap((step) => {
      const inner = step.operator === "split" ? [...visit(step.first), ...visit(step.rest)] : [];
      const [was, is] = [before.outcomes.get(step.id), after.outcomes.get(step.id)];
      if (was === is || was === undefined || is === undefined) return inner;
      const { id, title, source } = step;
      return [{ id, title, before: was, after: is, source }, ...inner];
    });
  return visit(policy.steps);
}
