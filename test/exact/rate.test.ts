import * as fc from "fast-check";
import {
  addPercentagePoints,
  type ErrorCode,
  parseRate,
  type Rate,
  rateDifference,
  rateFromFraction,
  rateToFraction,
  roundRate,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";
import { badRates } from "../support/strangers.js";

describe("a rate", () => {
  it.each([
    ["25%", "25%", "0.25"],
    ["25.00%", "25%", "0.25"],
    ["-100%", "-100%", "-1"],
    ["-0%", "0%", "0"],
    ["007.50%", "7.5%", "0.075"],
    ["0.000001%", "0.000001%", "0.00000001"],
    ["1000%", "1000%", "10"],
  ] as const)("%s is %s, a fraction of %s", (text, short, fraction) => {
    expect(parseRate(text)).toBe(short);
    expect(rateToFraction(text)).toBe(fraction);
    expect(rateFromFraction(fraction)).toBe(short);
  });

  it.each(badRates)("is not %j", (text, code) => {
    expectRefusal(() => parseRate(text), code as ErrorCode, "rate");
  });

  it("is not a bare number", () => {
    expectRefusal(() => parseRate(25 as never), "not-a-rate", "rate");
    expectRefusal(() => parseRate(0.25 as never), "not-a-rate", "rate");
    expectRefusal(() => parseRate(null as never), "wrong-type", "rate");
  });

  it("goes to a fraction and back for any digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 10n), max: 10n ** 15n }), (digits) => {
        const text = `${digits < 0n ? "-" : ""}${(digits < 0n ? -digits : digits) / 10n ** 8n}.${String((digits < 0n ? -digits : digits) % 10n ** 8n).padStart(8, "0")}%`;
        const rate = parseRate(text);
        expect(rateFromFraction(rateToFraction(rate))).toBe(rate);
      }),
      { numRuns: 300 },
    );
  });

  it("takes percentage points, up and down, but not below -100 %", () => {
    expect(addPercentagePoints("2.5%", "10pp")).toBe("12.5%");
    expect(addPercentagePoints("2.5%", "-2.5pp")).toBe("0%");
    expectRefusal(() => addPercentagePoints("2.5%", "10%" as never), "not-percentage-points", "change");
    expectRefusal(
      () => addPercentagePoints("2.5%", "10 percent" as never),
      "not-percentage-points",
      "change",
    );
    expectRefusal(() => addPercentagePoints("-50%", "-50.1pp"), "rate-below-minus-100", "rate");
    expectRefusal(() => rateFromFraction("-1.1"), "rate-below-minus-100", "fraction");
  });

  it("differs from another in percentage points, to minus from", () => {
    expect(rateDifference({ from: "10%", to: "15%" })).toBe("5pp");
    expect(rateDifference({ from: "15%", to: "2.5%" })).toBe("-12.5pp");
    expectRefusal(() => rateDifference({ from: "10%", to: "15" as Rate }), "not-a-rate", "to");
  });

  it("rounds places of a percent, not of the fraction", () => {
    expect(roundRate("2.345%", { places: 2, rounding: "half-even" })).toBe("2.34%");
    expect(roundRate("2.355%", { places: 2, rounding: "half-even" })).toBe("2.36%");
    expect(roundRate("2.5%", { places: 0, rounding: "towards-positive" })).toBe("3%");
  });
});
