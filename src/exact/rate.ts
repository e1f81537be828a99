import { TariffError } from "../internal/TariffError.js";
import { Decimal, writeDecimal } from "./decimal.js";

/**
 * An ad valorem rate with its unit: `"25%"`. Never 25 or 0.25: a bare number does not say which it is.
 *
 * @category Exact numbers
 */
export type Rate = `${number}%`;

/**
 * A difference between two rates, in percentage points: `"10pp"`.
 *
 * @category Exact numbers
 */
export type PercentagePoints = `${number}pp`;

/**
 * A change relative to a base: `"12.5 percent"`. It is neither a rate nor a difference of rates.
 *
 * @category Exact numbers
 */
export type PercentChange = `${number} percent`;

const rateText = /^(-?\d{1,30}(?:\.\d{1,60})?)%$/;
const pointsText = /^(-?\d{1,30}(?:\.\d{1,60})?)pp$/;
const longestText = 96;

/** The part of a text that a pattern captures, or nothing when the text is no text, too long or of another form. */
function matched(text: unknown, pattern: RegExp): string | undefined {
  return typeof text === "string" && text.length <= longestText ? pattern.exec(text)?.[1] : undefined;
}

/** What to write instead: the same number with its unit, or how the texts of tariff schedules are read. */
function rateAdvice(text: unknown): string {
  if (typeof text === "string" && /^\s*(free|ex(empt)?|nil|zero|duty[- ]free)\s*$/i.test(text))
    return 'Write a duty-free rate as "0%"; parseDutyExpression of the entry "tariff-whatif/entry" reads the texts of tariff schedules.';
  const number = typeof text === "number" || typeof text === "string" ? String(text).trim() : "";
  if (!/^-?\d{1,6}(\.\d{1,9})?$/.test(number)) return 'Write the rate with its unit, for example "25%".';
  const [asPercent, value] = [`"${number}%"`, Number(number)];
  const other =
    value !== 0 && Math.abs(value) < 1
      ? ` or, if ${number} is a fraction, "${Number((100 * value).toPrecision(12))}%"`
      : "";
  return `Write the rate with its unit: ${asPercent}${other}.`;
}

/** Reads a rate into a fraction: `"25%"` gives 0.25. */
export function readRate(text: unknown, path: string): Decimal {
  const digits = matched(text, rateText);
  if (digits === undefined) {
    throw new TariffError({
      code: typeof text === "string" || typeof text === "number" ? "not-a-rate" : "wrong-type",
      path,
      received: text,
      advice: rateAdvice(text),
    });
  }
  const percent = new Decimal(digits);
  if (percent.lt(-100)) {
    throw new TariffError({
      code: "rate-below-minus-100",
      path,
      received: text,
      advice: "Give a rate of -100% or more: below it the price would be negative.",
    });
  }
  return percent.div(100);
}

/** Reads a change in percentage points into a fraction: `"10pp"` gives 0.1. */
export function readPercentagePoints(text: unknown, path: string): Decimal {
  const digits = matched(text, pointsText);
  if (digits !== undefined) return new Decimal(digits).div(100);
  throw new TariffError({
    code: typeof text === "string" || typeof text === "number" ? "not-percentage-points" : "wrong-type",
    path,
    received: text,
    advice: 'Write the change with its unit, for example "10pp".',
  });
}

/** Writes a fraction as a rate, in full. */
export const writeRate = (fraction: Decimal): Rate => `${writeDecimal(fraction.times(100))}%`;

/** Writes a difference of two fractions in percentage points, in full. */
export const writePercentagePoints = (fraction: Decimal): PercentagePoints =>
  `${writeDecimal(fraction.times(100))}pp`;

/** Writes a relative change, given as a fraction of its base, in percent. */
export const writePercentChange = (fraction: Decimal): PercentChange =>
  `${writeDecimal(fraction.times(100))} percent`;
