import { type Money, readMoney, writeMoney } from "./money.js";

/**
 * Checks an amount, its currency and its price year, and returns them as Money.
 *
 * @throws `not-a-decimal`, `not-a-currency`, `not-a-year`, `wrong-type`, `missing-key`, `unknown-key`.
 * @example A hundred dollars of 2024
 * ```ts
 * import { createMoney } from "tariff-whatif";
 *
 * createMoney({ amount: "100", currency: "USD", priceYear: 2024 }).amount; // => "100"
 * createMoney({ amount: "1e5", currency: "USD", priceYear: 2024 }); // throws not-a-decimal
 * ```
 * @category Exact numbers
 */
export function createMoney<C extends string>(options: Money<C>): Money<C> {
  const amount = readMoney(options, "");
  return writeMoney(amount, options.currency, options.priceYear);
}
