import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import type { Baseline } from "../../trade/baseline.js";
import { sealOutcome } from "../ledger.js";
import {
  type Assumption,
  boundAssumptions,
  type ModelOptions,
  measuresOf,
  type Outcome,
  titleOf,
} from "../outcome.js";
import { scopeOf } from "../scope.js";
import { stepNotes } from "../stepNotes.js";
import type { WorldParameters } from "./calibration/WorldParameters.js";
import { readSource } from "./readSource.js";
import { leavesOut } from "./solver/leavesOut.js";
import type { DeficitRule, RevenueUse, WorldEquilibrium } from "./solver/WorldOutcome.js";
import { worldEquilibrium } from "./solver/worldEquilibrium.js";
import { type TariffsByPairOptions, tariffsByPair } from "./tariffsByPair.js";
import { underAssumptions } from "./underAssumptions.js";
import { worldOf } from "./worldOf.js";
import { worldRows } from "./worldRows.js";
import { worldWorking } from "./worldWorking.js";

/**
 * What {@link generalEquilibrium} assumes.
 *
 * @category World model
 */
export interface WorldAssumptions {
  /** Elasticities and cost structure, for example a preset. */
  readonly parameters: WorldParameters;
  /** What tariff revenue pays for. */
  readonly revenueUse: RevenueUse;
  /** What happens to transfers between economies. */
  readonly deficits: DeficitRule;
  /** Trade by product that weights rates which differ by product; `"none"` where no step tells products apart. */
  readonly weights: TariffsByPairOptions["weights"];
  /** Where `parameters` come from; reported as chosen by the user where it is not given. */
  readonly source?: string;
}

/**
 * What {@link generalEquilibrium} returns.
 *
 * @category World model
 */
export interface GeneralEquilibriumOutcome extends Outcome {
  /** The name of the model. */
  readonly model: "world";
  /** The equilibrium: every economy, the new trade matrix, and the proof that it is solved. */
  readonly equilibrium: WorldEquilibrium;
}

/**
 * What a scenario does to wages, prices, trade and welfare everywhere at once.
 *
 * **Formula**: the rates of the scenario are aggregated to pairs of economies ({@link tariffsByPair}) and the world is
 * solved for them ({@link worldEquilibrium}).
 *
 * **Result**: by importer: welfare, real wage, price index and employment in percent; imports, duties, effective rate
 * and the change of welfare in money (percent of baseline spending); by exporter: sales abroad. In total: world trade
 * and duties. `equilibrium.residual` proves the solution.
 *
 * **Leaves out**: goods apart from one another, duties of the baseline; the result says so, and names economies of the
 * weights that the world does not have.
 *
 * **Source**: [Ignatenko, Macedoni, Lashkaripour and Simonovska 2025], Ignatenko, Macedoni, Lashkaripour, Simonovska
 * 2025.
 *
 * @throws `not-converged`, `finer-than-baseline`, `open-parameters`, `not-defined`, and what {@link defineWorld} and
 * {@link worldEquilibrium} throw.
 * @example Welfare after the January threats
 * ```ts
 * import { januaryScenarios } from "tariff-whatif";
 * import { generalEquilibrium, ignatenko2025EatonKortum } from "tariff-whatif/world";
 * import { world2023 } from "tariff-whatif/data/world-2023";
 *
 * const { equilibrium } = generalEquilibrium({
 *   baseline: world2023,
 *   scenario: januaryScenarios.chinaMexicoCanada,
 *   assumptions: {
 *     parameters: ignatenko2025EatonKortum,
 *     revenueUse: "lumpSumRebate",
 *     deficits: "fixedToWorldIncome",
 *     weights: "none",
 *   },
 * });
 * const welfare = (economy: string) => equilibrium.economies.find((each) => each.economy === economy)?.welfarePercent;
 * ["USA", "CAN"].map((economy) => welfare(economy)?.toFixed(2)); // => ["0.22", "-3.08"]
 * equilibrium.residual < 1e-12; // => true
 * ```
 * @category World model
 */
export function generalEquilibrium(options: ModelOptions<WorldAssumptions>): GeneralEquilibriumOutcome {
  const { baseline, scenario, assumptions } = readOptions(options, "", [
    "baseline",
    "scenario",
    "assumptions",
  ]);
  const { parameters, revenueUse, deficits, weights, source } = readOptions(
    assumptions,
    "assumptions",
    ["parameters", "revenueUse", "deficits", "weights"],
    ["source"],
  );
  const chosen = "chosen by the user";
  const from = source === undefined ? chosen : readSource(source);
  const { tariffs, weighted, notInWorld, world, equilibrium } = underAssumptions(() => {
    const pairs = tariffsByPair({ baseline, scenario, weights });
    const calibrated = worldOf(baseline, parameters, deficits === "balancedTrade");
    const solved = worldEquilibrium(calibrated, { tariffs: pairs.tariffs, revenueUse, deficits });
    return { ...pairs, world: calibrated, equilibrium: solved };
  });
  const write = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const assumed = (values: object, origin: string) =>
    Object.entries(values).map(
      ([name, value]): Assumption => ({ name, value: write(value), source: origin }),
    );
  const ofSteps = stepNotes(scenario, baseline, weights === "none" ? baseline : weights, baseline);
  const notes = [
    ...equilibrium.notes,
    ...closureNotes(deficits),
    ...ofSteps.notes,
    ...(tariffs.length === 0
      ? ["No step of the scenario touches trade of this world as it is looked at."]
      : []),
    ...notInWorld.map(
      (partner) => `${partner} is in the weights but not in ${baseline.id}: its trade takes no part.`,
    ),
    ...equilibrium.ownTradeSetToZero.map(
      (economy) => `${economy} exports more than its GDP allows: its own trade is zero.`,
    ),
  ];
  const weightedBy = (data: Baseline): Assumption => ({
    name: "weights",
    value: `${data.id}, for ${weighted.map(({ importer, exporter }) => `${exporter} to ${importer}`).join(", ") || "no pair"}`,
    source: data.title,
  });
  const rows = deepFreeze(worldRows(baseline, world, equilibrium));
  const outcome = deepFreeze({
    model: "world" as const,
    scenario: scenario.id,
    title: titleOf(scenario),
    baseline: baseline.id,
    scope: scopeOf(baseline, "all"),
    equilibrium,
    rows,
    leavesOut: [...leavesOut, ...ofSteps.leavesOut],
    assumptions: [
      ...assumed(world.parameters, from),
      ...assumed({ revenueUse: equilibrium.revenueUse, deficits: equilibrium.deficits }, chosen),
      ...(weights === "none" ? [] : [weightedBy(weights)]),
      ...boundAssumptions(scenario),
    ],
    sources: [...baseline.sources, ...(weights === "none" ? [] : weights.sources)],
    measures: measuresOf(scenario),
    notes,
  });
  return sealOutcome<GeneralEquilibriumOutcome, never>(
    outcome,
    {},
    {
      rowsBy: (by) => rows.filter(({ dimension }) => dimension === by),
      working: (row) =>
        worldWorking(baseline, scenario, { tariffs, weighted, notInWorld }, world, equilibrium, row),
    },
  );
}

function closureNotes(deficits: DeficitRule): readonly string[] {
  if (deficits === "fixedToWorldIncome") return [];
  return [
    deficits === "balancedTrade"
      ? "The baseline is the same world with trade balanced: the end of all deficits is no part of the result."
      : "The result holds the change of transfers too: they are given, and may differ from those of the data.",
  ];
}
