import { readOptions } from "../../internal/readOptions.js";
import { requirePolicy } from "../../policy/language/policy.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../../trade/baseline.js";
import { requireInputs } from "../evaluator.js";
import { readInput, type ScenarioEvaluator } from "../scenarioEvaluator.js";
import { defineWorld } from "./calibration/defineWorld.js";
import type { WorldParameters } from "./calibration/WorldParameters.js";
import { arraysOf } from "./calibration/worldArrays.js";
import { scenarioTariffs } from "./scenarioTariffs.js";
import { balancedWorld } from "./solver/balancedWorld.js";
import { readClosure } from "./solver/readClosure.js";
import type { DeficitRule, RevenueUse, WorldOutcome } from "./solver/WorldOutcome.js";
import { worldEquilibrium } from "./solver/worldEquilibrium.js";
import type { TariffsByPairOptions } from "./tariffsByPair.js";
import { underAssumptions } from "./underAssumptions.js";
import { elasticityNames, exampleOf, type WorldElasticity, worldInputs } from "./worldInputs.js";

/**
 * What {@link worldEvaluator} keeps fixed and what it leaves to vary.
 *
 * @category World model
 */
export interface WorldEvaluatorOptions {
  /** Trade between all pairs of economies, with their GDP. */
  readonly baseline: Baseline;
  /** The scenario; its open parameters become inputs. */
  readonly scenario: Scenario<string>;
  /** What the model assumes. */
  readonly assumptions: {
    /** The parameters that are known; elasticities and shares that are omitted become inputs. */
    readonly parameters: Partial<Pick<WorldParameters, WorldElasticity>> &
      Pick<WorldParameters, "marketingCosts" | "numeraire" | "multipleEquilibria">;
    /** What tariff revenue pays for. */
    readonly revenueUse: RevenueUse;
    /** What happens to transfers between economies. */
    readonly deficits: DeficitRule;
    /** Trade by product that weights rates which differ by product; `"none"` where no step tells products apart. */
    readonly weights: TariffsByPairOptions["weights"];
  };
}

/**
 * The world model of a scenario as numbers in, numbers out: what uncertainty, sensitivity and tables vary.
 *
 * **Formula**: {@link generalEquilibrium} at each value of the inputs, always on the branch that the baseline stands on.
 *
 * **Result**: inputs are the elasticities and shares left open and the open parameters of the scenario: rates as
 * fractions, 0.25 for 25 %, up to 3, or written out, "25%". Outcomes: `"USA.welfarePercent"`, and likewise
 * `realWagePercent`, `priceIndexPercent`, `employmentPercent` (percent) and `tariffRevenue` (money in the currency of the
 * baseline) of each economy; `worldTradePercent`. Only pairs that an open parameter can reach are worked out anew.
 *
 * **Leaves out**: what {@link generalEquilibrium} leaves out.
 *
 * @throws `not-defined`, `unknown-key`, `duplicate-id`, `finer-than-baseline`; when evaluated, `missing-key`,
 * `unknown-key`, `out-of-range`, `not-a-rate` for its inputs, and what {@link worldEquilibrium} throws.
 * @example American welfare for two rates on the EU
 * ```ts
 * import { januaryScenarios } from "tariff-whatif";
 * import { ignatenko2025EatonKortum, worldEvaluator } from "tariff-whatif/world";
 * import { world2023 } from "tariff-whatif/data/world-2023";
 *
 * const { evaluate } = worldEvaluator({
 *   baseline: world2023,
 *   scenario: januaryScenarios.europeanUnion,
 *   assumptions: {
 *     parameters: ignatenko2025EatonKortum,
 *     revenueUse: "lumpSumRebate",
 *     deficits: "fixedToWorldIncome",
 *     weights: "none",
 *   },
 * });
 * const welfare = (euRate: number | "20%") => evaluate({ euRate })["USA.welfarePercent"]?.toFixed(4);
 * [welfare(0.1), welfare(0.2), welfare("20%")]; // => ["0.0385", "0.0001", "0.0001"]
 * evaluate({ euRate: 5 }); // throws out-of-range
 * ```
 * @category World model
 */
export function worldEvaluator(options: WorldEvaluatorOptions): ScenarioEvaluator {
  const { baseline, scenario, assumptions } = readOptions(options, "", [
    "baseline",
    "scenario",
    "assumptions",
  ]);
  requireBaseline(baseline, "baseline");
  requirePolicy(scenario, "scenario");
  const { parameters, revenueUse, deficits, weights } = readOptions(assumptions, "assumptions", [
    "parameters",
    "revenueUse",
    "deficits",
    "weights",
  ]);
  return underAssumptions(() => {
    if (weights !== "none") requireBaseline(weights, "weights");
    const inputDomains = worldInputs(parameters, scenario);
    const varied = elasticityNames.filter((name) => inputDomains[name] !== undefined);
    const worldFor = (values: Partial<WorldParameters>) => {
      const world = defineWorld({ baseline, parameters: { ...parameters, ...values } as WorldParameters });
      return deficits === "balancedTrade" ? balancedWorld(world) : world;
    };
    const example = worldFor(exampleOf(varied));
    // What the closure is checked for does not depend on the values of the inputs.
    readClosure(arraysOf(example), { revenueUse, deficits });
    const only = varied.length === 0 ? example : undefined;
    const tariffsFor = scenarioTariffs(baseline, scenario, weights);
    const evaluate: ScenarioEvaluator["evaluate"] = (given) => {
      const inputs: Record<string, number> = {};
      for (const name of requireInputs(evaluator, given, "inputs")) {
        inputs[name] = readInput(scenario, name, given[name]);
      }
      const values = Object.fromEntries(varied.map((name) => [name, inputs[name]]));
      const world = only ?? worldFor(values);
      return outcomesOf(worldEquilibrium(world, { tariffs: tariffsFor(inputs), revenueUse, deficits }));
    };
    const evaluator: ScenarioEvaluator = Object.freeze({ domains: inputDomains, evaluate });
    return evaluator;
  });
}

function outcomesOf({ economies, worldTradePercent }: WorldOutcome): Readonly<Record<string, number>> {
  const outcomes: Record<string, number> = { worldTradePercent };
  for (const { economy, levels, ...each } of economies) {
    outcomes[`${economy}.welfarePercent`] = each.welfarePercent;
    outcomes[`${economy}.realWagePercent`] = each.realWagePercent;
    outcomes[`${economy}.priceIndexPercent`] = each.priceIndexPercent;
    outcomes[`${economy}.employmentPercent`] = each.employmentPercent;
    outcomes[`${economy}.tariffRevenue`] = levels.tariffRevenue;
  }
  return outcomes;
}
