import { deepFreeze } from "../internal/deepFreeze.js";
import type { Step } from "../policy/language/step.js";
import { requireScenario, type Scenario } from "./scenario.js";

/**
 * How two scenarios differ, step by step.
 *
 * @category Scenarios
 */
export interface ScenarioDifference {
  /** Steps that only the first has. */
  readonly onlyInFirst: readonly Step[];
  /** Steps that only the second has. */
  readonly onlyInSecond: readonly Step[];
  /** Steps that both have by identifier, but that say something else. */
  readonly changed: readonly { readonly first: Step; readonly second: Step }[];
  /** Whether the steps that both have stand in the same order. */
  readonly sameOrder: boolean;
}

/**
 * The steps in which two scenarios differ, by identifier.
 *
 * **Leaves out**: what the difference is worth; {@link compareScenarios} says that.
 *
 * @throws `not-defined`.
 * @example What was added
 * ```ts
 * import { januaryScenarios, scenarioDifference } from "tariff-whatif";
 *
 * const { chinaMexicoCanada, china10 } = januaryScenarios;
 * scenarioDifference(chinaMexicoCanada, china10).onlyInFirst.map((step) => step.id); // => ["mexico-25", "canada-25"]
 * ```
 * @category Scenarios
 */
export function scenarioDifference(first: Scenario<string>, second: Scenario<string>): ScenarioDifference {
  requireScenario(first, "first");
  requireScenario(second, "second");
  const inSecond = (step: Step) => second.steps.find((other) => other.id === step.id);
  const inFirst = (step: Step) => first.steps.find((other) => other.id === step.id);
  const shared = first.steps.filter(inSecond);
  const changed = shared
    .map((step) => ({ first: step, second: inSecond(step) as Step }))
    .filter((pair) => JSON.stringify(pair.first) !== JSON.stringify(pair.second));
  const order = second.steps.filter(inFirst).map((step) => step.id);
  return deepFreeze({
    onlyInFirst: first.steps.filter((step) => !inSecond(step)),
    onlyInSecond: second.steps.filter((step) => !inFirst(step)),
    changed,
    sameOrder: shared.every((step, index) => step.id === order[index]),
  });
}
