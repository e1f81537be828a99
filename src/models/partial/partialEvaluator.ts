import type { PartnerCode } from "../../economies/partner.js";
import { rateFromNumber, textFromNumber } from "../../exact/fromNumber.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { TariffError } from "../../internal/TariffError.js";
import { openParametersOf } from "../../policy/language/openParametersOf.js";
import { requirePolicy } from "../../policy/language/policy.js";
import { coversEconomy } from "../../policy/rates/coversEconomy.js";
import { bind, type ParameterValue } from "../../scenario/bind.js";
import { requireClosed } from "../../scenario/requireClosed.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../../trade/baseline.js";
import { type Domain, type Evaluator, requireInputs } from "../evaluator.js";
import { flowDuties } from "../flowDuties.js";
import type { MarketAssumptions } from "./marketInputs.js";
import { type BaselineMarkets, marketOf, ratesAfter } from "./marketOf.js";
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
 * **Result**: inputs are the elasticities left open and the open parameters of the scenario (rates as fractions, 0.25
 * for 25 %); outcomes are the totals of {@link solveMarkets} in the currency of the baseline, and `effectiveRate` as a
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
export function partialEvaluator(options: PartialEvaluatorOptions): Evaluator {
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
  // The duties that no open parameter can touch are worked out once, at a value of zero for all of them.
  const markets = marketOf(baseline, close({}));
  const totals = prepareTotals({ flows: markets.flows });
  const touched = openFlows(scenario, baseline);
  const unchanged = ratesUntouched(markets, touched);
  const evaluate = (inputs: Readonly<Record<string, number>>): Readonly<Record<string, number>> => {
    for (const name of requireInputs(evaluator, inputs, "inputs")) {
      requireFinite(inputs[name], `inputs.${name}`);
    }
    const elasticities = { ...assumptions } as Record<Elasticity, number>;
    for (const name of varied) elasticities[name] = inputs[name] ?? Number.NaN;
    const rates =
      open.length === 0
        ? undefined
        : ratesAfter(markets, flowDuties(baseline, close(inputs), touched).changed, unchanged);
    const result = totals(elasticities as unknown as MarketAssumptions, rates);
    return { ...result, effectiveRate: result.dutiesAfter / result.customsValueAfter };
  };
  const parameterDomains = open.map(
    (name) => [name, kindOf(name) === "rate" ? { above: -1, to: 10 } : { from: 0, to: 1 }] as const,
  );
  const evaluator: Evaluator = Object.freeze({
    domains: {
      ...Object.fromEntries(varied.map((name) => [name, domains[name]])),
      ...Object.fromEntries(parameterDomains),
    },
    evaluate,
  });
  return evaluator;
}

/**
 * The rate of each row unless an evaluation changes it: out of reach of the open parameters the scenario's, within
 * reach the baseline's, because an evaluation lists only flows whose duties differ from those of the baseline.
 */
function ratesUntouched({ positions, flows }: BaselineMarkets, touched: readonly number[]): Float64Array {
  const reached = new Set(touched);
  return Float64Array.from(positions, (flow, row) =>
    reached.has(flow)
      ? (flows.dutiesBefore?.[row] as number) / (flows.customsValue[row] as number)
      : (flows.rateAfter[row] as number),
  );
}

/** The flows within reach of a step with an open parameter. */
function openFlows(
  scenario: Scenario<string>,
  { importers, exporters, columns }: Baseline,
): readonly number[] {
  const steps = scenario.steps.filter((step) => openParametersOf([step]).length > 0);
  const { evaluate } = scenario;
  const on = evaluate.over === undefined ? evaluate.on : evaluate.over.from;
  return columns.exporter.flatMap((exporterAt, flow) => {
    const [importer, exporter] = [
      importers[columns.importer[flow] ?? 0],
      exporters[exporterAt],
    ] as PartnerCode[];
    const reached = steps.some(
      (step) => coversEconomy(step.importers, importer!, on) && coversEconomy(step.exporters, exporter!, on),
    );
    return reached ? [flow] : [];
  });
}
