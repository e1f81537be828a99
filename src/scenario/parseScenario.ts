import { defineScenario } from "./defineScenario.js";
import type { Scenario, ScenarioInput } from "./scenario.js";

/**
 * Checks a scenario that comes from JSON, whose parameters the compiler cannot see.
 *
 * **Result**: as {@link defineScenario}, but the type does not say which parameters are open; {@link requireClosed}
 * does.
 *
 * @throws What {@link defineScenario} throws, for example `missing-key`.
 * @example Store a scenario and read it back
 * ```ts
 * import { januaryScenarios, parseScenario } from "tariff-whatif";
 *
 * const text = JSON.stringify(januaryScenarios.china10);
 * const again = parseScenario(JSON.parse(text));
 * again.steps.map((step) => step.title); // => ["10% on goods from China"]
 * ```
 * @category Scenarios
 */
export function parseScenario(json: unknown): Scenario<string> {
  return defineScenario(json as ScenarioInput) as Scenario<string>;
}
