import type { Rate } from "../../../exact/rate.js";
import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { readHighestTariff } from "../../readHighestTariff.js";
import type { SectorWorld } from "../calibration/SectorWorld.js";
import { coreOf } from "../solver/core.js";
import { readSectors } from "../solver/readTariffs.js";
import type { SectorEquilibrium } from "../solver/SectorOutcome.js";
import { equilibriumAt } from "../solver/sectorEquilibrium.js";
import { type BestRates, bestBySector, bestUniform } from "./bestRates.js";
import { beginAt, iterateBestResponses, ratesOf } from "./iterateBestResponses.js";
import { type Player, readPlayers, readShape, type SectorBloc } from "./players.js";
import { type WelfareGame, welfareGame } from "./welfareGame.js";

/** Rounds of answers before giving up, and how little log(1 + tariff) may still move. */
const mostRounds = 60;
const still = 1e-7;
const warmUp = { still, mostRounds: 20 };

/** What a player may still gain by a deviation, percentage points of welfare. */
const smallGain = 1e-8;

/**
 * What {@link sectorNash} needs.
 *
 * @category Sectors
 */
export interface SectorNashOptions {
  /** Who sets tariffs: every economy by itself (`"all"`), or two or more blocs; economies in none keep their tariffs. */
  readonly players: readonly SectorBloc[] | "all";
  /** `"uniform"`: one rate on all sectors; `"bySector"`: one rate on each, which takes many more equilibria. */
  readonly shape: "uniform" | "bySector";
  /** The sectors that they charge; `"all"` for every sector, services included. Others keep their tariffs. */
  readonly sectors: readonly string[] | "all";
  /** End of each search as a fraction of customs value (5 for 500 %) or a rate ("500%"), above 0 and up to 10; 5 where absent. */
  readonly highestTariff?: number | Rate;
}

/**
 * A tariff war that nobody wants to change alone, with the proof.
 *
 * @category Sectors
 */
export interface SectorNash {
  /** What the tariffs are. */
  readonly method: "numerical best responses";
  /** Tariffs, welfare and proof of each player, in the order of the question. */
  readonly players: readonly {
    /** Name of the player. */
    readonly name: string;
    /** The rate on each sector, as a fraction of customs value; all alike for `"uniform"`. */
    readonly tariffs: readonly { readonly sector: string; readonly tariff: number }[];
    /** Welfare of the members, weighted by final use; change from the baseline in percent. */
    readonly welfarePercent: number;
    /** What the best rates of a fresh search against the others' final ones would gain, percentage points of welfare. */
    readonly gainFromDeviating: number;
  }[];
  /** How often every player answered, the last time included, in which no tariff moved. */
  readonly rounds: number;
  /** How many equilibria it took. */
  readonly equilibria: number;
  /** The equilibrium under the tariffs of all. */
  readonly equilibrium: SectorEquilibrium;
}

/**
 * Nash tariffs: what each player charges is the best answer to what the others charge, checked by a fresh search for
 * each.
 *
 * **Formula**: each player in turn steps to the largest welfare near its rates until no log(1 + t) moves by more than 1e-7; then
 * one fresh search for each against the final rates of all the others.
 *
 * **Result**: rates as fractions, welfare in percent against the baseline, and for each player what it could still gain
 * alone, below 1e-8 points.
 *
 * **Leaves out**: other Nash equilibria (autarky is always one), import subsidies, rates that differ between exporters.
 *
 * @throws `TariffError` `not-converged` where the rounds do not settle or a player could still gain, `overlapping-scope`,
 * `target-not-reached`, `not-in-world`.
 *
 * @example The war that the formula only comes close to
 * ```ts
 * import { calibrateSectors, sectorNash } from "tariff-whatif/sectors";
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
 * const { players } = sectorNash(world, { players: "all", shape: "uniform", sectors: "all" });
 * players.map(({ name, tariffs }) => `${name} ${tariffs[0]?.tariff.toFixed(4)}`); // => ["A 0.2653", "B 0.2589"]
 * players.every(({ gainFromDeviating }) => gainFromDeviating < 1e-8); // => true
 * ```
 * @category Sectors
 */
export function sectorNash(world: SectorWorld, options: SectorNashOptions): SectorNash {
  const core = coreOf(world);
  readOptions(options, "", ["players", "shape", "sectors"], ["highestTariff"]);
  const players = readPlayers(core, options.players, "players");
  const shape = readShape(options.shape);
  const sectors = readSectors(options.sectors, core.sectorPosition, "sectors");
  const highest = readHighestTariff(options.highestTariff);
  const game = welfareGame(core, Float64Array.from(core.tariff), sectors);
  const width = shape === "uniform" ? 1 : sectors.length;
  // One rate for all sectors first: it costs little and comes close to the rates of each.
  const near =
    width > 1
      ? iterateBestResponses(
          game,
          players,
          beginAt(
            players.map(() => 0),
            1,
          ),
          highest,
          warmUp,
        )
      : undefined;
  const begin = near?.climbs.map(({ at }) => at[0]!) ?? players.map(() => 0);
  const settled = iterateBestResponses(game, players, beginAt(begin, width), highest, { still, mostRounds });
  if (settled.moved > still) throw unsettled(`still moving by ${settled.moved.toExponential(1)}`);
  const rounds = (near?.rounds ?? 0) + settled.rounds;
  const final = settled.climbs.map(({ at }) => ratesOf(at, sectors.length));
  requireInside(final, players, highest);
  const proof = players.map((player, p) => prove(game, player, final[p]!, width, highest));
  const equilibrium = equilibriumAt(world, game.tariff, 1e-12, "players");
  return Object.freeze({
    method: "numerical best responses",
    players: Object.freeze(
      players.map(({ name }, p) =>
        Object.freeze({
          name,
          tariffs: Object.freeze(
            sectors.map((k, q) =>
              Object.freeze({ sector: world.sectors[k] as string, tariff: final[p]?.[q] as number }),
            ),
          ),
          ...(proof[p] as (typeof proof)[number]),
        }),
      ),
    ),
    rounds,
    equilibria: game.solves(),
    equilibrium,
  });
}

/** Welfare at the final rates, and what a fresh search finds beyond it; the rates are charged again after. */
function prove(
  game: WelfareGame,
  player: Player,
  final: Float64Array,
  width: number,
  highest: number,
): { readonly welfarePercent: number; readonly gainFromDeviating: number } {
  game.charge(player, final);
  const welfarePercent = game.welfare(player);
  const uniform = bestUniform(game, player, final.length, highest);
  const best: BestRates = width === 1 ? uniform : bestBySector(game, player, uniform.rates, highest);
  game.charge(player, final);
  const gainFromDeviating = Math.max(uniform.welfarePercent, best.welfarePercent) - welfarePercent;
  if (gainFromDeviating > smallGain) throw unsettled(`${player.name} gains ${gainFromDeviating}`);
  return { welfarePercent, gainFromDeviating };
}

function requireInside(final: readonly Float64Array[], players: readonly Player[], highest: number): void {
  final.forEach((rates, p) => {
    if (rates.every((rate) => Math.log1p(rate) < Math.log1p(highest) - 1e-6)) return;
    throw new TariffError({
      code: "target-not-reached",
      path: "highestTariff",
      received: highest,
      advice: `Welfare of ${players[p]?.name} still rises at the end of the search; raise highestTariff.`,
    });
  });
}

function unsettled(received: string): TariffError {
  return new TariffError({
    code: "not-converged",
    path: "players",
    received,
    advice: "The answers do not settle; try fewer players, or one rate for all sectors.",
  });
}
