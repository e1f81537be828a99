import { type Rate, readRate, writeRate } from "./rate.js";

/**
 * Checks a text and returns it as a rate in its shortest form.
 *
 * **Result**: a {@link Rate}; `"25.00%"` becomes `"25%"`. A subsidy is a negative rate, down to `"-100%"`.
 *
 * @throws `not-a-rate` for a text or number without the unit, `rate-below-minus-100`, `wrong-type`.
 * @example Read a rate from a form
 * ```ts
 * import { parseRate } from "tariff-whatif";
 *
 * parseRate("25.00%"); // => "25%"
 * parseRate("25"); // throws not-a-rate
 * ```
 * @category Exact numbers
 */
export function parseRate(text: string): Rate {
  return writeRate(readRate(text, "rate"));
}
