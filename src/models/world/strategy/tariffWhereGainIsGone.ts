import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { brentMaximum } from "../../../numerics/brentMaximum.js";
import { oneOf } from "../calibration/readParameters.js";
import type { World } from "../calibration/World.js";
import { closureKeys, noTariffs, readClosure, type WorldClosure } from "../readScenario.js";
import { coreOf } from "../solver/core.js";
import { readHighest } from "./bestResponse.js";
import { blocWelfare, readBloc } from "./blocWelfare.js";

/** Steps of the search in log(1 + tariff). */
const steps = 48;

/**
 * What {@link tariffWhereGainIsGone} needs.
 *
 * @category World model
 */
export interface GainIsGoneOptions extends WorldClosure {
  /** Label of the economy that charges the tariff. */
  readonly economy: string;
  /** `"reciprocal"`: every partner returns the same tariff. */
  readonly retaliation: "none" | "reciprocal";
  /** End of the search as a share of customs value, above 0 and up to 10; 5 (500 %) where absent. */
  readonly highestTariff?: number;
}

/**
 * The uniform tariff at which the gain of the economy that charges it is gone: above it, it would have done better to
 * charge nothing.
 *
 * **Formula**: the first tariff, going up from zero, at which a gain has become none; steps, then bisection in
 * log(1 + t).
 *
 * **Result**: that tariff as a share, and the best one below it with its welfare change in percent.
 *
 * **Leaves out**: tariffs that differ between exporters, answers other than the one named.
 *
 * @throws `TariffError` `target-not-reached` where no tariff gains anything, or the gain lasts to the end of the
 * search or of the equilibrium.
 *
 * @example From a gain to a loss
 * ```ts
 * import { calibrateWorld, ignatenko2025EatonKortum, tariffWhereGainIsGone } from "tariff-whatif/world";
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
 * const gone = tariffWhereGainIsGone(world, {
 *   economy: "A",
 *   retaliation: "none",
 *   revenueUse: "lumpSumRebate",
 *   deficits: "fixedToWorldIncome",
 * });
 * gone.tariff.toFixed(4); // => "0.7261"
 * ```
 * @category World model
 */
export function tariffWhereGainIsGone(
  world: World,
  options: GainIsGoneOptions,
): { readonly tariff: number; readonly bestTariff: number; readonly bestWelfarePercent: number } {
  const core = coreOf(world);
  readOptions(
    options,
    "",
    ["economy", "retaliation", ...closureKeys.required],
    ["highestTariff", ...closureKeys.optional],
  );
  const closure = readClosure(core, options);
  const returned = oneOf(options.retaliation, "retaliation", ["none", "reciprocal"]) === "reciprocal";
  const bloc = readBloc(core, [options.economy], "economy");
  const highest = readHighest(options.highestTariff);
  const at = blocWelfare(world, core, closure, bloc, noTariffs, returned);
  const welfare = (x: number) => at(Math.expm1(x));
  const step = Math.log1p(highest) / steps;
  let low = 0;
  let high = 0;
  let gained = false;
  for (let k = 0; k <= steps && high === 0; k++) {
    const x = k === 0 ? 1e-4 : k * step;
    const value = welfare(x);
    if (value === Number.NEGATIVE_INFINITY) {
      const end = Math.expm1(low).toFixed(3);
      throw notReached(
        options.economy,
        `The equilibrium ends above a tariff of ${end}; choose other deficits.`,
      );
    }
    if (value > 1e-9) {
      gained = true;
      low = x;
    } else if (gained) high = x;
  }
  if (!gained) throw notReached(options.economy, "No uniform tariff gains anything here.");
  if (high === 0) {
    throw notReached(options.economy, "There is still a gain at the end of the search; raise highestTariff.");
  }
  for (let k = 0; k < 60 && high - low > 1e-13; k++) {
    const middle = (low + high) / 2;
    if (welfare(middle) > 0) low = middle;
    else high = middle;
  }
  const { best } = brentMaximum(welfare, 0, high, 12);
  return Object.freeze({
    tariff: Math.expm1((low + high) / 2),
    bestTariff: Math.expm1(best.at),
    bestWelfarePercent: best.value,
  });
}

function notReached(received: string, advice: string): TariffError {
  return new TariffError({ code: "target-not-reached", path: "economy", received, advice });
}
