import { TariffError } from "../internal/TariffError.js";
import { isPlainDecimal, readDecimal } from "./decimal.js";
import { fixedText } from "./scaled.js";

/**
 * A ratio of two whole numbers, in lowest terms, its denominator above zero. Law divides (a gross is 144 pieces, a
 * third of a per cent, 100,000 of 102,000), and a decimal would have to be cut there; a fraction is cut once, where
 * the authority rounds. It never leaves the package: {@link writeFraction} turns it into text.
 */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const greatestDivisor = (left: bigint, right: bigint): bigint => {
  let [a, b] = [left < 0n ? -left : left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
};

/** The ratio in lowest terms; the denominator is not zero. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 1n) return { numerator, denominator };
  const divisor = greatestDivisor(numerator, denominator < 0n ? -denominator : denominator) || 1n;
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

export const zero: Fraction = { numerator: 0n, denominator: 1n };
export const one: Fraction = { numerator: 1n, denominator: 1n };

const plainFraction = /^(-?\d{1,60})\/(\d{1,60})$/;

/** Reads a plain decimal text, or a ratio of two whole numbers such as `"22/78"`. */
export function readFraction(text: unknown, path: string): Fraction {
  const ratio = typeof text === "string" && text.length <= 122 ? plainFraction.exec(text) : null;
  if (ratio) {
    const denominator = BigInt(ratio[2] as string);
    if (denominator === 0n) {
      throw new TariffError({
        code: "division-by-zero",
        path,
        received: text,
        advice: "Give a ratio whose second number is not zero.",
      });
    }
    return fraction(BigInt(ratio[1] as string), denominator);
  }
  if (!isPlainDecimal(text)) readDecimal(text, path);
  const [whole, places = ""] = (text as string).split(".") as [string, string?];
  return places === ""
    ? fraction(BigInt(whole))
    : fraction(BigInt(whole + places), 10n ** BigInt(places.length));
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.numerator === 0n
    ? b
    : b.numerator === 0n
      ? a
      : a.denominator === b.denominator
        ? fraction(a.numerator + b.numerator, a.denominator)
        : fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const negated = (a: Fraction): Fraction => ({ numerator: -a.numerator, denominator: a.denominator });

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, negated(b));

export const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

/** The quotient; `over` is not zero. */
export const dividedBy = (a: Fraction, over: Fraction): Fraction =>
  fraction(a.numerator * over.denominator, a.denominator * over.numerator);

/** Below zero, zero or above zero, as a is less than, equal to or greater than b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const isZero = (a: Fraction): boolean => a.numerator === 0n;

export const lesser = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) <= 0 ? a : b);
export const greater = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) >= 0 ? a : b);

/** Places behind the point at which the decimal ends, or undefined where it never does. */
function placesOf(denominator: bigint): number | undefined {
  let [rest, twos, fives] = [denominator, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** Writes the exact value: a decimal where one states it (`"196.48"`), else a ratio in lowest terms (`"65/144"`). */
export function writeFraction({ numerator, denominator }: Fraction): string {
  if (denominator === 1n) return numerator.toString();
  const places = placesOf(denominator);
  if (places === undefined) return `${numerator}/${denominator}`;
  return fixedText((numerator * 10n ** BigInt(places)) / denominator, places);
}
