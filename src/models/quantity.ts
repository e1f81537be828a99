import { Decimal, divide } from "../exact/decimal.js";
import { type Money, readMoney, writeMoney } from "../exact/money.js";
import {
  type PercentChange,
  readPercentagePoints,
  readRate,
  writePercentagePoints,
  writePercentChange,
} from "../exact/rate.js";
import { TariffError } from "../internal/TariffError.js";
import type { Quantity } from "./outcome.js";

/** The number of a quantity in its own unit: units of money, or percent. */
export function numberOf(quantity: Quantity): Decimal {
  return new Decimal(
    typeof quantity === "string" ? quantity.replace(/(%|pp| percent)$/, "") : quantity.amount,
  );
}

/** A quantity that nobody else can change: frozen, and a copy where the given one is the caller's own. */
export const ownQuantity = (quantity: Quantity): Quantity =>
  typeof quantity === "string" || Object.isFrozen(quantity) ? quantity : Object.freeze({ ...quantity });

/** Refuses what is no money, rate, change in percentage points or percent change. */
export function requireQuantity(quantity: unknown, path: string): void {
  if (typeof quantity !== "string") readMoney(quantity as Money, path);
  else if (quantity.endsWith("%")) readRate(quantity, path);
  else readPercentagePoints(quantity.replace(/ percent$/, "pp"), path);
}

/** The unit of a quantity: a currency with its price year, or how the percent is meant. */
export function unitOf(quantity: Quantity): string {
  if (typeof quantity !== "string") return `${quantity.currency} of ${quantity.priceYear}`;
  return quantity.endsWith("%") ? "%" : quantity.endsWith("pp") ? "pp" : "percent";
}

/** Whether two quantities of one unit are written alike: most numbers of most scenarios do not change. */
const isSame = (first: Quantity, second: Quantity): boolean =>
  typeof first === "string" || typeof second === "string" ? first === second : first.amount === second.amount;

/** Refuses two quantities of different units. */
export function requireSameUnit(first: Quantity, second: Quantity, path: string): void {
  if (typeof first === "object" && typeof second === "object") {
    if (first.currency === second.currency && first.priceYear === second.priceYear) return;
  } else if (unitOf(first) === unitOf(second)) return;
  throw new TariffError({
    code: "mismatched-model",
    path,
    received: unitOf(second),
    advice: `Give a quantity in ${unitOf(first)}.`,
  });
}

/** The difference of two quantities of one unit: money stays money, everything in percent becomes percentage points. */
export function differenceOf(after: Quantity, before: Quantity): Quantity {
  if (before !== after) requireSameUnit(before, after, "after");
  if (isSame(after, before)) {
    return typeof after === "string" ? "0pp" : { ...after, amount: "0" };
  }
  const difference = numberOf(after).minus(numberOf(before));
  if (typeof after === "string") return writePercentagePoints(difference.times("0.01"));
  return writeMoney(difference, after.currency, after.priceYear);
}

/** The difference relative to the earlier value, in percent; null where that value is zero, or is itself a change. */
export function percentChangeOf(after: Quantity, before: Quantity): PercentChange | null {
  if (typeof before === "string" && !before.endsWith("%")) return null;
  if (/^-?0(\.0*)?%?$/.test(typeof before === "string" ? before : before.amount)) return null;
  if (isSame(after, before)) return "0 percent";
  const base = numberOf(before);
  return writePercentChange(divide(numberOf(after).minus(base), base.abs(), "before"));
}
