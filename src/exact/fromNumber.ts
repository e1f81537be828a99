import { Decimal, type DecimalText, writeDecimal } from "./decimal.js";
import { type Money, writeMoney } from "./money.js";
import { type PercentChange, type Rate, writePercentChange, writeRate } from "./rate.js";

/** Places kept of a float64 result: more than it knows of an amount, few enough to be read back. */
const places = 15;

const toDecimal = (value: number): Decimal => new Decimal(value).toDecimalPlaces(places);

/** A float64 number as a decimal text. */
export const textFromNumber = (value: number): DecimalText => writeDecimal(toDecimal(value));

/** A float64 amount as Money. */
export const moneyFromNumber = (value: number, currency: string, priceYear: number): Money =>
  writeMoney(toDecimal(value), currency, priceYear);

/** A float64 fraction as a rate. */
export const rateFromNumber = (fraction: number): Rate => writeRate(toDecimal(fraction));

/** A float64 ratio less one, as a relative change in percent. */
export const percentChangeFromNumber = (fraction: number): PercentChange =>
  writePercentChange(toDecimal(fraction));
