import { findMaximum } from "../../../numerics/findMaximum.js";
import { maximizeInBox } from "../../../numerics/maximizeInBox.js";
import type { Player } from "./players.js";
import type { WelfareGame } from "./welfareGame.js";

/** Steps of the scan in log(1 + tariff). */
const scanSteps = 12;

/** The best rates of a player against what the others charge, and what they are worth. */
export interface BestRates {
  readonly rates: Float64Array;
  readonly welfarePercent: number;
  readonly scan: readonly { readonly tariff: number; readonly welfarePercent: number }[];
}

/** The best single rate: a scan over log(1 + t), then Brent's method. */
export function bestUniform(game: WelfareGame, player: Player, count: number, highest: number): BestRates {
  const welfare = (x: number): number => {
    game.charge(player, new Float64Array(count).fill(Math.expm1(x)));
    return game.welfare(player);
  };
  const { best, scan } = findMaximum(welfare, 0, Math.log1p(highest), { steps: scanSteps, tolerance: 1e-8 });
  return {
    rates: new Float64Array(count).fill(Math.expm1(best.at)),
    welfarePercent: best.value,
    scan: scan
      .filter((point) => Number.isFinite(point.value))
      .map((point) => ({ tariff: Math.expm1(point.at), welfarePercent: point.value })),
  };
}

/** The best rate of each sector, from rates to begin with: a quasi-Newton search over log(1 + t) between 0 and the end. */
export function bestBySector(
  game: WelfareGame,
  player: Player,
  from: ArrayLike<number>,
  highest: number,
): BestRates {
  const rates = new Float64Array(from.length);
  const welfare = (x: Float64Array): number => {
    for (let q = 0; q < x.length; q++) rates[q] = Math.expm1(x[q]!);
    game.charge(player, rates);
    return game.welfare(player);
  };
  const start = Float64Array.from(from, (rate) => Math.log1p(rate));
  const { at, value } = maximizeInBox(welfare, start, 0, Math.log1p(highest));
  return { rates: at.map((x) => Math.expm1(x)), welfarePercent: value, scan: [] };
}
