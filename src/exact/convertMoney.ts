import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { type DecimalText, readDecimal } from "./decimal.js";
import { type Money, readMoney, requireCurrency, writeMoney } from "./money.js";

/**
 * What {@link convertMoney} needs besides the amount.
 *
 * @category Exact numbers
 */
export interface ConvertMoneyOptions<To extends string> {
  /** The currency to convert to. */
  readonly to: To;
  /** Units of the new currency for one unit of the old, above zero. */
  readonly exchangeRate: DecimalText;
}

/**
 * An amount in another currency, at an exchange rate that the caller states.
 *
 * **Formula**: amount x exchange rate.
 *
 * **Leaves out**: rounding, fees, and any change of the price year.
 *
 * @throws `out-of-range` for an exchange rate that is not above zero, `not-a-decimal`, `not-a-currency`, `wrong-type`.
 * @example Pounds into dollars
 * ```ts
 * import { convertMoney, createMoney } from "tariff-whatif";
 *
 * const pounds = createMoney({ amount: "200", currency: "GBP", priceYear: 2023 });
 * convertMoney(pounds, { to: "USD", exchangeRate: "1.25" }).amount; // => "250"
 * ```
 * @category Exact numbers
 */
export function convertMoney<To extends string>(money: Money, options: ConvertMoneyOptions<To>): Money<To> {
  const { to, exchangeRate } = readOptions(options, "", ["to", "exchangeRate"]);
  requireCurrency(to, "to");
  const factor = readDecimal(exchangeRate, "exchangeRate");
  if (factor.lte(0)) {
    throw new TariffError({
      code: "out-of-range",
      path: "exchangeRate",
      received: exchangeRate,
      advice: "Give an exchange rate above zero.",
    });
  }
  return writeMoney(readMoney(money, "money").times(factor), to, money.priceYear);
}
