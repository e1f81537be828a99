import { requireBounded } from "../../../internal/listBounds.js";
import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { requirePolicy } from "../../../policy/language/policy.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { type Baseline, requireBaseline } from "../../../trade/baseline.js";
import { requireInputs } from "../../evaluator.js";
import {
  closeAt,
  type EvaluatorInputs,
  parameterDomains,
  readInput,
  refuseClash,
  type ScenarioEvaluator,
} from "../../scenarioEvaluator.js";
import type { SectorWorld } from "../calibration/SectorWorld.js";
import type { SectorTariff } from "../solver/SectorTariffs.js";
import { sectorEquilibrium } from "../solver/sectorEquilibrium.js";
import { readWeights } from "./readWeights.js";
import type { SectorAssumptions } from "./SectorAssumptions.js";
import { tariffsBySector } from "./tariffsBySector.js";
import { pathsOfTariffs, pathsOfWorld, withCallersPaths } from "./withCallersPaths.js";
import { worldOfFigures } from "./worldOfFigures.js";

/** The name of the input that stretches all trade elasticities. */
const factor = "elasticityFactor";

/**
 * What {@link sectorsEvaluator} keeps fixed and what it leaves to vary.
 *
 * @category Uncertainty
 */
export interface SectorsEvaluatorOptions {
  /** Trade that weights rates by product, where `assumptions.weights` says so. */
  readonly baseline: Baseline;
  /** The scenario; its open parameters become inputs, rates as fractions. */
  readonly scenario: Scenario<string>;
  /** What the model assumes, as in {@link sectoralEquilibrium}. */
  readonly assumptions: SectorAssumptions;
  /** The economies whose welfare and real wage are outcomes. */
  readonly economies: readonly string[];
}

/**
 * The model of sectors as numbers in, numbers out: what uncertainty, sensitivity and tables vary.
 *
 * **Result**: inputs are `elasticityFactor`, which multiplies every trade elasticity (1 for those of the figures), and the
 * open parameters of the scenario (rates as fractions, 0.25 for 25 %); outcomes are `welfare.USA` and `realWage.USA` for each
 * economy asked for and `worldTrade`, percent, and `duties`, all duties of the world in the unit of the figures.
 *
 * **Leaves out**: results by sector; use {@link sectoralEquilibrium} for those.
 *
 * @throws `not-defined`, `unknown-key`, `duplicate-id`, `not-in-world`, `finer-than-baseline`; when evaluated,
 * `missing-key` or `unknown-key` for its inputs, and `not-converged`.
 *
 * @example Welfare of the United States with weaker and stronger responses of trade
 * ```ts
 * import { januaryScenarios } from "tariff-whatif";
 * import { sectorsEvaluator } from "tariff-whatif/sectors";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 * import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
 *
 * const { evaluate } = sectorsEvaluator({
 *   baseline: usImports2024,
 *   scenario: januaryScenarios.europeanUnion,
 *   assumptions: {
 *     figures: worldSectors2011,
 *     baselineTariffs: "none",
 *     deficits: "ofTheData",
 *     weights: "none",
 *   },
 *   economies: ["USA"],
 * });
 * [0.5, 1].map((elasticityFactor) => evaluate({ elasticityFactor, euRate: 0.1 })["welfare.USA"]?.toFixed(3)); // => ["0.025", "0.003"]
 * ```
 * @category Uncertainty
 */
export function sectorsEvaluator(options: SectorsEvaluatorOptions): ScenarioEvaluator {
  const { baseline, scenario, assumptions, economies } = readOptions(options, "", [
    "baseline",
    "scenario",
    "assumptions",
    "economies",
  ]);
  requireBaseline(baseline, "baseline");
  requirePolicy(scenario, "scenario");
  readOptions(assumptions, "assumptions", ["figures", "baselineTariffs", "deficits", "weights"]);
  const { figures } = assumptions;
  const weights = readWeights(assumptions.weights, baseline);
  const open = scenario.openParameters;
  refuseClash(scenario, [factor]);
  const tariffsAt = (inputs: Readonly<Record<string, number>>): readonly SectorTariff[] =>
    withCallersPaths(pathsOfTariffs, () =>
      tariffsBySector({ figures, scenario: closeAt(scenario, inputs), weights }),
    ).tariffs;
  // Refuses now what would be refused at every evaluation.
  const fixed = tariffsAt({});
  const world = withCallersPaths(pathsOfWorld, () => worldOfFigures(assumptions));
  const places = readPlaces(economies, world);
  let last: { factor: number; world: SectorWorld } = { factor: 1, world };
  const evaluate = (given: EvaluatorInputs): Readonly<Record<string, number>> => {
    const inputs: Record<string, number> = {};
    for (const name of requireInputs(evaluator, given, "inputs")) {
      inputs[name] = readInput(scenario, name, given[name]);
    }
    const stretch = inputs[factor] ?? Number.NaN;
    if (stretch !== last.factor) last = { factor: stretch, world: worldOfFigures(assumptions, stretch) };
    const result = sectorEquilibrium(last.world, {
      tariffs: open.length === 0 ? fixed : tariffsAt(inputs),
      tariffsAre: "additional",
    });
    const outcomes = places.flatMap((at) => {
      const economy = result.economies[at];
      return [
        [`welfare.${economy?.economy}`, economy?.welfarePercent],
        [`realWage.${economy?.economy}`, economy?.realWagePercent],
      ];
    });
    const duties = result.economies.reduce((sum, { levels }) => sum + levels.tariffRevenue, 0);
    return { ...Object.fromEntries(outcomes), worldTrade: result.worldTradePercent, duties };
  };
  const evaluator: ScenarioEvaluator = Object.freeze({
    domains: {
      [factor]: { above: 0, to: 3 },
      ...parameterDomains(scenario),
    },
    evaluate,
  });
  return evaluator;
}

function readPlaces(economies: readonly string[], world: SectorWorld): readonly number[] {
  requireBounded(economies, "economies", "economies", "Name the economies whose welfare is asked for.");
  return Array.from(economies).map((label, q) => {
    const at = world.economies.indexOf(label);
    if (at >= 0) return at;
    throw new TariffError({
      code: "not-in-world",
      path: `economies[${q}]`,
      received: label,
      advice: "Pass one of the labels in figures.economies.",
    });
  });
}
