import type { Scenario } from "../../scenario/scenario.js";
import type { Baseline } from "../../trade/baseline.js";
import { closeAt } from "../scenarioEvaluator.js";
import { openPairs } from "./openPairs.js";
import { type PairTariff, pairFlows, pairTariffs } from "./pairTariffs.js";
import type { WorldTariff } from "./solver/readTariffs.js";

/**
 * The tariffs of a scenario as a function of its open parameters. What no open parameter can touch is worked out once, at
 * a value of zero for all of them.
 */
export function scenarioTariffs(
  baseline: Baseline,
  scenario: Scenario<string>,
  weights: Baseline | "none",
): (inputs: Readonly<Record<string, number>>) => readonly WorldTariff[] {
  const open = scenario.openParameters;
  const reached = openPairs(scenario);
  const moving = pairFlows(baseline, weights, reached);
  const still = pairFlows(baseline, weights, (importer, exporter) => !reached(importer, exporter));
  const fixed = pairTariffs(baseline, closeAt(scenario, {}), weights, still);
  return (inputs) => {
    const found = open.length === 0 ? [] : pairTariffs(baseline, closeAt(scenario, inputs), weights, moving);
    return [...fixed, ...found].map(plain);
  };
}

const plain = ({ importer, exporter, tariff }: PairTariff): WorldTariff => ({ importer, exporter, tariff });
