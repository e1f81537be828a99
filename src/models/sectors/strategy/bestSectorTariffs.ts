import type { Rate } from "../../../exact/rate.js";
import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { readHighestTariff } from "../../readHighestTariff.js";
import type { SectorWorld } from "../calibration/SectorWorld.js";
import { type SectorTariffChange, tariffsAfter } from "../readSectorScenario.js";
import { coreOf } from "../solver/core.js";
import { readSectors } from "../solver/readTariffs.js";
import { bestBySector, bestUniform } from "./bestRates.js";
import { readMembers, readShape } from "./players.js";
import { welfareGame } from "./welfareGame.js";

/**
 * What {@link bestSectorTariffs} needs.
 *
 * @category Sectors
 */
export interface BestSectorTariffsOptions {
  /** Labels of the economies that set their tariffs together, on all imports from outside. */
  readonly bloc: readonly string[];
  /** `"uniform"`: one rate on all sectors; `"bySector"`: one rate on each. */
  readonly shape: "uniform" | "bySector";
  /** The sectors that they charge; `"all"` for every sector, services included. Others keep their tariffs. */
  readonly sectors: readonly string[] | "all";
  /** What all others charge; what the bloc charges on the sectors is replaced. */
  readonly against: SectorTariffChange;
  /** End of the search as a fraction of customs value (5 for 500 %) or a rate ("500%"), above 0 and up to 10; 5 where absent. */
  readonly highestTariff?: number | Rate;
}

/**
 * Tariffs that were searched for: the best for those who set them if nobody answers.
 *
 * @category Sectors
 */
export interface BestSectorTariffs {
  /** The best rate of each sector, as a fraction of customs value; all alike for `"uniform"`. */
  readonly tariffs: readonly { readonly sector: string; readonly tariff: number }[];
  /** Welfare of the bloc, change from the baseline in percent, members weighted by final use. */
  readonly welfarePercent: number;
  /** The points of the scan over uniform rates, for a chart; points without an equilibrium are omitted. */
  readonly scan: readonly { readonly tariff: number; readonly welfarePercent: number }[];
  /** How many equilibria the search solved. */
  readonly equilibria: number;
}

/**
 * The tariffs on imports from outside that are best for a bloc, given what the others charge: one rate, or one for each
 * sector.
 *
 * **Formula**: the largest welfare of the members, weighted by final use, over rates from 0 to `highestTariff`, each point a
 * full equilibrium: a scan and Brent's method for one rate, and from there a quasi-Newton search for a rate for each
 * sector.
 *
 * **Result**: rates as fractions, welfare in percent against the baseline, and the scan.
 *
 * **Leaves out**: import subsidies, rates that differ between exporters, and what the others would answer
 * ({@link sectorNash}).
 *
 * @throws `TariffError` `target-not-reached` where the best rate is the end of the search, `not-in-world`, and what
 * {@link sectorEquilibrium} throws for tariffs.
 *
 * @example The best tariff of A
 * ```ts
 * import { bestSectorTariffs, calibrateSectors } from "tariff-whatif/sectors";
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
 * const best = bestSectorTariffs(world, {
 *   bloc: ["A"],
 *   shape: "uniform",
 *   sectors: "all",
 *   against: { tariffs: [], tariffsAre: "total" },
 * });
 * best.tariffs[0]?.tariff.toFixed(4); // => "0.2787"
 * best.welfarePercent.toFixed(4); // => "0.6031"
 * ```
 * @category Sectors
 */
export function bestSectorTariffs(world: SectorWorld, options: BestSectorTariffsOptions): BestSectorTariffs {
  const core = coreOf(world);
  readOptions(options, "", ["bloc", "shape", "sectors", "against"], ["highestTariff"]);
  const shape = readShape(options.shape);
  const player = { name: "bloc", members: readMembers(core, options.bloc, "bloc") };
  const sectors = readSectors(options.sectors, core.sectorPosition, "sectors");
  readOptions(options.against, "against", ["tariffs", "tariffsAre"]);
  const highest = readHighestTariff(options.highestTariff);
  const game = welfareGame(core, tariffsAfter(core, options.against, "against"), sectors);
  const uniform = bestUniform(game, player, sectors.length, highest);
  if (!Number.isFinite(uniform.welfarePercent))
    throw noEnd("No tariff in the search has an equilibrium", highest);
  const found = shape === "uniform" ? uniform : bestBySector(game, player, uniform.rates, highest);
  const atEnd = found.rates.findIndex((rate) => Math.log1p(rate) > Math.log1p(highest) - 1e-6);
  if (atEnd >= 0)
    throw noEnd(
      `Welfare still rises at the end of the search for ${world.sectors[sectors[atEnd] as number]}`,
      highest,
    );
  return Object.freeze({
    tariffs: Object.freeze(
      sectors.map((k, q) =>
        Object.freeze({ sector: world.sectors[k] as string, tariff: found.rates[q] as number }),
      ),
    ),
    welfarePercent: found.welfarePercent,
    scan: Object.freeze(uniform.scan.map((point) => Object.freeze(point))),
    equilibria: game.solves(),
  });
}

function noEnd(what: string, received: number): TariffError {
  return new TariffError({
    code: "target-not-reached",
    path: "highestTariff",
    received,
    advice: `${what}; raise highestTariff, or charge fewer sectors.`,
  });
}
