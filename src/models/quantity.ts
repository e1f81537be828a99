import { Decimal } from "../exact/decimal.js";
import { type Money, readMoney } from "../exact/money.js";
import { type PercentChange, readPercentagePoints, readRate } from "../exact/rate.js";
import {
  minusScaled,
  percentText,
  ratioOfScaled,
  readScaled,
  type Scaled,
  writeScaledText,
} from "../exact/scaled.js";
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

/** The number of a quantity that was made here, as a scaled integer. */
function scaledOf(quantity: Quantity): Scaled {
  if (typeof quantity !== "string") return readScaled(quantity.amount);
  return readScaled(
    quantity.slice(0, quantity.length - (quantity.endsWith("%") ? 1 : quantity.endsWith("pp") ? 2 : 8)),
  );
}

/** The difference of two quantities of one unit: money stays money, everything in percent becomes percentage points. */
export function differenceOf(after: Quantity, before: Quantity): Quantity {
  if (before !== after) requireSameUnit(before, after, "after");
  const text = isSame(after, before) ? "0" : writeScaledText(minusScaled(scaledOf(after), scaledOf(before)));
  if (typeof after === "string") return `${text}pp`;
  return Object.freeze({ amount: text, currency: after.currency, priceYear: after.priceYear });
}

/** The difference relative to the earlier value, in percent; null where that value is zero, or is itself a change. */
export function percentChangeOf(after: Quantity, before: Quantity): PercentChange | null {
  if (typeof before === "string" && !before.endsWith("%")) return null;
  if (isSame(after, before)) return isZero(before) ? null : "0 percent";
  const base = scaledOf(before);
  if (base.units === 0n) return null;
  const size = base.units < 0n ? { ...base, units: -base.units } : base;
  return `${percentText(ratioOfScaled(minusScaled(scaledOf(after), base), size))} percent`;
}

const isZero = (quantity: Quantity): boolean =>
  /^-?0(\.0*)?%?$/.test(typeof quantity === "string" ? quantity : quantity.amount);
