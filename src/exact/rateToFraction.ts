import { type DecimalText, writeDecimal } from "./decimal.js";
import { type Rate, readRate } from "./rate.js";

/**
 * The fraction a rate stands for.
 *
 * **Formula**: percent / 100.
 *
 * @throws `not-a-rate`, `rate-below-minus-100`, `wrong-type`.
 * @example Hand a rate to other software
 * ```ts
 * import { rateToFraction } from "tariff-whatif";
 *
 * rateToFraction("2.5%"); // => "0.025"
 * ```
 * @category Exact numbers
 */
export function rateToFraction(rate: Rate): DecimalText {
  return writeDecimal(readRate(rate, "rate"));
}
