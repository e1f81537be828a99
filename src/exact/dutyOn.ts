import { type Money, readMoney, writeMoney } from "./money.js";
import { type Rate, readRate } from "./rate.js";

/**
 * The ad valorem duty on a customs value, exact and unrounded.
 *
 * **Formula**: customs value x rate.
 *
 * **Leaves out**: rounding to the cent (see {@link roundMoney}), specific and compound duties.
 *
 * @throws `not-a-rate`, `rate-below-minus-100`, `not-a-decimal`, `wrong-type`.
 * @example 2.9 % of 14,172 dollars
 * ```ts
 * import { createMoney, dutyOn } from "tariff-whatif";
 *
 * const customsValue = createMoney({ amount: "14172.00", currency: "USD", priceYear: 2026 });
 * dutyOn(customsValue, "2.9%").amount; // => "410.988"
 * ```
 * @category Exact numbers
 */
export function dutyOn<C extends string>(customsValue: Money<C>, rate: Rate): Money<C> {
  const duty = readMoney(customsValue, "customsValue").times(readRate(rate, "rate"));
  return writeMoney(duty, customsValue.currency, customsValue.priceYear);
}
