import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, divide, writeDecimal } from "../../src/exact/decimal.js";
import {
  minusScaled,
  percentText,
  plusScaled,
  ratioOfScaled,
  readScaled,
  scaledFrom,
  writeScaledText,
} from "../../src/exact/scaled.js";

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([units, places]) => new Decimal(units.toString()).times(new Decimal(10).pow(-places)));

describe("scaled integers", () => {
  it("add, subtract and divide to the digit as decimals do", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [x, y] = [scaledFrom(a), scaledFrom(b)];
        expect(writeScaledText(plusScaled(x, y))).toBe(writeDecimal(a.plus(b)));
        expect(writeScaledText(minusScaled(x, y))).toBe(writeDecimal(a.minus(b)));
        expect(writeScaledText(readScaled(a.toFixed()))).toBe(writeDecimal(a));
        if (b.isZero()) return;
        const quotient = a.div(b).toDecimalPlaces(24, Decimal.ROUND_HALF_EVEN);
        expect(writeDecimal(divide(a, b, ""))).toBe(writeDecimal(quotient));
        expect(percentText(ratioOfScaled(x, y))).toBe(writeDecimal(quotient.times(100)));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["1", "2000000000000000000000000", "0"],
    ["3", "2000000000000000000000000", "0.000000000000000000000002"],
    ["-3", "2000000000000000000000000", "-0.000000000000000000000002"],
    ["-1", "3", "-0.333333333333333333333333"],
    ["2", "-3", "-0.666666666666666666666667"],
    ["0.10", "0.4", "0.25"],
  ])("rounds %s / %s half to even", (a, b, expected) => {
    expect(writeScaledText(ratioOfScaled(readScaled(a), readScaled(b)))).toBe(expected);
  });
});
