import { buildWorld } from "./buildWorld.js";
import { marketingOf } from "./marketingOf.js";
import { readParameters } from "./readParameters.js";
import type { World } from "./World.js";
import type { WorldParameters } from "./WorldParameters.js";
import { arraysOf } from "./worldArrays.js";

/**
 * The same trade under other parameters: for comparing models on one and the same trade matrix.
 *
 * **Formula**: own trade is kept (times the old value-added share over the new one); expenditure, income and transfers
 * are rebuilt from it. {@link calibrateWorld} with the new parameters would compute own trade anew.
 *
 * **Result**: a new frozen world; the one passed is not changed.
 *
 * **Source**: [Ignatenko, Macedoni, Lashkaripour and Simonovska 2025], the Eaton-Kortum comparison in Ignatenko,
 * Macedoni, Lashkaripour, Simonovska, Journal of International Economics, 2025, keeps own trade in this way.
 *
 * @throws `TariffError` `not-defined`, `out-of-range`, `not-in-world`.
 *
 * @example Keep own trade and drop marketing costs
 * ```ts
 * import { calibrateWorld, ignatenko2025EatonKortum, recalibrateWorld } from "tariff-whatif/world";
 *
 * const world = calibrateWorld({
 *   economies: ["A", "B"],
 *   exports: [
 *     [0, 10],
 *     [10, 0],
 *   ],
 *   gdp: [100, 60],
 *   parameters: { ...ignatenko2025EatonKortum, marketingCosts: [0.2, 0.2] },
 * });
 * const plain = recalibrateWorld(world, ignatenko2025EatonKortum);
 * plain.trade[0]?.[0] === world.trade[0]?.[0]; // => true
 * plain.income[0]?.toFixed(1); // => "101.6"
 * ```
 * @category World model
 */
export function recalibrateWorld(world: World, parameters: WorldParameters): World {
  arraysOf(world);
  const { economies, gdp, ownTradeSetToZero } = world;
  const n = economies.length;
  const checked = readParameters(parameters, n);
  const trade = Float64Array.from(world.trade.flat());
  const own = world.parameters.valueAddedShare / checked.valueAddedShare;
  const abroad = Float64Array.from(trade);
  for (let i = 0; i < n; i++) {
    abroad[i * n + i] = 0;
    trade[i * n + i]! *= own;
  }
  const marketing = marketingOf(checked, economies, abroad, Float64Array.from(gdp));
  return buildWorld({
    economies,
    parameters: checked,
    gdp,
    marketing,
    trade,
    ownTradeSetToZero,
    balanced: false,
  });
}
