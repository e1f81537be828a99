import type { Decimal } from "../../exact/decimal.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireShare } from "../../internal/requireShare.js";
import { requirePolicy } from "../../policy/language/policy.js";
import { amountsOf, requireBaseline } from "../../trade/baseline.js";
import { requireDuties } from "../../trade/requireDuties.js";
import { type Domain, requireInputs } from "../evaluator.js";
import { flowDuties } from "../flowDuties.js";
import { openDuties } from "../openDuties.js";
import {
  closeAt,
  type EvaluatorInputs,
  parameterDomains,
  readInput,
  refuseClash,
  type ScenarioEvaluator,
} from "../scenarioEvaluator.js";
import { additionalDuties } from "./additionalDuties.js";
import { changesOf } from "./changesOf.js";
import { addTariffs, commodityFlowsOf, tariffsOf } from "./commodityFlows.js";
import { assume, leftOpen, openShares, type PricesEvaluatorOptions } from "./evaluatorInputs.js";
import { readPriceAssumptions } from "./priceAssumptions.js";

/**
 * Consumer prices of a scenario as numbers in, numbers out: for draws, sensitivity and tables of two inputs.
 *
 * **Result**: inputs are the open parameters of the scenario (rates as fractions), and `border`, `wholesale`, `retail`
 * and `followersShare` where the assumptions leave them out. Outcomes: `allItemsPercent`, `corePercent`,
 * `directPercent`, `useTablePercent`, `cost` and, with households, `costPerHousehold` and `costOfTenth1`, `costOfTenth2`
 * and so on; with substitution also `afterSubstitutionPercent`. Only flows that an open parameter reaches are counted
 * again.
 *
 * **Leaves out**: prices by line; use {@link consumerPrices} for those.
 *
 * @throws `duplicate-id` for an open parameter with the name of an input, what {@link consumerPrices} throws; when
 * evaluated, `missing-key`, `unknown-key`, `out-of-range` or `not-finite` for its inputs.
 * @example What a household pays for two rates on the EU
 * ```ts
 * import { januaryScenarios } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 * import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
 * import { pricesEvaluator } from "tariff-whatif/prices";
 *
 * const { evaluate } = pricesEvaluator({
 *   baseline: usImports2024,
 *   scenario: januaryScenarios.europeanUnion,
 *   assumptions: {
 *     tables: usPrices2023,
 *     margins: "dollars",
 *     passThrough: { wholesale: 1, retail: 1, source: "chosen for the example" },
 *     domesticFollowers: { share: 0, source: "chosen for the example" },
 *     substitution: "none",
 *   },
 * });
 * [0.1, 0.2].map((euRate) => evaluate({ euRate, border: 0.94 }).costPerHousehold!.toFixed(0)); // => ["186", "373"]
 * ```
 * @category Consumer prices
 */
export function pricesEvaluator(options: PricesEvaluatorOptions): ScenarioEvaluator {
  const { baseline, scenario, assumptions } = readOptions(options, "", [
    "baseline",
    "scenario",
    "assumptions",
  ]);
  requireBaseline(baseline, "baseline");
  requirePolicy(scenario, "scenario");
  const varied = leftOpen(assumptions);
  const trial = { border: 1, wholesale: 1, retail: 1, followersShare: 0 };
  readPriceAssumptions(assume(assumptions, trial), "assumptions");
  const open = scenario.openParameters;
  refuseClash(scenario, openShares);
  const flows = commodityFlowsOf(baseline, assumptions.tables);
  // What no open parameter can touch is worked out once, at a value of zero for all of them.
  const reach = openDuties(baseline, scenario);
  const reached = new Set(reach.flows);
  const unchanging = [...additionalDuties(baseline, flowDuties(baseline, closeAt(scenario, {})).changed)];
  const untouched = tariffsOf(
    flows,
    unchanging.filter(([flow]) => !reached.has(flow)),
  ).tariffs;
  const { customsValue } = amountsOf(baseline);
  const before = requireDuties(baseline, "baseline");
  const value = reach.flows.map((flow) => (customsValue[flow] as Decimal).toNumber());
  const paid = reach.flows.map((flow) => (before[flow] as Decimal).toNumber());
  const openTariffs = (inputs: Readonly<Record<string, number>>): Float64Array => {
    const rates = reach.ratesAt(inputs);
    return tariffsOf(
      flows,
      reach.flows.map((flow, row) => [flow, rates[row]! * value[row]! - paid[row]!] as const),
    ).tariffs;
  };
  const evaluate = (given: EvaluatorInputs): Readonly<Record<string, number>> => {
    const inputs: Record<string, number> = {};
    for (const name of requireInputs(evaluator, given, "inputs")) {
      inputs[name] = readInput(scenario, name, given[name]);
      if (!open.includes(name)) requireShare(inputs[name], `inputs.${name}`);
    }
    const read = readPriceAssumptions(assume(assumptions, inputs), "inputs");
    const moved = open.length === 0 ? untouched : addTariffs(untouched, openTariffs(inputs));
    const prices = changesOf(moved, read);
    return {
      allItemsPercent: prices.allItemsPercent,
      corePercent: prices.corePercent,
      directPercent: prices.directPercent,
      useTablePercent: prices.useTablePercent,
      cost: prices.cost,
      ...(prices.afterSubstitutionPercent === null
        ? {}
        : { afterSubstitutionPercent: prices.afterSubstitutionPercent }),
      ...(prices.averageHousehold === null ? {} : { costPerHousehold: prices.averageHousehold.cost }),
      ...Object.fromEntries(prices.tenths.map(({ tenth, cost }) => [`costOfTenth${tenth}`, cost])),
    };
  };
  const evaluator: ScenarioEvaluator = Object.freeze({
    domains: {
      ...Object.fromEntries(varied.map((name): [string, Domain] => [name, { from: 0, to: 1 }])),
      ...parameterDomains(scenario),
    },
    evaluate,
  });
  return evaluator;
}
