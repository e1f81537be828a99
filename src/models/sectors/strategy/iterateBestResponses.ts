import type { Player } from "./players.js";
import { beginClimb, type Climb, stepTowardsBest } from "./stepTowardsBest.js";
import type { WelfareGame } from "./welfareGame.js";

/** The rates of each sector from log(1 + tariff): one for all, or one each. */
export const ratesOf = (at: Float64Array, sectors: number): Float64Array =>
  at.length === 1 ? new Float64Array(sectors).fill(Math.expm1(at[0]!)) : at.map((x) => Math.expm1(x));

/** Where each player begins: the same log(1 + tariff) for all of its rates. */
export const beginAt = (each: readonly number[], rates: number): readonly Climb[] =>
  each.map((at) => beginClimb(rates, at));

/** Lets everybody answer everybody in turn until nobody moves by more than `still`, or the rounds are used up. */
export function iterateBestResponses(
  game: WelfareGame,
  players: readonly Player[],
  climbs: readonly Climb[],
  highest: number,
  { still, mostRounds }: { readonly still: number; readonly mostRounds: number },
): { readonly climbs: readonly Climb[]; readonly rounds: number; readonly moved: number } {
  const charge = (player: Player, at: Float64Array) => game.charge(player, ratesOf(at, game.sectors));
  players.forEach((player, p) => {
    charge(player, climbs[p]!.at);
  });
  let rounds = 0;
  let moved = Number.POSITIVE_INFINITY;
  for (; moved > still && rounds < mostRounds; rounds++) {
    moved = 0;
    players.forEach((player, p) => {
      const welfare = (x: Float64Array) => {
        charge(player, x);
        return game.welfare(player);
      };
      moved = Math.max(moved, stepTowardsBest(welfare, climbs[p]!, Math.log1p(highest)));
      charge(player, climbs[p]!.at);
    });
  }
  return { climbs, rounds, moved };
}
