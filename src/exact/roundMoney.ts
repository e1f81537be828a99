import { type Money, readMoney, writeMoney } from "./money.js";
import { type Rounding, roundDecimal } from "./roundingModes.js";

/**
 * An amount rounded to a number of places, by a named mode.
 *
 * @throws `out-of-range` for places, `unknown-rounding`, `not-a-decimal`, `wrong-type`.
 * @example Round a duty to the cent
 * ```ts
 * import { createMoney, roundMoney } from "tariff-whatif";
 *
 * const duty = createMoney({ amount: "410.988", currency: "USD", priceYear: 2026 });
 * roundMoney(duty, { places: 2, rounding: "half-away-from-zero" }).amount; // => "410.99"
 * ```
 * @category Exact numbers
 */
export function roundMoney<C extends string>(money: Money<C>, rounding: Rounding): Money<C> {
  const rounded = roundDecimal(readMoney(money, "money"), rounding, "rounding");
  return writeMoney(rounded, money.currency, money.priceYear);
}
