import { readOptions } from "../../internal/readOptions.js";
import { requirePolicy } from "../../policy/language/policy.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../../trade/baseline.js";
import { type Domain, requireInputs } from "../evaluator.js";
import { openDuties } from "../openDuties.js";
import {
  closeAt,
  type EvaluatorInputs,
  parameterDomains,
  readInput,
  refuseClash,
  type ScenarioEvaluator,
} from "../scenarioEvaluator.js";
import type { MarketAssumptions } from "./marketInputs.js";
import { marketOf } from "./marketOf.js";
import { prepareTotals } from "./prepareTotals.js";

/** The elasticities that can be varied as one number for all products. */
type Elasticity = keyof PartialEvaluatorOptions["assumptions"];

const domains: Readonly<Record<Elasticity, Domain>> = {
  substitutionElasticity: { above: 0 },
  importDemandElasticity: { below: 0 },
  exportSupplyElasticity: { above: 0 },
};

/**
 * What {@link partialEvaluator} keeps fixed and what it leaves to vary.
 *
 * @category Uncertainty
 */
export interface PartialEvaluatorOptions {
  /** The data. */
  readonly baseline: Baseline;
  /** The scenario; its open parameters become inputs, rates as fractions. */
  readonly scenario: Scenario<string>;
  /** The elasticities that are known; those that are not become inputs. */
  readonly assumptions: Partial<
    Pick<MarketAssumptions, "substitutionElasticity" | "importDemandElasticity" | "exportSupplyElasticity">
  >;
}

/**
 * The partial-equilibrium model of a scenario as numbers in, numbers out.
 *
 * **Result**: inputs are the elasticities left open and the open parameters of the scenario (rates as fractions up
 * to 3, 0.25 for 25 %, or as texts, `"25%"`); outcomes are the totals of {@link solveMarkets} in the currency of the baseline, and `effectiveRate` as a
 * fraction. Each evaluation solves all markets, but reads the data only once.
 *
 * **Leaves out**: results by partner and product; use {@link partialEquilibrium} for those.
 *
 * @throws `not-defined`, `unknown-key`, `no-duties`, `finer-than-baseline`; when evaluated, `missing-key` or
 * `unknown-key` for its inputs, and what {@link solveMarkets} throws.
 * @example Additional revenue for two rates on the EU
 * ```ts
 * import { januaryScenarios, partialEvaluator } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const { evaluate } = partialEvaluator({
 *   baseline: usImports2024,
 *   scenario: januaryScenarios.europeanUnion,
 *   assumptions: { importDemandElasticity: -1, exportSupplyElasticity: "infinite" },
 * });
 * const revenue = (euRate: number) => evaluate({ euRate, substitutionElasticity: 3 }).revenueChange!;
 * [0.1, 0.2].map((rate) => (revenue(rate) / 1e9).toFixed(1)); // => ["47.5", "77.0"]
 * ```
 * @category Uncertainty
 */
export function partialEvaluator(options: PartialEvaluatorOptions): ScenarioEvaluator {
  const { baseline, scenario, assumptions } = readOptions(options, "", [
    "baseline",
    "scenario",
    "assumptions",
  ]);
  requireBaseline(baseline, "baseline");
  requirePolicy(scenario, "scenario");
  const names = Object.keys(domains) as Elasticity[];
  readOptions(assumptions, "assumptions", [], names);
  const open = scenario.openParameters;
  refuseClash(scenario, names);
  const varied = names.filter((name) => assumptions[name] === undefined);
  // What no open parameter can touch is worked out once, at a value of zero for all of them.
  const markets = marketOf(baseline, closeAt(scenario, {}));
  const reach = openDuties(baseline, scenario);
  const rowOfFlow = new Map(markets.positions.map((flow, row) => [flow, row] as const));
  const totals = prepareTotals({
    flows: markets.flows,
    open: reach.flows.map((flow) => rowOfFlow.get(flow) as number),
  });
  const evaluate = (given: EvaluatorInputs): Readonly<Record<string, number>> => {
    const inputs: Record<string, number> = {};
    for (const name of requireInputs(evaluator, given, "inputs")) {
      inputs[name] = readInput(scenario, name, given[name]);
    }
    const elasticities = { ...assumptions } as Record<Elasticity, number>;
    for (const name of varied) elasticities[name] = inputs[name] ?? Number.NaN;
    const rates = open.length === 0 ? undefined : reach.ratesAt(inputs);
    const result = totals(elasticities as unknown as MarketAssumptions, rates);
    return { ...result, effectiveRate: result.dutiesAfter / result.customsValueAfter };
  };
  const evaluator: ScenarioEvaluator = Object.freeze({
    domains: {
      ...Object.fromEntries(varied.map((name) => [name, domains[name]])),
      ...parameterDomains(scenario),
    },
    evaluate,
  });
  return evaluator;
}
