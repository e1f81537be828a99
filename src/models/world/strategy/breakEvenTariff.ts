import type { Rate } from "../../../exact/rate.js";
import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { findMaximum } from "../../../numerics/findMaximum.js";
import { findRoot } from "../../../numerics/findRoot.js";
import { readHighestTariff } from "../../readHighestTariff.js";
import { oneOf } from "../calibration/oneOf.js";
import type { World } from "../calibration/World.js";
import { arraysOf } from "../calibration/worldArrays.js";
import { noTariffs } from "../solver/makeShock.js";
import { closureKeys, readClosure, type WorldClosure } from "../solver/readClosure.js";
import { tariffSearch } from "./bestResponse.js";
import { blocWelfare, readBloc } from "./blocWelfare.js";

/** Steps of the search in log(1 + tariff), and a welfare change (percent) that is rounding. */
const steps = 48;
const negligible = 1e-9;

/**
 * What {@link breakEvenTariff} needs.
 *
 * @category World model
 */
export interface BreakEvenTariffOptions extends WorldClosure {
  /** Label of the economy that charges the tariff. */
  readonly economy: string;
  /** `"reciprocal"`: every partner returns the same tariff. */
  readonly retaliation: "none" | "reciprocal";
  /** End of the search as a fraction of customs value (5 for 500 %) or a rate ("500%"), above 0 and up to 10; 5 where absent. */
  readonly highestTariff?: number | Rate;
}

/**
 * The break-even tariff: the uniform tariff above which the economy that charges it would have done better to charge
 * nothing.
 *
 * **Formula**: the first tariff, going up from zero, at which a gain has become none; steps, then a root in
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
 * import { calibrateWorld, ignatenko2025EatonKortum, breakEvenTariff } from "tariff-whatif/world";
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
 * const breakEven = breakEvenTariff(world, {
 *   economy: "A",
 *   retaliation: "none",
 *   revenueUse: "lumpSumRebate",
 *   deficits: "fixedToWorldIncome",
 * });
 * breakEven.tariff.toFixed(4); // => "0.7261"
 * ```
 * @category World model
 */
export function breakEvenTariff(
  world: World,
  options: BreakEvenTariffOptions,
): { readonly tariff: number; readonly bestTariff: number; readonly bestWelfarePercent: number } {
  const arrays = arraysOf(world);
  readOptions(
    options,
    "",
    ["economy", "retaliation", ...closureKeys.required],
    ["highestTariff", ...closureKeys.optional],
  );
  const closure = readClosure(arrays, options);
  const returned = oneOf(options.retaliation, "retaliation", ["none", "reciprocal"]) === "reciprocal";
  const bloc = readBloc(arrays, [options.economy], "economy");
  const highest = readHighestTariff(options.highestTariff);
  const at = blocWelfare(arrays, closure, bloc, noTariffs, returned);
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
    if (value > negligible) {
      gained = true;
      low = x;
    } else if (gained) high = x;
  }
  if (!gained) throw notReached(options.economy, "No uniform tariff gains anything here.");
  if (high === 0) {
    throw notReached(options.economy, "There is still a gain at the end of the search; raise highestTariff.");
  }
  const root = findRoot(welfare, low, high, negligible / 1000);
  const { best } = findMaximum(welfare, 0, high, tariffSearch);
  return Object.freeze({
    tariff: Math.expm1(root?.at ?? high),
    bestTariff: Math.expm1(best.at),
    bestWelfarePercent: best.value,
  });
}

function notReached(received: string, advice: string): TariffError {
  return new TariffError({ code: "target-not-reached", path: "economy", received, advice });
}
