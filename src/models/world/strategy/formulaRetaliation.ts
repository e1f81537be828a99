import type { World } from "../calibration/World.js";
import { arraysOf } from "../calibration/worldArrays.js";
import type { WorldTariff } from "../solver/readTariffs.js";
import { optimalTariffFormula } from "./optimalTariffFormula.js";
import { type RetaliationOptions, withRetaliation } from "./reciprocalTariffs.js";

/**
 * Retaliation by formula: every partner charges the aggressor the tariff that the closed formula calls optimal for the
 * rest of the world as one bloc.
 *
 * **Formula**: `restOfWorldTariff` of {@link optimalTariffFormula} on all that the aggressor exports; other tariffs stay.
 *
 * **Result**: a list of tariffs (shares of customs value) with the answers in it, for {@link worldEquilibrium}.
 *
 * **Leaves out**: that the formula is not the numerical best answer, which {@link bestResponse} finds.
 *
 * **Source**: [Ignatenko, Macedoni, Lashkaripour and Simonovska 2025], Ignatenko, Macedoni, Lashkaripour, Simonovska,
 * Journal of International Economics, 2025.
 *
 * @throws `TariffError` `not-in-world`, `division-by-zero`, `out-of-range`.
 *
 * @example One tariff for all partners
 * ```ts
 * import { calibrateWorld, formulaRetaliation, ignatenko2025EatonKortum } from "tariff-whatif/world";
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
 * const tariffs = [{ exporter: "B", importer: "A", tariff: 0.25 }];
 * formulaRetaliation(world, { tariffs, aggressor: "A" })[0]?.tariff.toFixed(4); // => "0.2778"
 * ```
 * @category World model
 */
export function formulaRetaliation(world: World, options: RetaliationOptions): readonly WorldTariff[] {
  arraysOf(world);
  let formula: number | undefined;
  return withRetaliation(world, options, () => {
    formula ??= optimalTariffFormula(world, { economy: options.aggressor }).restOfWorldTariff;
    return formula;
  });
}
