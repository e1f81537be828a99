import { deepFreeze } from "../../../internal/deepFreeze.js";
import { readOptions } from "../../../internal/readOptions.js";
import { requireBaseline } from "../../../trade/baseline.js";
import { granularityOf } from "../../granularity.js";
import { idleAmong } from "../../idleAmong.js";
import { idleNotes } from "../../idleNotes.js";
import { durationNotes } from "../../inForce.js";
import { sealOutcome } from "../../ledger.js";
import {
  type Assumption,
  boundAssumptions,
  type ModelOptions,
  measuresOf,
  type Outcome,
  titleOf,
} from "../../outcome.js";
import { unitNotes } from "../../yearOfGoods.js";
import type { SectorEquilibrium } from "../solver/SectorOutcome.js";
import { sectorEquilibrium, sectorsLeaveOut } from "../solver/sectorEquilibrium.js";
import { readFigures } from "./readFigures.js";
import { readWeights } from "./readWeights.js";
import type { SectorAssumptions } from "./SectorAssumptions.js";
import type { SectorFigures, SectorPlaces } from "./SectorFigures.js";
import { sectorOutcomeRows, unitOf } from "./sectorOutcomeRows.js";
import { sectorWorking } from "./sectorWorking.js";
import { type TariffsBySector, tariffsBySector } from "./tariffsBySector.js";
import { pathsOfTariffs, pathsOfWorld, withCallersPaths } from "./withCallersPaths.js";
import { worldOfFigures } from "./worldOfFigures.js";

/**
 * What {@link sectoralEquilibrium} returns.
 *
 * @category Sectors
 */
export interface SectoralEquilibriumOutcome extends Outcome {
  /** The name of the model. */
  readonly model: "sectors";
  /** The tariffs by sector that the scenario came to. */
  readonly tariffs: TariffsBySector["tariffs"];
  /** The equilibrium: every economy and sector, and the proof that it is solved. */
  readonly equilibrium: SectorEquilibrium;
}

/**
 * What a scenario does to every industry of every economy at once, with trade in inputs.
 *
 * **Formula**: the rates of the scenario become rates by sector ({@link tariffsBySector}, weighted by the baseline or by
 * nothing), and the world of the figures is solved for them ({@link sectorEquilibrium}).
 *
 * **Result**: by importer: welfare, real wage and price index in percent, imports, duties, effective rate and the change
 * of welfare in money of the figures (percent of final use); by exporter: sales abroad. In total: world trade and duties.
 * Industries are in `equilibrium`, with its residual. Scopes name the figures: their trade holds services.
 *
 * **Leaves out**: what happened between the year of the figures and that of the baseline, whose trade only weights rates;
 * duties of the figures where `baselineTariffs` is `"none"`: results are then changes from free trade.
 *
 * **Source**: [Caliendo and Parro 2015], Caliendo and Parro, Review of Economic Studies 82(1), 2015.
 *
 * @throws `not-converged`, `finer-than-baseline`, `open-parameters`, `not-defined`, and what {@link calibrateSectors}
 * and {@link tariffsBySector} throw.
 *
 * @example Winners and losers among industries after the January threats
 * ```ts
 * import { januaryScenarios } from "tariff-whatif";
 * import { sectoralEquilibrium } from "tariff-whatif/sectors";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 * import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
 *
 * const { equilibrium } = sectoralEquilibrium({
 *   baseline: usImports2024,
 *   scenario: januaryScenarios.chinaMexicoCanada,
 *   assumptions: {
 *     figures: worldSectors2011,
 *     baselineTariffs: "none",
 *     deficits: "ofTheData",
 *     weights: "baseline",
 *   },
 * });
 * const mexico = equilibrium.economies.find(({ economy }) => economy === "MEX");
 * mexico?.welfarePercent.toFixed(2); // => "-1.08"
 * mexico?.sectors.find(({ sector }) => sector === "electronics")?.employmentPercent?.toFixed(1); // => "-54.0"
 * ```
 * @category Sectors
 */
export function sectoralEquilibrium(options: ModelOptions<SectorAssumptions>): SectoralEquilibriumOutcome {
  const { baseline, scenario, assumptions } = readOptions(options, "", [
    "baseline",
    "scenario",
    "assumptions",
  ]);
  readOptions(assumptions, "assumptions", ["figures", "baselineTariffs", "deficits", "weights"]);
  const { figures, baselineTariffs, deficits, weights } = assumptions;
  requireBaseline(baseline, "baseline");
  const weightedBy = readWeights(weights, baseline);
  const places = readFigures(figures, "assumptions.figures");
  const found = withCallersPaths(pathsOfTariffs, () =>
    tariffsBySector({ figures, scenario, weights: weightedBy }),
  );
  const world = withCallersPaths(pathsOfWorld, () => worldOfFigures({ figures, baselineTariffs, deficits }));
  const equilibrium = sectorEquilibrium(world, { tariffs: found.tariffs, tariffsAre: "additional" });
  const traded = weightedBy === "none" ? undefined : weightedBy;
  const idle = idleAmong(scenario, {
    importers: [...places.partners, ...(traded?.importers ?? [])],
    exporters: [...places.partners, ...(traded?.exporters ?? [])],
    products: traded?.products ?? [],
  });
  const granularity = granularityOf(scenario, traded ?? { id: figures.id, products: ["total"] }, idle);
  const chosen = (name: string, value: string): Assumption => ({ name, value, source: "chosen by the user" });
  const rows = deepFreeze(sectorOutcomeRows(figures, places, world, equilibrium));
  const basis = { figures, places, world, equilibrium, tariffs: found.tariffs, unit: unitOf[figures.unit] };
  const outcome = deepFreeze({
    model: "sectors" as const,
    scenario: scenario.id,
    title: titleOf(scenario),
    baseline: baseline.id,
    scope: `imports of the world, goods and services of ${figures.id}`,
    tariffs: found.tariffs,
    equilibrium,
    rows,
    leavesOut: [
      ...sectorsLeaveOut,
      `What happened after the year of ${figures.id}: its trade, inputs and prices.`,
      ...(baselineTariffs === "none" ? ["Duties of the figures: results are changes from free trade."] : []),
      ...granularity.leavesOut,
    ],
    assumptions: [
      { name: "figures", value: figures.id, source: figures.title },
      chosen("deficits", deficits),
      chosen("baselineTariffs", baselineTariffs === "none" ? "none" : "given"),
      ...(weights === "none"
        ? []
        : [
            {
              name: "weights",
              value: `${baseline.id}, for ${found.weighted.map(({ importer, exporter }) => `${exporter} to ${importer}`).join(", ") || "no pair"}`,
              source: baseline.title,
            },
          ]),
      { name: "tradeElasticities", value: JSON.stringify(figures.tradeElasticities), source: figures.title },
      ...boundAssumptions(scenario),
    ],
    sources: [
      ...figures.sources.map((card) => ({ ...card })),
      ...(weights === "none" ? [] : baseline.sources),
    ],
    measures: measuresOf(scenario),
    notes: [
      ...notesOf(found, figures, places),
      ...idleNotes(idle, scenario, baseline),
      ...durationNotes(scenario, idle),
      ...(weights === "none" ? [] : unitNotes(scenario.steps, baseline, idle)),
      ...granularity.notes,
    ],
  });
  return sealOutcome<SectoralEquilibriumOutcome, never>(
    outcome,
    {},
    {
      rowsBy: (breakdown) => rows.filter(({ dimension }) => dimension === breakdown),
      working: (row) => sectorWorking(scenario, basis, row),
    },
  );
}

function notesOf(
  found: TariffsBySector,
  figures: SectorFigures,
  { partners }: SectorPlaces,
): readonly string[] {
  const renamed = figures.economies.flatMap((label, i) =>
    label === partners[i] ? [] : [`${label} of the figures stands for ${partners[i]}.`],
  );
  return [
    ...(found.tariffs.length === 0 ? ["No step of the scenario touches trade between these economies."] : []),
    ...renamed,
    ...(found.productsWithoutSector.length === 0
      ? []
      : [`Codes without a sector take no part: ${found.productsWithoutSector.slice(0, 20).join(", ")}.`]),
    ...found.notInFigures.map(
      (partner) => `${partner} falls into no economy of the figures: its trade takes no part.`,
    ),
  ];
}
