import { type DecimalText, readDecimal } from "./decimal.js";
import { type Rate, readRate, writeRate } from "./rate.js";

/**
 * The rate that a fraction stands for.
 *
 * **Formula**: fraction x 100, with the unit.
 *
 * @throws `not-a-decimal`, `wrong-type`, `rate-below-minus-100`.
 * @example Take a rate over from other software
 * ```ts
 * import { rateFromFraction } from "tariff-whatif";
 *
 * rateFromFraction("0.025"); // => "2.5%"
 * ```
 * @category Exact numbers
 */
export function rateFromFraction(fraction: DecimalText): Rate {
  const rate = writeRate(readDecimal(fraction, "fraction"));
  readRate(rate, "fraction");
  return rate;
}
