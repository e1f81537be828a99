import { Decimal as HostDecimal } from "decimal.js";
import { Decimal } from "./decimal.js";

/** Digits of a ratio that no decimal states: twice what is kept of a result, so that a third and two thirds make one. */
const Ratio = /* @__PURE__ */ HostDecimal.clone({ defaults: true, precision: 140 });

/** A quotient inside the fold; `roundedQuotient` rounds once, at the end. The denominator is not zero. */
export const quotient = (numerator: Decimal, denominator: Decimal): Decimal =>
  new Decimal(new Ratio(numerator).div(denominator));

/** Places beyond which a result can only come from a ratio that no decimal states. */
const mostPlaces = 60;

/** A result of steps that divide: as it is where a decimal states it, else to 24 places, half to even. */
export function roundedQuotient(amount: Decimal): Decimal {
  if (amount.decimalPlaces() <= mostPlaces) return amount;
  return amount.toDecimalPlaces(24, HostDecimal.ROUND_HALF_EVEN);
}
