import type { SectorCore } from "../solver/core.js";
import { copySolution, type Solution } from "../solver/solution.js";
import { solve } from "../solver/solve.js";
import { spaceOf } from "../solver/space.js";
import type { Player } from "./players.js";

/** How exactly welfare is solved while tariffs are searched for. */
const searchTolerance = 1e-12;

/** What players can charge, and what they get for it. Each solve begins at the last solution. */
export interface WelfareGame {
  /** What a player charges on imports from outside, by place in `sectors`. */
  readonly charge: (player: Player, rates: ArrayLike<number>) => void;
  /** Welfare of a player, percent change from the baseline, weighted by final use; -Infinity without an equilibrium. */
  readonly welfare: (player: Player) => number;
  /** Welfare of an economy after the last solve, percent. */
  readonly economyWelfare: (economy: number) => number;
  /** The last solution. */
  readonly solution: () => Solution;
  /** The tariffs: sector, importer, exporter. */
  readonly tariff: Float64Array;
  /** How many sectors can be charged. */
  readonly sectors: number;
  /** How many equilibria were solved. */
  readonly solves: () => number;
}

/** A game on the sectors given, from tariffs that are the game's own from then on. */
export function welfareGame(core: SectorCore, tariff: Float64Array, sectors: readonly number[]): WelfareGame {
  const { n, s } = core;
  const start = new Float64Array(core.links ? n + 2 * n * s : 2 * n);
  const changed = new Set<number>();
  let solves = 0;
  spaceOf(core).filled = undefined;
  const run = (): boolean => {
    solves++;
    const solved = solve(core, tariff, searchTolerance, start, [...changed]) === 1;
    changed.clear();
    const space = spaceOf(core);
    if (solved) start.set(space.point.state);
    return solved;
  };
  const economyWelfare = (i: number): number => {
    const { point, revenue, costSum } = spaceOf(core);
    const income = core.valueAdded[i]! * Math.exp(point.state[i]!) + revenue[i]! + core.deficit[i]!;
    let prices = 0;
    for (let k = 0; k < s; k++) {
      const share = core.consumption[i * s + k]!;
      if (share > 0) prices -= (share * Math.log(costSum[k * n + i]!)) / core.elasticity[k]!;
    }
    return 100 * Math.expm1(Math.log(income / core.income[i]!) - prices);
  };
  return {
    tariff,
    sectors: sectors.length,
    economyWelfare,
    solves: () => solves,
    charge: ({ members }, rates) => {
      for (const i of members) {
        changed.add(i);
        sectors.forEach((k, q) => {
          for (let j = 0; j < n; j++) if (!members.includes(j)) tariff[(k * n + i) * n + j] = rates[q]!;
        });
      }
    },
    welfare: ({ members }) => {
      if (!run()) return Number.NEGATIVE_INFINITY;
      let sum = 0;
      let total = 0;
      for (const i of members) {
        sum += core.income[i]! * economyWelfare(i);
        total += core.income[i]!;
      }
      return sum / total;
    },
    solution: () => {
      if (changed.size > 0) run();
      return copySolution(core, spaceOf(core));
    },
  };
}
