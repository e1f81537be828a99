import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { allocateExactly } from "./allocateExactly.js";
import { Decimal, type DecimalText, readDecimal } from "./decimal.js";
import { type Money, readMoney, writeMoney } from "./money.js";
import { fromUnits, toUnits } from "./wholeUnits.js";

/**
 * How {@link allocateMoney} divides an amount.
 *
 * @category Exact numbers
 */
export interface AllocateMoneyOptions {
  /** One weight for each part, none negative, not all zero. */
  readonly weights: readonly DecimalText[];
  /** Places after the point of each part; the amount itself may not have more. */
  readonly places: number;
}

/**
 * An amount divided in proportion to weights, so that the parts add up to it exactly.
 *
 * **Formula**: each part is rounded towards zero to the places asked; the units left over go one each to the parts with
 * the largest remainders, the earlier part first where remainders are equal.
 *
 * @throws `cannot-allocate` for no weights, a negative one, all zero, or an amount finer than the places;
 * `out-of-range` for places; `not-a-decimal`, `wrong-type`.
 * @example A hundred dollars in three equal parts
 * ```ts
 * import { allocateMoney, createMoney } from "tariff-whatif";
 *
 * const hundred = createMoney({ amount: "100", currency: "USD", priceYear: 2024 });
 * allocateMoney(hundred, { weights: ["1", "1", "1"], places: 2 }).map((part) => part.amount); // => ["33.34", "33.33", "33.33"]
 * ```
 * @category Exact numbers
 */
export function allocateMoney<C extends string>(
  money: Money<C>,
  options: AllocateMoneyOptions,
): readonly Money<C>[] {
  const { weights, places } = readOptions(options, "", ["weights", "places"]);
  const total = readMoney(money, "money");
  if (!Array.isArray(weights) || weights.length > 100_000) {
    throw new TariffError({
      code: Array.isArray(weights) ? "too-long" : "wrong-type",
      path: "weights",
      received: weights,
      advice: "Pass a list of up to 100,000 decimal texts.",
    });
  }
  const read = [...weights].map((weight, index) => readDecimal(weight, `weights[${index}]`));
  const sum = read.reduce((left, right) => left.plus(right), new Decimal(0));
  if (read.some((weight) => weight.lt(0)) || sum.isZero()) {
    throw new TariffError({
      code: "cannot-allocate",
      path: "weights",
      received: weights.join(", "),
      advice: "Give at least one weight above zero and none below.",
    });
  }
  if (!Number.isInteger(places) || places < 0 || places > 30) {
    throw new TariffError({
      code: "out-of-range",
      path: "places",
      received: places,
      advice: "Pass a whole number of places from 0 to 30.",
    });
  }
  if (total.decimalPlaces() > places) {
    throw new TariffError({
      code: "cannot-allocate",
      path: "money.amount",
      received: money.amount,
      advice: `Round the amount to ${places} places first, or ask for more places.`,
    });
  }
  const finest = read.reduce((most, weight) => Math.max(most, weight.decimalPlaces()), 0);
  const units = toUnits(total, places);
  const parts = allocateExactly(
    read.map((weight) => units * toUnits(weight, finest)),
    toUnits(sum, finest),
  );
  return Object.freeze(
    parts.map((part) => writeMoney(fromUnits(part, places), money.currency, money.priceYear)),
  );
}
