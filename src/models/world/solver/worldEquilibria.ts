import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { World } from "../calibration/World.js";
import { closureKeys, readClosure, readShock, type WorldClosure } from "../readScenario.js";
import { coreOf } from "./core.js";
import { makeHistory, remember } from "./predict.js";
import type { WorldTariffs } from "./readTariffs.js";
import { report } from "./report.js";
import { settle } from "./settle.js";
import { forget } from "./solve.js";
import type { WorldOutcome } from "./WorldOutcome.js";

/**
 * Many scenarios of one world, closed alike.
 *
 * @category World model
 */
export interface WorldScenarios extends WorldClosure {
  /** The tariffs of each scenario; neighbours that differ little are solved faster. */
  readonly scenarios: readonly WorldTariffs[];
}

/**
 * Solves many scenarios of one world, each started from the one before: a sweep, a slider, a draw of tariffs.
 *
 * **Result**: one outcome for each scenario, in their order, without the trade matrix (which would take most of the
 * memory). The start changes the digits beyond the tolerance and nothing else.
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
  const core = coreOf(world);
  readOptions(options, "", ["scenarios", ...closureKeys.required], [...closureKeys.optional]);
  const closure = readClosure(core, options);
  if (!Array.isArray(options.scenarios)) {
    throw new TariffError({
      code: "wrong-type",
      path: "scenarios",
      received: options.scenarios,
      advice: "Pass a list with the tariffs of each scenario.",
    });
  }
  forget(core);
  const history = makeHistory(core.n);
  const outcomes: WorldOutcome[] = [];
  for (let k = 0; k < options.scenarios.length; k++) {
    const path = `scenarios[${k}]`;
    const shock = readShock(core, closure, options.scenarios[k]!, path);
    const space = settle(world, core, shock, closure, path, history);
    const outcome = report(world, core, shock, space, closure.tolerance, closure.deficits);
    outcomes.push(Object.freeze(outcome));
    if (outcome.converged) remember(history, space.state);
  }
  return Object.freeze(outcomes);
}
