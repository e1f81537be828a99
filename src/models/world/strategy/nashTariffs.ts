import type { Rate } from "../../../exact/rate.js";
import { readOptions } from "../../../internal/readOptions.js";
import { reworded } from "../../../internal/reworded.js";
import { TariffError } from "../../../internal/TariffError.js";
import { readHighestTariff } from "../../readHighestTariff.js";
import type { World } from "../calibration/World.js";
import { arraysOf } from "../calibration/worldArrays.js";
import { makeShock } from "../solver/makeShock.js";
import { outcomeOf } from "../solver/outcomeOf.js";
import { closureKeys, readClosure, type WorldClosure } from "../solver/readClosure.js";
import { solveScenario } from "../solver/solveScenario.js";
import type { WorldOutcome } from "../solver/WorldOutcome.js";
import { freshWorkspace } from "../solver/workspace.js";
import { type FoundTariff, findBest, findBestNear } from "./bestResponse.js";
import { averageWelfare, blocTariffs } from "./blocTariffs.js";
import { readBlocs } from "./readBlocs.js";

/** Rounds of best responses before giving up, how little a tariff may still move, and what no bloc may gain (points). */
const mostRounds = 60;
const unmoved = 1e-6;
const negligible = 1e-8;

/**
 * What {@link nashTariffs} needs.
 *
 * @category World model
 */
export interface NashOptions extends WorldClosure {
  /**
   * Two or more blocs without a common member, economies in none of them charge nothing; or `"each"`: every economy by
   * itself, all against all.
   */
  readonly blocs: readonly TradeBloc[] | "each";
  /** End of each search as a fraction of customs value (5 for 500 %) or a rate ("500%"), above 0 and up to 10; 5 where absent. */
  readonly highestTariff?: number | Rate;
}

/**
 * Economies that set one tariff together.
 *
 * @category World model
 */
export interface TradeBloc {
  /** Name of the bloc, for the result. */
  readonly name: string;
  /** Labels of its economies. */
  readonly members: readonly string[];
}

/**
 * A tariff war that nobody wants to change alone, with the proof.
 *
 * @category World model
 */
export interface NashOutcome {
  /** Tariff, welfare and proof of each bloc, in the order of the question. */
  readonly blocs: readonly {
    /** Name of the bloc. */
    readonly name: string;
    /** Uniform tariff on all imports from outside the bloc, as a share. */
    readonly tariff: number;
    /** Welfare of the members, weighted by baseline expenditure; change from free trade in percent, a gain above 0. */
    readonly welfarePercent: number;
    /** The best tariff found by a fresh search against the others' final ones, as a share. */
    readonly bestDeviation: number;
    /** What it would gain, percentage points of welfare: zero but for rounding. */
    readonly gainFromDeviating: number;
  }[];
  /** How often every bloc answered, the last time included, in which no tariff moved. */
  readonly rounds: number;
  /** The equilibrium under the tariffs of all blocs, economy by economy. */
  readonly outcome: WorldOutcome;
}

/**
 * Nash tariffs: each bloc's uniform tariff is its best response to those of the others.
 *
 * **Formula**: best responses in turn until no tariff moves by more than 1e-6; then one fresh search for each bloc, over all
 * tariffs up to `highestTariff`, against the final tariffs of all the others.
 *
 * **Result**: tariffs as shares, welfare in percent, and for each bloc what it could still gain alone.
 *
 * **Leaves out**: other Nash equilibria (autarky is always one), tariffs that differ between exporters, cooperation.
 *
 * @throws `TariffError` `not-converged` where the tariffs keep moving or a bloc could still gain, `overlapping-scope`,
 * `target-not-reached` for a bloc whose welfare rises to the end of the search: who receives a fixed transfer may have no
 * best tariff. {@link balancedWorld} leaves transfers out.
 *
 * @example Two economies
 * ```ts
 * import { calibrateWorld, ignatenko2025EatonKortum, nashTariffs } from "tariff-whatif/world";
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
 * const { blocs } = nashTariffs(world, {
 *   blocs: [
 *     { name: "A", members: ["A"] },
 *     { name: "B", members: ["B"] },
 *   ],
 *   revenueUse: "lumpSumRebate",
 *   deficits: "fixedToWorldIncome",
 * });
 * blocs.map(({ tariff }) => tariff.toFixed(4)); // => ["0.2401", "0.2339"]
 * blocs.every(({ gainFromDeviating }) => gainFromDeviating < 1e-9); // => true
 * ```
 * @category World model
 */
export function nashTariffs(world: World, options: NashOptions): NashOutcome {
  const arrays = arraysOf(world);
  readOptions(options, "", ["blocs", ...closureKeys.required], ["highestTariff", ...closureKeys.optional]);
  const closure = readClosure(arrays, options);
  const highest = readHighestTariff(options.highestTariff);
  const blocs = readBlocs(arrays, options.blocs);
  const tariffs = blocs.map(() => 0);
  const others = () => blocTariffs(arrays, blocs, tariffs);
  const respond = (b: number): FoundTariff => {
    const { name, members } = blocs[b]!;
    return forBloc(name, () => findBest(arrays, closure, members, others(), highest));
  };

  let rounds = 0;
  for (let moved = Number.POSITIVE_INFINITY; moved > unmoved; rounds++) {
    if (rounds === mostRounds) throw unsettled(`still moving by ${moved.toExponential(1)}`);
    moved = 0;
    for (const [b, { members }] of blocs.entries()) {
      const before = tariffs[b]!;
      const near = rounds > 0 ? findBestNear(arrays, closure, members, others(), highest, before) : null;
      tariffs[b] = near ?? respond(b).tariff;
      moved = Math.max(moved, Math.abs(tariffs[b]! - before));
    }
  }
  const shock = makeShock(arrays, closure, others());
  const solution = solveScenario(arrays, shock, freshWorkspace(arrays), closure, "blocs");
  const outcome = Object.freeze(outcomeOf(world, arrays, shock, closure, solution));
  const proof = blocs.map(({ name, members }, b) => {
    const welfarePercent = averageWelfare(arrays, outcome, members);
    const best = respond(b);
    const gainFromDeviating = best.welfarePercent - welfarePercent;
    if (gainFromDeviating > negligible) throw unsettled(`${name} gains ${gainFromDeviating}`);
    return Object.freeze({
      name,
      tariff: tariffs[b]!,
      welfarePercent,
      bestDeviation: best.tariff,
      gainFromDeviating,
    });
  });
  return Object.freeze({ blocs: Object.freeze(proof), rounds, outcome });
}

/** An error of a search says whose it was. */
function forBloc<T>(name: string, search: () => T): T {
  try {
    return search();
  } catch (error) {
    if (!(error instanceof TariffError) || error.code !== "target-not-reached") throw error;
    throw reworded(error, { advice: `${name}: ${error.advice}` });
  }
}

function unsettled(received: string): TariffError {
  return new TariffError({
    code: "not-converged",
    path: "blocs",
    received,
    advice: "The best responses keep moving; try fewer blocs or a finer tolerance.",
  });
}
