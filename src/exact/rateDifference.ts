import { readOptions } from "../internal/readOptions.js";
import { type PercentagePoints, type Rate, readRate, writePercentagePoints } from "./rate.js";

/**
 * The change from one rate to another, in percentage points.
 *
 * **Formula**: to - from.
 *
 * **Result**: {@link PercentagePoints}, positive when the rate rises. It is not a percent change: from 10 % to 15 % is
 * 5 percentage points and 50 percent.
 *
 * @throws `not-a-rate`, `rate-below-minus-100`, `wrong-type`, `missing-key`, `unknown-key`.
 * @example From 2.5 % to 27.5 %
 * ```ts
 * import { rateDifference } from "tariff-whatif";
 *
 * rateDifference({ from: "2.5%", to: "27.5%" }); // => "25pp"
 * ```
 * @category Exact numbers
 */
export function rateDifference(options: {
  /** The rate before. */
  readonly from: Rate;
  /** The rate after. */
  readonly to: Rate;
}): PercentagePoints {
  const { from, to } = readOptions(options, "", ["from", "to"]);
  return writePercentagePoints(readRate(to, "to").minus(readRate(from, "from")));
}
