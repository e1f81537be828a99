import type { Policy } from "../policy/language/policy.js";
import { requireNoOpen } from "../policy/language/requireNoOpen.js";
import type { Scenario } from "./scenario.js";

/**
 * The same scenario or policy, once it is sure that none of its parameters is open.
 *
 * @throws `open-parameters`, with the names; `not-defined`.
 * @example After reading JSON
 * ```ts
 * import { januaryScenarios, parseScenario, requireClosed } from "tariff-whatif";
 *
 * const json = JSON.parse(JSON.stringify(januaryScenarios.china10));
 * requireClosed(parseScenario(json)).id; // => "china-10"
 * requireClosed(januaryScenarios.europeanUnion); // throws open-parameters
 * ```
 * @category Scenarios
 */
export function requireClosed(scenario: Scenario<string>): Scenario<never>;
export function requireClosed(policy: Policy<string>): Policy<never>;
export function requireClosed(scenario: Policy<string>): Policy<never> {
  requireNoOpen(scenario, "scenario");
  return scenario as Policy<never>;
}
