import { requireNoOpen } from "../policy/language/requireNoOpen.js";
import { requireScenario, type Scenario } from "./scenario.js";

/** Refuses what is no checked scenario (a policy has no date), and a scenario that still has open parameters. */
export function requireClosedScenario(scenario: Scenario<string>, path: string): void {
  requireScenario(scenario, path);
  requireNoOpen(scenario, path);
}
