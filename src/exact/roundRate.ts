import { type Rate, readRate, writeRate } from "./rate.js";
import { type Rounding, roundDecimal } from "./roundingModes.js";

/**
 * A rate rounded to a number of places of a percent.
 *
 * @throws `not-a-rate`, `out-of-range` for places, `unknown-rounding`.
 * @example An effective rate for a headline
 * ```ts
 * import { roundRate } from "tariff-whatif";
 *
 * roundRate("2.342652455603%", { places: 2, rounding: "half-even" }); // => "2.34%"
 * ```
 * @category Exact numbers
 */
export function roundRate(rate: Rate, rounding: Rounding): Rate {
  return writeRate(roundDecimal(readRate(rate, "rate").times(100), rounding, "rounding").div(100));
}
