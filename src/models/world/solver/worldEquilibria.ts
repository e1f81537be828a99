import { requireBounded } from "../../../internal/listBounds.js";
import { readOptions } from "../../../internal/readOptions.js";
import type { World } from "../calibration/World.js";
import { arraysOf } from "../calibration/worldArrays.js";
import { readShock } from "./makeShock.js";
import { outcomeOf } from "./outcomeOf.js";
import { closureKeys, readClosure, type WorldClosure } from "./readClosure.js";
import type { WorldTariffs } from "./readTariffs.js";
import { addToSeries, makeSeries } from "./series.js";
import { solveScenario } from "./solveScenario.js";
import type { WorldOutcome } from "./WorldOutcome.js";
import { freshWorkspace } from "./workspace.js";

/**
 * Many scenarios of one world, closed alike.
 *
 * @category World model
 */
export interface WorldScenarios extends WorldClosure {
  /** The tariffs of each scenario, 1 to 10,000; neighbours that differ little are solved faster. */
  readonly scenarios: readonly WorldTariffs[];
}

/**
 * Solves many scenarios of one world, each started from the one before: a sweep, a slider, a draw of tariffs.
 *
 * **Result**: one outcome for each scenario, in their order, without the trade matrix (which would take most of the
 * memory). The start changes the digits beyond the tolerance and nothing else: every outcome lies on the branch of
 * equilibria that the baseline stands on. A scenario that this branch does not reach is refused by its place or, with
 * `whenNotConverged: "return"`, comes back with `converged: false` and a note; the sweep never changes branch unseen.
 *
 * **Leaves out**: what {@link worldEquilibrium} leaves out.
 *
 * @throws `TariffError` as {@link worldEquilibrium}; `path` names the scenario.
 *
 * @example A sweep over three tariffs
 * ```ts
 * import { calibrateWorld, ignatenko2025EatonKortum, worldEquilibria } from "tariff-whatif/world";
 *
 * const world = calibrateWorld({
 *   economies: ["A", "B"],
 *   exports: [
 *     [0, 10],
 *     [12, 0],
 *   ],
 *   gdp: [100, 60],
 *   parameters: ignatenko2025EatonKortum,
 * });
 * const outcomes = worldEquilibria(world, {
 *   scenarios: [0, 0.1, 0.2].map((tariff) => [{ exporter: "B", importer: "A", tariff }]),
 *   revenueUse: "lumpSumRebate",
 *   deficits: "fixedToWorldIncome",
 * });
 * outcomes.map(({ economies }) => economies[0]?.welfarePercent.toFixed(4)); // => ["0.0000", "0.6712", "0.9868"]
 * ```
 * @category World model
 */
export function worldEquilibria(world: World, options: WorldScenarios): readonly WorldOutcome[] {
  const arrays = arraysOf(world);
  readOptions(options, "", ["scenarios", ...closureKeys.required], [...closureKeys.optional]);
  const closure = readClosure(arrays, options);
  const { scenarios } = options;
  requireBounded(scenarios, "values", "scenarios");
  const space = freshWorkspace(arrays);
  const series = makeSeries(arrays.n);
  const outcomes: WorldOutcome[] = [];
  for (let k = 0; k < scenarios.length; k++) {
    const path = `scenarios[${k}]`;
    const shock = readShock(arrays, closure, scenarios[k]!, path);
    const solution = solveScenario(arrays, shock, space, closure, path, series);
    const outcome = Object.freeze(outcomeOf(world, arrays, shock, closure, solution));
    outcomes.push(outcome);
    if (outcome.converged) addToSeries(series, solution.unknowns);
  }
  return Object.freeze(outcomes);
}
