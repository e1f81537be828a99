import { allocateMoney, createMoney, parseRate, rateFromFraction, roundMoney } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { Decimal, divide, readDecimal } from "../../src/exact/decimal.js";
import { quotient, roundedQuotient } from "../../src/exact/quotient.js";
import { rateAsNumber, ratesAsNumbers } from "../../src/exact/rateAsNumber.js";
import { errorOf } from "../support/errorOf.js";

describe("the edges of what is read", () => {
  const money = (changes: object) => () =>
    createMoney({ amount: "1", currency: "USD", priceYear: 2024, ...changes } as never);

  it("takes the years 1500 to 2500", () => {
    for (const priceYear of [1500, 2500]) expect(money({ priceYear })).not.toThrow();
    for (const priceYear of [1499, 2501, 2024.5, "2024"])
      expect(errorOf(money({ priceYear })).code, String(priceYear)).not.toBe("none");
  });

  it("says that a number must be a text, and what is no decimal", () => {
    for (const value of [5, 5n]) expect(errorOf(() => readDecimal(value, "x")).code).toBe("wrong-type");
    for (const value of ["", "1,5", "1e5", "٢", "9".repeat(97)])
      expect(errorOf(() => readDecimal(value, "x")).code, value).toBe("not-a-decimal");
  });

  it("places lie between 0 and 30", () => {
    const cents = createMoney({ amount: "1", currency: "USD", priceYear: 2024 });
    for (const places of [0, 30]) {
      expect(() => roundMoney(cents, { places, rounding: "half-even" })).not.toThrow();
      expect(() => allocateMoney(cents, { weights: ["1"], places })).not.toThrow();
    }
    for (const places of [-1, 31, 1.5]) {
      expect(errorOf(() => roundMoney(cents, { places, rounding: "half-even" })).code).toBe("out-of-range");
      expect(errorOf(() => allocateMoney(cents, { weights: ["1"], places })).code).toBe("out-of-range");
    }
  });

  it("leaves the last unit with the largest remainder, and with the first of two that are equal", () => {
    const parts = (amount: `${number}`, weights: readonly string[]) =>
      allocateMoney(createMoney({ amount, currency: "USD", priceYear: 2024 }), {
        weights: weights as never,
        places: 0,
      }).map((part) => part.amount);
    expect(parts("2", ["4", "1", "1"])).toEqual(["2", "0", "0"]);
    expect(parts("1", ["1", "1"])).toEqual(["1", "0"]);
    expect(parts("-1", ["1", "1"])).toEqual(["-1", "0"]);
    expect(parts("10", ["1", "2", "4"])).toEqual(["1", "3", "6"]);
    expect(parts("0", ["1", "1"])).toEqual(["0", "0"]);
  });

  it("a rate is text with its unit, and not below -100 %", () => {
    expect(parseRate("-100%")).toBe("-100%");
    expect(errorOf(() => parseRate("-100.01%")).code).toBe("rate-below-minus-100");
    expect(rateFromFraction("-1")).toBe("-100%");
    expect(errorOf(() => parseRate(25 as never)).code).not.toBe("none");
  });

  it("a rate in float64 leaves a price above zero, and a rate of -0 % is 0", () => {
    expect(rateAsNumber("25%", "rate")).toBe(0.25);
    expect(Object.is(rateAsNumber("-0%", "rate"), 0)).toBe(true);
    expect(errorOf(() => rateAsNumber("-100%", "rate"))).toEqual({
      ...{ name: "TariffError", code: "price-not-positive", path: "rate" },
    });
    expect(rateAsNumber("-99.9%", "rate")).toBe(-0.999);
    expect([...ratesAsNumbers(["1%", "2%"], "rates", 2)]).toEqual([0.01, 0.02]);
    expect(errorOf(() => ratesAsNumbers(["1%", "-100%"], "rates", 2)).path).toBe("rates[1]");
    expect(errorOf(() => ratesAsNumbers(["1%"], "rates", 2)).code).toBe("length-mismatch");
  });

  it("a quotient is exact where a decimal states it, else cut once at 24 places", () => {
    const third = quotient(new Decimal(1), new Decimal(3));
    expect(roundedQuotient(third).toFixed()).toBe(`0.${"3".repeat(24)}`);
    expect(roundedQuotient(third.times(3)).toFixed(20)).toBe(`1.${"0".repeat(20)}`);
    const long = new Decimal(`0.${"1".repeat(60)}`);
    expect(roundedQuotient(long).eq(long)).toBe(true);
    expect(roundedQuotient(new Decimal(`0.${"1".repeat(61)}`)).toFixed()).toBe(`0.${"1".repeat(24)}`);
    expect(divide(new Decimal(2), new Decimal(3), "x").toFixed()).toBe(`0.${"6".repeat(23)}7`);
    expect(errorOf(() => divide(new Decimal(2), new Decimal(0), "x")).code).toBe("division-by-zero");
  });
});
