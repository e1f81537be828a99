import { type Money, readMoney, requireSameMoney, writeMoney } from "./money.js";

/**
 * The sum of two amounts of one currency and price year.
 *
 * @throws `currency-mismatch`, `price-year-mismatch`, `not-a-decimal`, `wrong-type`.
 * @example Add two duties
 * ```ts
 * import { addMoney, createMoney } from "tariff-whatif";
 *
 * const mfn = createMoney({ amount: "410.99", currency: "USD", priceYear: 2024 });
 * const surcharge = createMoney({ amount: "3543.00", currency: "USD", priceYear: 2024 });
 * addMoney(mfn, surcharge).amount; // => "3953.99"
 * ```
 * @category Exact numbers
 */
export function addMoney<C extends string>(first: Money<C>, second: Money<NoInfer<C>>): Money<C> {
  const sum = readMoney(first, "first").plus(readMoney(second, "second"));
  requireSameMoney(first, second, "second");
  return writeMoney(sum, first.currency, first.priceYear);
}
