import { readOptions } from "../../../internal/readOptions.js";
import type { SectorWorld } from "../calibration/SectorWorld.js";
import { type SectorTariffChange, tariffsAfter } from "../readSectorScenario.js";
import { coreOf } from "../solver/core.js";
import { equilibriumAt } from "../solver/sectorEquilibrium.js";

/**
 * What {@link sectorAgreement} needs.
 *
 * @category Sectors
 */
export interface SectorAgreementOptions {
  /** The tariffs without an agreement: a war, for example what {@link sectorNash} found. */
  readonly without: SectorTariffChange;
  /** The tariffs under it: free trade, or a return to the data (an empty list). */
  readonly under: SectorTariffChange;
}

/**
 * Who would sign an agreement, and who would have to be paid to.
 *
 * @category Sectors
 */
export interface SectorAgreement {
  /** One entry for each economy, in the order of the world. */
  readonly economies: readonly {
    /** Label of the economy. */
    readonly economy: string;
    /** Welfare without the agreement, change from the baseline in percent. */
    readonly withoutPercent: number;
    /** Welfare under it, change from the baseline in percent. */
    readonly underPercent: number;
    /** What the agreement is worth to the economy, percent of what it has without it; above 0 for a gain. */
    readonly gainPercent: number;
    /** The same in the unit of the data, at prices of the baseline: the sum that would make up for it. */
    readonly gain: number;
    /** Whether it gains, so that it would sign. */
    readonly signs: boolean;
  }[];
  /** Whether every economy gains. */
  readonly everyoneSigns: boolean;
  /** Sum of the gains in the unit of the data: above 0 where the winners could pay the losers. */
  readonly totalGain: number;
}

/**
 * Who gains from an agreement over tariffs, economy by economy: a return to free trade after a war, say.
 *
 * **Formula**: welfare under the agreement over welfare without it; in money, the difference times final use of the baseline.
 *
 * **Result**: welfare in percent against the baseline in both states, the gain in percent and in the unit of the data.
 *
 * **Leaves out**: threats, side payments, and agreements among some.
 *
 * @throws what {@link sectorEquilibrium} throws.
 *
 * @example After a war of 30 % each
 * ```ts
 * import { calibrateSectors, sectorAgreement } from "tariff-whatif/sectors";
 *
 * const world = calibrateSectors({
 *   economies: ["A", "B"],
 *   sectors: ["goods"],
 *   accounts: {
 *     valuation: "customsValue",
 *     trade: [
 *       [[90], [10]],
 *       [[10], [50]],
 *     ],
 *     inputs: "none",
 *   },
 *   tradeElasticities: [4],
 *   tariffs: "none",
 *   deficits: "removed",
 * });
 * const { economies, everyoneSigns } = sectorAgreement(world, {
 *   without: { tariffs: [{ exporter: "all", importer: "all", sectors: "all", tariff: 0.3 }], tariffsAre: "total" },
 *   under: { tariffs: [], tariffsAre: "total" },
 * });
 * economies.map(({ economy, gainPercent }) => `${economy} ${gainPercent.toFixed(3)}`); // => ["A 0.770", "B 1.430"]
 * everyoneSigns; // => true
 * ```
 * @category Sectors
 */
export function sectorAgreement(world: SectorWorld, options: SectorAgreementOptions): SectorAgreement {
  const core = coreOf(world);
  readOptions(options, "", ["without", "under"]);
  const solve = (change: SectorTariffChange, path: string) => {
    readOptions(change, path, ["tariffs", "tariffsAre"]);
    return equilibriumAt(world, tariffsAfter(core, change, path), 1e-12, `${path}.tariffs`).economies;
  };
  const without = solve(options.without, "without");
  const under = solve(options.under, "under");
  const economies = world.economies.map((economy, i) => {
    const withoutPercent = without[i]?.welfarePercent ?? 0;
    const underPercent = under[i]?.welfarePercent ?? 0;
    const gain = (core.income[i]! * (underPercent - withoutPercent)) / 100;
    return Object.freeze({
      economy,
      withoutPercent,
      underPercent,
      gainPercent: 100 * ((1 + underPercent / 100) / (1 + withoutPercent / 100) - 1),
      gain,
      signs: gain > 0,
    });
  });
  return Object.freeze({
    economies: Object.freeze(economies),
    everyoneSigns: economies.every(({ signs }) => signs),
    totalGain: economies.reduce((sum, { gain }) => sum + gain, 0),
  });
}
