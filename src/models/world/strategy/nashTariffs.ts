import type { Rate } from "../../../exact/rate.js";
import { readOptions } from "../../../internal/readOptions.js";
import { requireText } from "../../../internal/requireText.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { World } from "../calibration/World.js";
import { arraysOf, type WorldArrays } from "../calibration/worldArrays.js";
import { makeShock } from "../solver/makeShock.js";
import { outcomeOf } from "../solver/outcomeOf.js";
import { closureKeys, readClosure, type WorldClosure } from "../solver/readClosure.js";
import type { TariffEntries } from "../solver/readTariffs.js";
import { solveScenario } from "../solver/solveScenario.js";
import type { WorldOutcome } from "../solver/WorldOutcome.js";
import { freshWorkspace } from "../solver/workspace.js";
import { findBest, readHighest } from "./bestResponse.js";
import { type Bloc, readBloc } from "./blocWelfare.js";

/** Rounds of best responses before giving up, and how little a tariff may still move. */
const mostRounds = 60;
const unmoved = 1e-6;

/**
 * What {@link nashTariffs} needs.
 *
 * @category World model
 */
export interface NashOptions extends WorldClosure {
  /** Two or more blocs without a common member; economies in none of them charge nothing. */
  readonly blocs: readonly { readonly name: string; readonly members: readonly string[] }[];
  /** End of each search as a fraction of customs value (5 for 500 %) or a rate ("500%"), above 0 and up to 10; 5 where absent. */
  readonly highestTariff?: number | Rate;
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
 * **Formula**: best responses in turn until no tariff moves by more than 1e-6; then one fresh search for each bloc
 * against the final tariffs of all the others.
 *
 * **Result**: tariffs as shares, welfare in percent, and for each bloc what it could still gain alone.
 *
 * **Leaves out**: other Nash equilibria (autarky is always one), tariffs that differ between exporters, cooperation.
 *
 * @throws `TariffError` `not-converged` where the rounds do not settle or a bloc could still gain,
 * `overlapping-scope`, `target-not-reached`.
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
  const highest = readHighest(options.highestTariff);
  const blocs = readBlocs(arrays, options.blocs);
  const tariffs = blocs.map(() => 0);
  const respond = (b: number) =>
    findBest(arrays, closure, blocs[b]!, charged(arrays, blocs, tariffs), highest);

  let rounds = 0;
  for (let moved = Number.POSITIVE_INFINITY; moved > unmoved; rounds++) {
    if (rounds === mostRounds) throw unsettled(`still moving by ${moved.toExponential(1)}`);
    moved = 0;
    for (let b = 0; b < blocs.length; b++) {
      const { tariff } = respond(b);
      moved = Math.max(moved, Math.abs(tariff - tariffs[b]!));
      tariffs[b] = tariff;
    }
  }
  const shock = makeShock(arrays, closure, charged(arrays, blocs, tariffs));
  const solution = solveScenario(arrays, shock, freshWorkspace(arrays), closure, "blocs");
  const outcome = Object.freeze(outcomeOf(world, arrays, shock, closure, solution));
  const proof = blocs.map((bloc, b) => {
    const welfarePercent = average(arrays, outcome, bloc);
    const best = respond(b);
    const gainFromDeviating = best.welfarePercent - welfarePercent;
    if (gainFromDeviating > 1e-8) throw unsettled(`${options.blocs[b]?.name} gains ${gainFromDeviating}`);
    const { name } = options.blocs[b]!;
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

function readBlocs(arrays: WorldArrays, blocs: NashOptions["blocs"]): readonly Bloc[] {
  if (!Array.isArray(blocs) || blocs.length < 2 || blocs.length > arrays.n) {
    throw new TariffError({
      code: !Array.isArray(blocs) ? "wrong-type" : blocs.length < 2 ? "empty" : "too-long",
      path: "blocs",
      received: blocs,
      advice: `Pass two or more blocs, each with a name and members, and no more than the ${arrays.n} economies.`,
    });
  }
  const read = Array.from(blocs, (bloc: NashOptions["blocs"][number], b) => {
    readOptions(bloc, `blocs[${b}]`, ["name", "members"]);
    requireText(bloc.name, `blocs[${b}].name`);
    return readBloc(arrays, bloc.members, `blocs[${b}].members`);
  });
  const members = read.flat();
  if (new Set(members).size === members.length) return read;
  throw new TariffError({
    code: "overlapping-scope",
    path: "blocs",
    received: `${members.length} members`,
    advice: "Put each economy into one bloc at most.",
  });
}

/** What all blocs charge, each on everything from outside. */
function charged(arrays: WorldArrays, blocs: readonly Bloc[], tariffs: readonly number[]): TariffEntries {
  const { n } = arrays;
  const all = new Map<number, number>();
  blocs.forEach((bloc, b) => {
    for (const i of bloc)
      for (let j = 0; j < n; j++) if (!bloc.includes(j) && tariffs[b] !== 0) all.set(j * n + i, tariffs[b]!);
  });
  const at = Int32Array.from(all.keys()).sort();
  return { at, tariff: Float64Array.from(at, (place) => all.get(place)!) };
}

function average(arrays: WorldArrays, outcome: WorldOutcome, bloc: Bloc): number {
  let sum = 0;
  let total = 0;
  for (const i of bloc) {
    sum += arrays.expenditure[i]! * outcome.economies[i]!.welfarePercent;
    total += arrays.expenditure[i]!;
  }
  return sum / total;
}

function unsettled(received: string): TariffError {
  return new TariffError({
    code: "not-converged",
    path: "blocs",
    received,
    advice: "The best responses do not settle; try fewer blocs or a finer tolerance.",
  });
}
