import type { World } from "../calibration/World.js";
import { arraysOf } from "../calibration/worldArrays.js";
import { type WorldScenario, worldEquilibrium } from "../solver/worldEquilibrium.js";

/** Welfare below this (percent) is rounding, not a gain. */
const negligible = 1e-9;

/**
 * An economy and what it gains or loses.
 *
 * @category World model
 */
export interface WinnerOrLoser {
  /** Label of the economy. */
  readonly economy: string;
  /** Change of its welfare from the baseline in percent: above 0 for a winner, below 0 for a loser. */
  readonly welfarePercent: number;
}

/**
 * "Trade wars have no winners", as a check: who, if anyone, is better off under these tariffs than without any.
 *
 * **Formula**: the equilibrium of {@link worldEquilibrium}; a winner's welfare rises by more than rounding.
 *
 * **Result**: winners and losers, the largest change first; the world's welfare change weighted by expenditure.
 *
 * **Leaves out**: winners and losers inside an economy.
 *
 * @throws `TariffError` as {@link worldEquilibrium}.
 *
 * @example A tariff that is answered like for like
 * ```ts
 * import { calibrateWorld, ignatenko2025EatonKortum, winnersAndLosers } from "tariff-whatif/world";
 *
 * const world = calibrateWorld({
 *   economies: ["A", "B"],
 *   exports: [
 *     [0, 10],
 *     [10, 0],
 *   ],
 *   gdp: [100, 60],
 *   parameters: ignatenko2025EatonKortum,
 * });
 * const war = winnersAndLosers(world, {
 *   tariffs: [
 *     [0, 0.5],
 *     [0.5, 0],
 *   ],
 *   revenueUse: "lumpSumRebate",
 *   deficits: "fixedToWorldIncome",
 * });
 * war.noWinners; // => true
 * war.losers.map(({ economy }) => economy); // => ["B", "A"]
 * ```
 * @category World model
 */
export function winnersAndLosers(
  world: World,
  scenario: WorldScenario,
): {
  readonly noWinners: boolean;
  readonly winners: readonly WinnerOrLoser[];
  readonly losers: readonly WinnerOrLoser[];
  readonly worldWelfarePercent: number;
} {
  const arrays = arraysOf(world);
  const { economies } = worldEquilibrium(world, scenario);
  const list = (sign: 1 | -1) =>
    Object.freeze(
      economies
        .filter(({ welfarePercent }) => sign * welfarePercent > negligible)
        .sort((a, b) => sign * (b.welfarePercent - a.welfarePercent))
        .map(({ economy, welfarePercent }) => Object.freeze({ economy, welfarePercent })),
    );
  let sum = 0;
  economies.forEach(({ welfarePercent }, i) => {
    sum += arrays.expenditure[i]! * welfarePercent;
  });
  const winners = list(1);
  return Object.freeze({
    noWinners: winners.length === 0,
    winners,
    losers: list(-1),
    worldWelfarePercent: sum / arrays.totalExpenditure,
  });
}
