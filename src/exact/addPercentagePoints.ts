import { type PercentagePoints, type Rate, readPercentagePoints, readRate, writeRate } from "./rate.js";

/**
 * A rate raised (or lowered) by percentage points.
 *
 * **Formula**: rate + change.
 *
 * @throws `not-a-rate`, `not-percentage-points`, `rate-below-minus-100`, `wrong-type`.
 * @example Ten points on top of 2.5 %
 * ```ts
 * import { addPercentagePoints } from "tariff-whatif";
 *
 * addPercentagePoints("2.5%", "10pp"); // => "12.5%"
 * ```
 * @category Exact numbers
 */
export function addPercentagePoints(rate: Rate, change: PercentagePoints): Rate {
  const sum = writeRate(readRate(rate, "rate").plus(readPercentagePoints(change, "change")));
  readRate(sum, "rate");
  return sum;
}
