import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { World } from "../calibration/World.js";
import { arraysOf } from "../calibration/worldArrays.js";
import { requireMember } from "../solver/readTariffs.js";

/**
 * The closed formula for the optimal uniform tariff of one economy, and for the rest of the world's answer.
 *
 * **Formula**: t = 1 / ((1 + δ ε) φ - 1), δ_i = Σ_k X_ik (1 - ν_k)(1 - λ_ik) / ((1 - ν_i)(E_i - X_ii)) over k other
 * than i; for the rest of the world the same on the two-bloc matrix, its ν weighted by expenditure.
 *
 * **Result**: two tariffs as shares of customs value.
 *
 * **Leaves out**: it is not the numerical optimum, which {@link bestUniformTariff} finds: the formula holds wages
 * elsewhere as they are in the baseline, and knows nothing of what revenue pays for.
 *
 * **Source**: [Ignatenko, Macedoni, Lashkaripour and Simonovska 2025], Ignatenko, Macedoni, Lashkaripour, Simonovska,
 * Journal of International Economics, 2025.
 *
 * @throws `TariffError` `not-in-world`, `division-by-zero`, `out-of-range`.
 *
 * @example The formula for one economy
 * ```ts
 * import { calibrateWorld, ignatenko2025EatonKortum, optimalTariffFormula } from "tariff-whatif/world";
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
 * optimalTariffFormula(world, { economy: "A" }).tariff.toFixed(4); // => "0.3000"
 * ```
 * @category World model
 */
export function optimalTariffFormula(
  world: World,
  options: {
    /** Label of the economy that charges the tariff. */
    readonly economy: string;
  },
): { readonly economy: string; readonly tariff: number; readonly restOfWorldTariff: number } {
  const arrays = arraysOf(world);
  readOptions(options, "", ["economy"]);
  const at = requireMember(arrays, options.economy, "economy");
  const { n, expenditure, marketing, share, exponent } = arrays;
  const { scaleElasticity, tariffPassThrough } = world.parameters;
  let own = 0;
  let imports = 0;
  let restKept = 0;
  let rest = 0;
  for (let k = 0; k < n; k++) {
    if (k === at) continue;
    const shareThere = share[at * n + k]!;
    own += shareThere * expenditure[k]! * (1 - marketing[k]!) * (1 - shareThere);
    imports += share[k * n + at]! * expenditure[at]!;
    rest += expenditure[k]!;
    restKept += expenditure[k]! * marketing[k]!;
  }
  let exports = 0;
  for (let k = 0; k < n; k++) if (k !== at) exports += share[at * n + k]! * expenditure[k]!;
  const restMarketing = restKept / rest;
  const fromRest = imports * (1 - marketing[at]!) * (1 - imports / expenditure[at]!);
  const formula = (weighted: number, bought: number, kept: number, power: number) => {
    if (!(bought > 0)) throw unusable("division-by-zero", options.economy, "one that imports and exports");
    const tariff = 1 / ((1 + (arrays.tradeElasticity * weighted) / ((1 - kept) * bought)) * power - 1);
    if (tariff > 0 && tariff < Number.POSITIVE_INFINITY) return tariff;
    throw unusable("out-of-range", options.economy, "one for which the formula has a positive value");
  };
  return Object.freeze({
    economy: options.economy,
    tariff: formula(own, imports, marketing[at]!, exponent[at]!),
    restOfWorldTariff: formula(
      fromRest,
      exports,
      restMarketing,
      tariffPassThrough + ((1 + scaleElasticity) * restMarketing) / (1 - restMarketing),
    ),
  });
}

function unusable(code: "division-by-zero" | "out-of-range", received: string, which: string): TariffError {
  return new TariffError({ code, path: "economy", received, advice: `Name an economy that is ${which}.` });
}
