import type { Rate } from "../../../exact/rate.js";
import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { readTariffAbove } from "../../readTariffAbove.js";
import type { SectorWorld } from "../calibration/SectorWorld.js";
import { type SectorTariffChange, tariffsAfter } from "../readSectorScenario.js";
import { coreOf } from "../solver/core.js";
import { readSectors, requireEconomy } from "../solver/readTariffs.js";
import { readMembers } from "./players.js";
import { welfareGame } from "./welfareGame.js";

/**
 * What {@link retaliationList} needs.
 *
 * @category Sectors
 */
export interface RetaliationListOptions {
  /** Labels of the economies that retaliate together. */
  readonly by: readonly string[];
  /** Label of the economy that they answer. */
  readonly against: string;
  /** The rate that each sector in turn would be charged on top: 0.25 or "25%", above 0 and up to 10 (1,000 %). */
  readonly tariff: number | Rate;
  /** The sectors that may be charged; `"all"` for every sector, services included. */
  readonly sectors: readonly string[] | "all";
  /** The tariffs that are answered, in force in every row. */
  readonly given: SectorTariffChange;
}

/**
 * What retaliation on one sector would do, beyond the tariffs that are answered.
 *
 * @category Sectors
 */
export interface RetaliationRow {
  /** Label of the sector. */
  readonly sector: string;
  /** Imports of the sector from the economy that is answered, before the answer, customs value in the unit of the data. */
  readonly imports: number;
  /** Loss of the economy that is answered, percentage points of welfare; above 0 where it is hurt. */
  readonly harmPercent: number;
  /** The same in the unit of the data, at prices of the baseline. */
  readonly harm: number;
  /** Gain of those who retaliate, in the unit of the data; below 0 where they hurt themselves. */
  readonly ownGain: number;
}

/**
 * Where retaliation hurts the other side most: each sector's tariff by itself, the sectors that hurt most first.
 *
 * **Formula**: for each sector one equilibrium with `tariff` on top of what is given, against the equilibrium without.
 *
 * **Result**: harm to the economy that is answered in points of welfare and in the unit of the data, and what it does to
 * those who retaliate; in falling order of harm.
 *
 * **Leaves out**: how several sectors work together (solve the list you choose with {@link sectorEquilibrium}), politics, and
 * goods within a sector.
 *
 * @throws `TariffError` `not-in-world`, `not-a-rate`, `out-of-range`, `not-converged`.
 *
 * @example Where Europe could answer
 * ```ts
 * import { calibrateSectors, retaliationList } from "tariff-whatif/sectors";
 * import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
 *
 * const { economies, sectors, accounts, tradeElasticities, goods } = worldSectors2011;
 * const world = calibrateSectors({
 *   economies,
 *   sectors,
 *   accounts,
 *   tradeElasticities,
 *   tariffs: "none",
 *   deficits: "ofTheData",
 * });
 * const rows = retaliationList(world, {
 *   by: ["EU26"],
 *   against: "USA",
 *   tariff: 0.25,
 *   sectors: goods,
 *   given: {
 *     tariffs: [{ exporter: "EU26", importer: "USA", sectors: goods, tariff: 0.1 }],
 *     tariffsAre: "additional",
 *   },
 * });
 * rows.slice(0, 3).map(({ sector }) => sector); // => ["electronics", "chemicals", "transportEquipment"]
 * ```
 * @category Sectors
 */
export function retaliationList(
  world: SectorWorld,
  options: RetaliationListOptions,
): readonly RetaliationRow[] {
  const core = coreOf(world);
  readOptions(options, "", ["by", "against", "tariff", "sectors", "given"]);
  const members = readMembers(core, options.by, "by");
  const target = requireEconomy(core, options.against, "against");
  if (members.includes(target)) {
    throw new TariffError({
      code: "overlapping-scope",
      path: "against",
      received: options.against,
      advice: "Name an economy that is not among those who retaliate.",
    });
  }
  const answer = readTariffAbove(0, options.tariff, "tariff");
  const sectors = readSectors(options.sectors, core.sectorPosition, "sectors");
  readOptions(options.given, "given", ["tariffs", "tariffsAre"]);
  const given = tariffsAfter(core, options.given, "given");
  const { n } = core;
  const aggressor = { name: options.against, members: [target] };
  const measure = (tariff: Float64Array) => {
    const game = welfareGame(core, tariff, sectors);
    const welfare = game.welfare(aggressor);
    if (!Number.isFinite(welfare)) throw noEquilibrium(answer);
    const own = members.reduce((sum, i) => sum + (core.income[i]! * game.economyWelfare(i)) / 100, 0);
    return { welfare, own, trade: game.solution().trade };
  };
  const before = measure(given);
  const rows = sectors.map((k): RetaliationRow => {
    const tariff = Float64Array.from(given);
    let imports = 0;
    for (const i of members) {
      const at = (k * n + i) * n + target;
      tariff[at]! += answer;
      imports += before.trade[at]!;
    }
    const after = measure(tariff);
    const harmPercent = before.welfare - after.welfare;
    return Object.freeze({
      sector: world.sectors[k] as string,
      imports,
      harmPercent,
      harm: (core.income[target]! * harmPercent) / 100,
      ownGain: after.own - before.own,
    });
  });
  return Object.freeze(rows.sort((first, second) => second.harm - first.harm));
}

function noEquilibrium(received: number): TariffError {
  return new TariffError({
    code: "not-converged",
    path: "tariff",
    received,
    advice:
      "No equilibrium was found with these tariffs; lower them, or remove the deficits in calibrateSectors.",
  });
}
