import { rateFromNumber, textFromNumber } from "../../exact/fromNumber.js";
import { type Rate, readRate } from "../../exact/rate.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { TariffError } from "../../internal/TariffError.js";
import { requirePolicy } from "../../policy/language/policy.js";
import { bind, type ParameterValue } from "../../scenario/bind.js";
import { requireClosed } from "../../scenario/requireClosed.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../../trade/baseline.js";
import { type Domain, type Evaluator, requireInputs } from "../evaluator.js";
import { openDuties } from "../openDuties.js";
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
 * Inputs of a {@link PartialEvaluator}: numbers by name; a rate as a fraction up to 3 or as a text with its unit, `"25%"`.
 *
 * @category Uncertainty
 */
export type PartialInputs = Readonly<Record<string, number | Rate>>;

/**
 * The partial-equilibrium model as an evaluator, which takes rates as texts too.
 *
 * @category Uncertainty
 */
export interface PartialEvaluator extends Evaluator {
  /** The outcomes for some values of all inputs. */
  readonly evaluate: (inputs: PartialInputs) => Readonly<Record<string, number>>;
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
export function partialEvaluator(options: PartialEvaluatorOptions): PartialEvaluator {
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
  const clash = open.find((name) => (names as string[]).includes(name));
  if (clash !== undefined) {
    throw new TariffError({
      code: "duplicate-id",
      path: "scenario.parameters",
      received: clash,
      advice: "Give the parameter another name: an elasticity has this one.",
    });
  }
  const varied = names.filter((name) => assumptions[name] === undefined);
  const kindOf = (name: string) => scenario.parameters[name]?.kind ?? "rate";
  const parameterValue = (name: string, value: number): ParameterValue =>
    kindOf(name) === "rate" ? rateFromNumber(value) : textFromNumber(value);
  const close = (inputs: Readonly<Record<string, number>>): Scenario<never> =>
    open.length === 0
      ? requireClosed(scenario)
      : requireClosed(
          bind(
            scenario,
            Object.fromEntries(open.map((name) => [name, parameterValue(name, inputs[name] ?? 0)])),
          ),
        );
  // What no open parameter can touch is worked out once, at a value of zero for all of them.
  const markets = marketOf(baseline, close({}));
  const reach = openDuties(baseline, scenario);
  const rowOfFlow = new Map(markets.positions.map((flow, row) => [flow, row] as const));
  const totals = prepareTotals({
    flows: markets.flows,
    open: reach.flows.map((flow) => rowOfFlow.get(flow) as number),
  });
  const evaluate = (given: PartialInputs): Readonly<Record<string, number>> => {
    const inputs: Record<string, number> = {};
    for (const name of requireInputs(evaluator, given, "inputs")) {
      const isRate = open.includes(name) && kindOf(name) === "rate";
      inputs[name] = isRate
        ? readFraction(given[name], `inputs.${name}`)
        : requireFinite(given[name], `inputs.${name}`);
    }
    const elasticities = { ...assumptions } as Record<Elasticity, number>;
    for (const name of varied) elasticities[name] = inputs[name] ?? Number.NaN;
    const rates = open.length === 0 ? undefined : reach.ratesAt(inputs);
    const result = totals(elasticities as unknown as MarketAssumptions, rates);
    return { ...result, effectiveRate: result.dutiesAfter / result.customsValueAfter };
  };
  const parameterDomains = open.map(
    (name) =>
      [name, kindOf(name) === "rate" ? { above: -1, to: highestFraction } : { from: 0, to: 1 }] as const,
  );
  const evaluator: PartialEvaluator = Object.freeze({
    domains: {
      ...Object.fromEntries(varied.map((name) => [name, domains[name]])),
      ...Object.fromEntries(parameterDomains),
    },
    evaluate,
  });
  return evaluator;
}

/** The highest rate that a bare number may stand for: 5 is more often meant as 5 % than as 500 %. */
const highestFraction = 3;

function readFraction(value: unknown, path: string): number {
  if (typeof value === "string") return Number(readRate(value, path));
  const fraction = requireFinite(value, path);
  if (fraction > -1 && fraction <= highestFraction) return fraction;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: `Pass a fraction above -1 and at most ${highestFraction}, 0.25 for 25 %, or a text with its unit: "25%", "500%".`,
  });
}
