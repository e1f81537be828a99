import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { SectorWorld } from "../calibration/SectorWorld.js";
import { coreOf, type SectorCore } from "../solver/core.js";
import type { SectorEquilibrium } from "../solver/SectorOutcome.js";
import { equilibriumAt } from "../solver/sectorEquilibrium.js";
import type { Solution } from "../solver/solution.js";
import { type Player, readPlayers, type SectorBloc } from "./players.js";
import { welfareGame } from "./welfareGame.js";

const mostRounds = 300;
const still = 1e-12;

/**
 * What {@link sectorNashFormula} needs.
 *
 * @category Sectors
 */
export interface SectorNashFormulaOptions {
  /** Who sets tariffs: every economy by itself (`"all"`), or some of them, each in a bloc of one; others keep theirs. */
  readonly players: readonly SectorBloc[] | "all";
}

/**
 * Tariffs of a war by the first-order formula: close to a Nash equilibrium, not one.
 *
 * @category Sectors
 */
export interface SectorNashFormula {
  /** What the tariffs are. */
  readonly method: "first-order formula";
  /** The uniform tariff of each player, as a fraction of customs value, and its welfare, percent against the baseline. */
  readonly players: readonly {
    readonly name: string;
    readonly tariff: number;
    readonly welfarePercent: number;
  }[];
  /** How often the formula was evaluated at an equilibrium. */
  readonly rounds: number;
  /** The equilibrium under these tariffs. */
  readonly equilibrium: SectorEquilibrium;
}

/**
 * The tariffs of a war of all against all by the paper's first-order formula: each is what would be best if the weights
 * in it did not move.
 *
 * **Formula**: t_i = 1 / Σ_k θ_k Σ_n s_in^k (1 - λ_in^k), with s the share of sector k and destination n in the exports
 * of i net of duty, and λ the share of i in what n spends on k, both under the tariffs themselves; the sum is not taken
 * below 1, so that no tariff is above 100 %. Solved until the tariffs repeat to 1e-12. Every sector is charged.
 *
 * **Result**: uniform tariffs as fractions, welfare in percent, the equilibrium. The true Nash point ({@link sectorNash})
 * differs: the weights do move.
 *
 * **Leaves out**: inputs (the formula is derived without; a world that has them is refused), rates by sector or exporter.
 *
 * **Source**: [Lashkaripour 2021], Lashkaripour, Journal of International Economics 131, 2021.
 *
 * @throws `TariffError` `out-of-range` for a world with inputs or a bloc of several economies, `not-converged`,
 * `not-in-world`.
 *
 * @example Two economies by the formula
 * ```ts
 * import { calibrateSectors, sectorNashFormula } from "tariff-whatif/sectors";
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
 * const { players } = sectorNashFormula(world, { players: "all" });
 * players.map(({ name, tariff }) => `${name} ${tariff.toFixed(4)}`); // => ["A 0.2690", "B 0.2611"]
 * ```
 * @category Sectors
 */
export function sectorNashFormula(world: SectorWorld, options: SectorNashFormulaOptions): SectorNashFormula {
  const core = coreOf(world);
  readOptions(options, "", ["players"]);
  if (core.links) {
    throw new TariffError({
      code: "out-of-range",
      path: "world",
      received: "sectors with inputs",
      advice: 'Calibrate with inputs: "none", for which the formula is derived, or use sectorNash.',
    });
  }
  const players = readPlayers(core, options.players, "players");
  const joint = players.findIndex((player) => player.members.length > 1);
  if (joint >= 0) {
    throw new TariffError({
      code: "out-of-range",
      path: `players[${joint}].members`,
      received: players[joint]?.members.length,
      advice: "Give each player of the formula one economy; aggregate the world for a bloc of several.",
    });
  }
  const everySector = Array.from({ length: core.s }, (_, k) => k);
  const game = welfareGame(core, Float64Array.from(core.tariff), everySector);
  let tariffs = new Float64Array(players.length);
  let rounds = 0;
  for (let moved = Number.POSITIVE_INFINITY; moved > still; rounds++) {
    if (rounds === mostRounds) throw unsettled(moved);
    players.forEach((player, p) => {
      game.charge(player, new Float64Array(core.s).fill(tariffs[p]!));
    });
    const solution = game.solution();
    const next = Float64Array.from(players, (player) => formula(core, solution, player, game.tariff));
    moved = next.reduce((most, tariff, p) => Math.max(most, Math.abs(tariff - tariffs[p]!)), 0);
    tariffs = next;
  }
  const equilibrium = equilibriumAt(world, game.tariff, 1e-12, "players");
  return Object.freeze({
    method: "first-order formula",
    players: Object.freeze(
      players.map(({ name, members }, p) =>
        Object.freeze({
          name,
          tariff: tariffs[p] as number,
          welfarePercent: equilibrium.economies[members[0] as number]?.welfarePercent ?? 0,
        }),
      ),
    ),
    rounds,
    equilibrium,
  });
}

/** What the formula gives for one player at an equilibrium. */
function formula(
  { n, s, elasticity }: SectorCore,
  { trade, spending }: Solution,
  { members }: Player,
  tariff: Float64Array,
): number {
  const j = members[0] as number;
  let exports = 0;
  let weighted = 0;
  for (let k = 0; k < s; k++) {
    for (let i = 0; i < n; i++) {
      const at = (k * n + i) * n + j;
      const sold = trade[at]!;
      if (i === j || sold === 0) continue;
      exports += sold;
      weighted += elasticity[k]! * sold * (1 - (sold * (1 + tariff[at]!)) / spending[i * s + k]!);
    }
  }
  return exports > 0 ? 1 / Math.max(1, weighted / exports) : 0;
}

function unsettled(moved: number): TariffError {
  return new TariffError({
    code: "not-converged",
    path: "players",
    received: moved,
    advice: "The tariffs of the formula do not repeat; look at an economy that hardly exports.",
  });
}
