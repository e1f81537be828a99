import { makeShock, noTariffs, readClosure } from "../readScenario.js";
import { coreOf } from "../solver/core.js";
import { settle } from "../solver/settle.js";
import { forget } from "../solver/solve.js";
import { buildWorld } from "./buildWorld.js";
import { tradeMatrix } from "./tradeMatrix.js";
import type { World } from "./World.js";

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
  const core = coreOf(world);
  const closure = readClosure(core, {
    revenueUse: "lumpSumRebate",
    deficits: "balancedTrade",
    tolerance: 1e-13,
  });
  const shock = makeShock(core, closure, noTariffs);
  forget(core);
  const trade = tradeMatrix(core, shock, settle(world, core, shock, closure, "world"))();
  const { economies, parameters, gdp, ownTradeSetToZero } = world;
  return buildWorld({
    economies,
    parameters,
    gdp,
    marketing: core.marketing,
    trade: Float64Array.from(trade.flat()),
    ownTradeSetToZero,
    balanced: true,
  });
}
