import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareFractions,
  dividedBy,
  fraction,
  greater,
  isZero,
  lesser,
  minus,
  negated,
  one,
  plus,
  readFraction,
  times,
  writeFraction,
  zero,
} from "../../src/exact/fraction.js";
import { fixedText } from "../../src/exact/scaled.js";
import { errorOf } from "../support/errorOf.js";

const of = (numerator: number, denominator = 1) => fraction(BigInt(numerator), BigInt(denominator));
const ratio = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 999 }));

describe("fractions", () => {
  it("are in lowest terms with a denominator above zero", () => {
    expect(of(6, 4)).toEqual({ numerator: 3n, denominator: 2n });
    expect(of(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(of(-6, -4)).toEqual({ numerator: 3n, denominator: 2n });
    expect(of(0, 7)).toEqual({ numerator: 0n, denominator: 1n });
    expect(of(5)).toEqual({ numerator: 5n, denominator: 1n });
    expect(zero).toEqual(of(0));
    expect(one).toEqual(of(1));
  });

  it("are added, taken away, multiplied and divided as at school", () => {
    expect(plus(of(1, 3), of(1, 6))).toEqual(of(1, 2));
    expect(plus(of(1, 4), of(1, 4))).toEqual(of(1, 2));
    expect(plus(zero, of(2, 3))).toEqual(of(2, 3));
    expect(plus(of(2, 3), zero)).toEqual(of(2, 3));
    expect(minus(of(1, 2), of(1, 3))).toEqual(of(1, 6));
    expect(negated(of(1, 2))).toEqual(of(-1, 2));
    expect(times(of(2, 3), of(3, 4))).toEqual(of(1, 2));
    expect(dividedBy(of(1, 2), of(-3, 4))).toEqual(of(-2, 3));
  });

  it("compare as their values do", () => {
    fc.assert(
      fc.property(ratio, ratio, ([a, b], [c, d]) => {
        const [left, right] = [of(a, b), of(c, d)];
        expect(compareFractions(left, right)).toBe(Math.sign(a * d - c * b) + 0);
        const [least, most] = a * d <= c * b ? [left, right] : [right, left];
        expect(lesser(left, right)).toEqual(least);
        expect(greater(left, right)).toEqual(most);
        expect(isZero(left)).toBe(a === 0);
      }),
    );
    expect(isZero(zero)).toBe(true);
    expect(isZero(one)).toBe(false);
  });

  it("are written as a decimal where one ends, else as a ratio", () => {
    const written = [of(7), of(-7, 2), of(1, 8), of(3, 25), of(1, 3), of(-65, 144), of(1, 20), of(1, 6)];
    expect(written.map(writeFraction)).toEqual([
      ...["7", "-3.5", "0.125", "0.12", "1/3", "-65/144", "0.05", "1/6"],
    ]);
  });

  it("are read back as they were written", () => {
    fc.assert(
      fc.property(ratio, ([a, b]) => {
        expect(readFraction(writeFraction(of(a, b)), "x")).toEqual(of(a, b));
      }),
    );
    expect(readFraction("22/78", "x")).toEqual(of(11, 39));
    expect(readFraction("-1.50", "x")).toEqual(of(-3, 2));
  });

  it("refuse a denominator of zero and what is no number", () => {
    expect(errorOf(() => readFraction("1/0", "share"))).toEqual({
      ...{ name: "TariffError", code: "division-by-zero", path: "share" },
    });
    for (const text of [
      "1/2/3",
      "x1/2",
      "1/2x",
      "1/-2",
      "1 /2",
      "/2",
      `${"1".repeat(61)}/2`,
      `1/${"1".repeat(61)}`,
    ])
      expect(errorOf(() => readFraction(text, "share")).code, text).toBe("not-a-decimal");
    expect(errorOf(() => readFraction(5, "share")).code).toBe("wrong-type");
    expect(readFraction(`${"1".repeat(60)}/1`, "x").numerator).toBe(BigInt("1".repeat(60)));
  });

  it("write whole units of a place", () => {
    expect(fixedText(1234n, 2)).toBe("12.34");
    expect(fixedText(-5n, 3)).toBe("-0.005");
    expect(fixedText(7n, 0)).toBe("7");
    expect(fixedText(0n, 2)).toBe("0.00");
  });
});
