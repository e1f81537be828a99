import { rateFromNumber, textFromNumber } from "../../exact/fromNumber.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { requireShare } from "../../internal/requireShare.js";
import { TariffError } from "../../internal/TariffError.js";
import { requirePolicy } from "../../policy/language/policy.js";
import { bind } from "../../scenario/bind.js";
import { requireClosed } from "../../scenario/requireClosed.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../../trade/baseline.js";
import { type Domain, type Evaluator, requireInputs } from "../evaluator.js";
import { flowDuties } from "../flowDuties.js";
import { openFlows } from "../openFlows.js";
import { additionalDuties } from "./additionalDuties.js";
import { changesOf } from "./changesOf.js";
import { addTariffs, commodityFlowsOf, tariffsOf } from "./commodityFlows.js";
import { type PassThroughByStage, type PriceAssumptions, readPriceAssumptions } from "./priceAssumptions.js";
import { requireRecord } from "./requireRecord.js";

type Varied = "border" | "wholesale" | "retail" | "followersShare";

const names: readonly Varied[] = ["border", "wholesale", "retail", "followersShare"];

/**
 * What {@link pricesEvaluator} keeps fixed and what it leaves to vary.
 *
 * @category Consumer prices
 */
export interface PricesEvaluatorOptions {
  /** The data. */
  readonly baseline: Baseline;
  /** The scenario; its open parameters become inputs, rates as fractions. */
  readonly scenario: Scenario;
  /** What the model assumes; what is left out of the three stages and of followers becomes an input. */
  readonly assumptions: Omit<PriceAssumptions, "passThrough" | "domesticFollowers"> & {
    /** The stages of the pass-through that are known; the others become inputs of their names. */
    readonly passThrough: Partial<PassThroughByStage>;
    /** Domestic producers who follow import prices; left out, their share becomes the input `followersShare`. */
    readonly domesticFollowers?: PriceAssumptions["domesticFollowers"];
  };
}

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
export function pricesEvaluator(options: PricesEvaluatorOptions): Evaluator {
  const { baseline, scenario, assumptions } = readOptions(options, "", [
    "baseline",
    "scenario",
    "assumptions",
  ]);
  requireBaseline(baseline, "baseline");
  requirePolicy(scenario, "scenario");
  const varied = names.filter((name) => known(assumptions, name) === undefined);
  const assume = (inputs: Readonly<Record<string, number>>): PriceAssumptions => ({
    ...assumptions,
    passThrough: {
      source: "inputs of the evaluator",
      border: inputs.border!,
      wholesale: inputs.wholesale!,
      retail: inputs.retail!,
      ...given(assumptions.passThrough),
    },
    domesticFollowers:
      assumptions.domesticFollowers === undefined
        ? { share: inputs.followersShare!, source: "input of the evaluator" }
        : assumptions.domesticFollowers,
  });
  readPriceAssumptions(assume({ border: 1, wholesale: 1, retail: 1, followersShare: 0 }), "assumptions");
  const open = scenario.openParameters;
  const clash = open.find((name) => (names as readonly string[]).includes(name));
  if (clash !== undefined) {
    throw new TariffError({
      code: "duplicate-id",
      path: "scenario.parameters",
      received: clash,
      advice: "Give the parameter another name: an input of the model has this one.",
    });
  }
  const isRate = (name: string) => (scenario.parameters[name]?.kind ?? "rate") === "rate";
  const write = (name: string, value: number) =>
    isRate(name) ? rateFromNumber(value) : textFromNumber(value);
  const close = (inputs: Readonly<Record<string, number>>): Scenario<never> =>
    requireClosed(
      open.length === 0
        ? scenario
        : bind(scenario, Object.fromEntries(open.map((name) => [name, write(name, inputs[name] ?? 0)]))),
    );
  const flows = commodityFlowsOf(baseline, assumptions.tables);
  const touched = openFlows(scenario, baseline);
  const reached = new Set(touched);
  const settled = [...additionalDuties(baseline, flowDuties(baseline, close({})).changed)];
  const untouched = tariffsOf(
    flows,
    settled.filter(([flow]) => !reached.has(flow)),
  ).tariffs;
  const evaluate = (inputs: Readonly<Record<string, number>>): Readonly<Record<string, number>> => {
    for (const name of requireInputs(evaluator, inputs, "inputs")) {
      if (open.includes(name)) requireFinite(inputs[name], `inputs.${name}`);
      else requireShare(inputs[name], `inputs.${name}`);
    }
    const read = readPriceAssumptions(assume(inputs), "inputs");
    const moved =
      open.length === 0
        ? untouched
        : addTariffs(
            untouched,
            tariffsOf(flows, additionalDuties(baseline, flowDuties(baseline, close(inputs), touched).changed))
              .tariffs,
          );
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
  const evaluator: Evaluator = Object.freeze({
    domains: {
      ...Object.fromEntries(varied.map((name): [string, Domain] => [name, { from: 0, to: 1 }])),
      ...Object.fromEntries(
        open.map((name): [string, Domain] => [
          name,
          isRate(name) ? { above: -1, to: 10 } : { from: 0, to: 1 },
        ]),
      ),
    },
    evaluate,
  });
  return evaluator;
}

/** The value that the assumptions give to an input; undefined where they leave it open. */
function known(assumptions: PricesEvaluatorOptions["assumptions"], name: Varied): number | undefined {
  const { passThrough, domesticFollowers } = readOptions(
    assumptions,
    "assumptions",
    ["tables", "margins", "passThrough", "substitution"],
    ["domesticFollowers", "path"],
  );
  requireRecord(passThrough, "assumptions.passThrough");
  if (name === "followersShare") return domesticFollowers?.share;
  return readOptions(passThrough, "assumptions.passThrough", [], ["border", "wholesale", "retail", "source"])[
    name
  ];
}

/** The stages that are given: a key with the value undefined counts as absent. */
const given = (stages: Partial<PassThroughByStage>): Partial<PassThroughByStage> =>
  Object.fromEntries(Object.entries(stages).filter(([, value]) => value !== undefined));
