import { Decimal as HostDecimal } from "decimal.js";
import { TariffError } from "../internal/TariffError.js";
import { ratioOfScaled, scaledFrom, writeScaledText } from "./scaled.js";

/**
 * The package's own copy of decimal.js: a program that changes the settings of its copy does not change our results.
 * 1,000 digits hold sums and products of admitted inputs without rounding, so only a division rounds.
 */
export const Decimal = /* @__PURE__ */ HostDecimal.clone({
  defaults: true,
  precision: 1000,
  rounding: HostDecimal.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** A number of the private decimal type; it never leaves the package. */
export type Decimal = HostDecimal;

/**
 * A number written as a plain decimal text such as `"1234.50"`: no exponent, no grouping, no sign but a leading minus,
 * at most 30 digits before the point and 60 behind it.
 *
 * @category Exact numbers
 */
export type DecimalText = `${number}`;

const plainDecimal = /^-?\d{1,30}(\.\d{1,60})?$/;

/** Whether a text is a plain decimal of bounded length. */
export const isPlainDecimal = (text: unknown): text is DecimalText =>
  typeof text === "string" && text.length <= 96 && plainDecimal.test(text);

/** Reads a decimal text; everything decimal.js would also accept (exponents, hex, Infinity) is refused. */
export function readDecimal(text: unknown, path: string): Decimal {
  if (isPlainDecimal(text)) return new Decimal(text);
  throw new TariffError({
    code: typeof text === "string" ? "not-a-decimal" : "wrong-type",
    path,
    received: text,
    advice: `Write the number as a plain decimal text such as "1234.50", at most 30 digits before the point and 60 behind it.${
      typeof text === "number" || typeof text === "bigint"
        ? ` Numbers are rounded before we see them: pass "${text}" as text.`
        : asFraction(text)
    }`,
  });
}

/** What to write for a percentage where a share or a plain number is wanted. */
function asFraction(text: unknown): string {
  const percent =
    typeof text === "string" && text.length <= 40 ? /^(-?\d+(?:\.\d+)?) ?%$/.exec(text)?.[1] : undefined;
  return percent === undefined
    ? ""
    : ` A share is written as a fraction: "${new Decimal(percent).div(100).toFixed()}" for ${percent} %.`;
}

/** Reads an amount of zero or more. */
export function readNonNegative(text: unknown, path: string): Decimal {
  const amount = readDecimal(text, path);
  if (!amount.isNegative()) return amount;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: text,
    advice: "Give an amount of 0 or more.",
  });
}

/** Writes a decimal as a plain text, in full. */
export function writeDecimal(value: Decimal): DecimalText {
  return (value.isZero() ? "0" : value.toFixed()) as DecimalText;
}

/** The quotient of two decimals to 24 places, rounded half to even. */
export function divide(numerator: Decimal, denominator: Decimal, path: string): Decimal {
  if (denominator.isZero()) {
    throw new TariffError({
      code: "division-by-zero",
      path,
      received: "0",
      advice: "Give a base that is not zero: a ratio to zero has no value.",
    });
  }
  return new Decimal(writeScaledText(ratioOfScaled(scaledFrom(numerator), scaledFrom(denominator))));
}
