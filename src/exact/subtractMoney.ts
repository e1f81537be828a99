import { type Money, readMoney, requireSameMoney, writeMoney } from "./money.js";

/**
 * The first amount less the second, in one currency and price year.
 *
 * @throws `currency-mismatch`, `price-year-mismatch`, `not-a-decimal`, `wrong-type`.
 * @example What remains after the duty
 * ```ts
 * import { createMoney, subtractMoney } from "tariff-whatif";
 *
 * const price = createMoney({ amount: "125", currency: "USD", priceYear: 2024 });
 * const duty = createMoney({ amount: "25", currency: "USD", priceYear: 2024 });
 * subtractMoney(price, duty).amount; // => "100"
 * ```
 * @category Exact numbers
 */
export function subtractMoney<C extends string>(first: Money<C>, second: Money<NoInfer<C>>): Money<C> {
  const difference = readMoney(first, "first").minus(readMoney(second, "second"));
  requireSameMoney(first, second, "second");
  return writeMoney(difference, first.currency, first.priceYear);
}
