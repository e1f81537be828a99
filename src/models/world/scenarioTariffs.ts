import type { Rate } from "../../exact/rate.js";
import { bind } from "../../scenario/bind.js";
import { requireClosed } from "../../scenario/requireClosed.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Baseline } from "../../trade/baseline.js";
import { openPairs } from "./openPairs.js";
import { type PairTariff, pairFlows, pairTariffs } from "./pairTariffs.js";
import type { WorldTariff } from "./solver/readTariffs.js";
import { parameterValue } from "./worldInputs.js";

/**
 * The tariffs of a scenario as a function of its open parameters. What no open parameter can touch is worked out once, at
 * a value of zero for all of them.
 */
export function scenarioTariffs(
  baseline: Baseline,
  scenario: Scenario<string>,
  weights: Baseline | "none",
): (inputs: Readonly<Record<string, number | Rate>>) => readonly WorldTariff[] {
  const open = scenario.openParameters;
  const close = (inputs: Readonly<Record<string, number | Rate>>): Scenario<never> => {
    const values = open.map((name) => [name, parameterValue(scenario, name, inputs[name] ?? 0)] as const);
    return requireClosed(values.length === 0 ? scenario : bind(scenario, Object.fromEntries(values)));
  };
  const reached = openPairs(scenario);
  const moving = pairFlows(baseline, weights, reached);
  const still = pairFlows(baseline, weights, (importer, exporter) => !reached(importer, exporter));
  const fixed = pairTariffs(baseline, close({}), weights, still);
  return (inputs) => {
    const found = open.length === 0 ? [] : pairTariffs(baseline, close(inputs), weights, moving);
    return [...fixed, ...found].map(plain);
  };
}

const plain = ({ importer, exporter, tariff }: PairTariff): WorldTariff => ({ importer, exporter, tariff });
