import type { Evaluation } from "../policy/rates/readQuery.js";
import { type Scenario, sealScenario } from "../scenario/scenario.js";

const timeOf = ({ on, over }: Evaluation): string => {
  if (over !== undefined) return `${over.from} to ${over.to}, weighted by days`;
  return on === "any-date" ? "whatever the date" : `on ${on}`;
};

/**
 * Scenarios that are looked at at different times have the time in their titles: beside one another, a rate of a day would
 * read as the average of a year.
 */
export function titledByTime(scenarios: readonly Scenario<never>[]): readonly Scenario<never>[] {
  if (new Set(scenarios.map(({ evaluate }) => timeOf(evaluate))).size < 2) return scenarios;
  return scenarios.map((scenario) =>
    sealScenario({ ...scenario, title: `${scenario.title} (${timeOf(scenario.evaluate)})` }),
  );
}
