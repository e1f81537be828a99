import { buildWorld } from "../calibration/buildWorld.js";
import type { World } from "../calibration/World.js";
import { arraysOf } from "../calibration/worldArrays.js";
import { makeShock, noTariffs } from "./makeShock.js";
import { readClosure } from "./readClosure.js";
import { solveScenario } from "./solveScenario.js";
import { tradeMatrix } from "./tradeMatrix.js";
import { freshWorkspace } from "./workspace.js";

/**
 * The world as it would be without transfers between economies: the baseline for tariffs under balanced trade.
 *
 * **Formula**: the equilibrium with zero tariffs and every T = 0; its trade matrix becomes the new baseline.
 *
 * **Result**: a new frozen world whose transfers are all exactly zero, so that zero tariffs change nothing in it.
 *
 * **Leaves out**: what ends the transfers. With marketing costs in the destination T = 0 means that expenditure equals
 * income, not that exports equal imports.
 *
 * @throws `TariffError` `not-defined`, `not-converged`.
 *
 * @example No transfers left
 * ```ts
 * import { balancedWorld, calibrateWorld, ignatenko2025EatonKortum } from "tariff-whatif/world";
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
 * world.transfer; // => [2, -2]
 * balancedWorld(world).transfer; // => [0, 0]
 * ```
 * @category World model
 */
export function balancedWorld(world: World): World {
  const arrays = arraysOf(world);
  const closure = readClosure(arrays, {
    revenueUse: "lumpSumRebate",
    deficits: "balancedTrade",
    tolerance: 1e-13,
  });
  const shock = makeShock(arrays, closure, noTariffs);
  const solution = solveScenario(arrays, shock, freshWorkspace(arrays), closure, "world");
  const trade = tradeMatrix(arrays, shock, solution);
  const { economies, parameters, gdp, ownTradeSetToZero } = world;
  return buildWorld({
    economies,
    parameters,
    gdp,
    marketing: arrays.marketing,
    trade: Float64Array.from(trade.flat()),
    ownTradeSetToZero,
    balanced: true,
  });
}
