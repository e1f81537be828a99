import * as fc from "fast-check";
import {
  addMoney,
  allocateMoney,
  convertMoney,
  createMoney,
  type DecimalText,
  dutyOn,
  type Money,
  type RoundingMode,
  roundMoney,
  subtractMoney,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { freeze } from "../support/freeze.js";
import { expectRefusal } from "../support/refusal.js";

const usd = (amount: string, priceYear = 2024) =>
  createMoney({ amount: amount as DecimalText, currency: "USD", priceYear });
const cents = (money: Money) => {
  const [whole = "", fraction = ""] = money.amount.split(".");
  return BigInt(whole + fraction.padEnd(2, "0"));
};

describe("money", () => {
  it("is kept to the digit, without trailing zeros, frozen", () => {
    const money = createMoney(
      freeze({ amount: "0012.3400", currency: "USD", priceYear: 2024 }) as Money<"USD">,
    );
    expect(money).toEqual({ amount: "12.34", currency: "USD", priceYear: 2024 });
    expect(Object.isFrozen(money)).toBe(true);
    expect(usd("-0").amount).toBe("0");
  });

  it("adds and subtracts where float64 would not: 0.1 + 0.2, and 30 digits", () => {
    expect(addMoney(usd("0.1"), usd("0.2")).amount).toBe("0.3");
    expect(addMoney(usd("123456789012345678901234567890"), usd("0.01")).amount).toBe(
      "123456789012345678901234567890.01",
    );
    expect(subtractMoney(usd("1"), usd("1.01")).amount).toBe("-0.01");
  });

  it("refuses another currency, and another price year", () => {
    const pounds = createMoney({ amount: "1", currency: "GBP", priceYear: 2024 }) as unknown as Money<"USD">;
    expectRefusal(() => addMoney(usd("1"), pounds), "currency-mismatch", "second");
    expectRefusal(() => subtractMoney(usd("1"), pounds), "currency-mismatch", "second");
    expectRefusal(() => addMoney(usd("1"), usd("1", 2023)), "price-year-mismatch", "second");
  });

  it.each([
    ["1e5", "not-a-decimal"],
    ["1e999999", "not-a-decimal"],
    ["1,000", "not-a-decimal"],
    ["0x10", "not-a-decimal"],
    ["", "not-a-decimal"],
    [" 1", "not-a-decimal"],
    ["NaN", "not-a-decimal"],
    ["Infinity", "not-a-decimal"],
    ["9".repeat(31), "not-a-decimal"],
    [5, "wrong-type"],
  ] as const)("refuses the amount %s", (amount, code) => {
    expectRefusal(
      () => createMoney({ amount: amount as "1", currency: "USD", priceYear: 2024 }),
      code,
      "amount",
    );
  });

  it("refuses what is no currency and no year", () => {
    const make = (changes: object) => () =>
      createMoney({ amount: "1", currency: "USD", priceYear: 2024, ...changes });
    expectRefusal(make({ currency: "usd" }), "not-a-currency", "currency");
    expectRefusal(make({ currency: "DOLLAR" }), "not-a-currency", "currency");
    expectRefusal(make({ priceYear: 2024.5 }), "not-a-year", "priceYear");
    expectRefusal(make({ priceYear: "2024" }), "not-a-year", "priceYear");
    expectRefusal(make({ bogus: 1 }), "unknown-key", "bogus");
    expectRefusal(() => createMoney({ amount: "1", currency: "USD" } as never), "missing-key", "priceYear");
  });

  it("converts by multiplication and keeps the price year", () => {
    expect(convertMoney(usd("80", 2023), { to: "GBP", exchangeRate: "0.795" })).toEqual({
      amount: "63.6",
      currency: "GBP",
      priceYear: 2023,
    });
    for (const exchangeRate of ["0", "-1"] as const)
      expectRefusal(
        () => convertMoney(usd("1"), { to: "GBP", exchangeRate }),
        "out-of-range",
        "exchangeRate",
      );
  });

  it("takes a duty without rounding it", () => {
    expect(dutyOn(usd("14172.01"), "2.9%")).toEqual({
      amount: "410.98829",
      currency: "USD",
      priceYear: 2024,
    });
    expect(dutyOn(usd("100"), "-100%").amount).toBe("-100");
  });
});

describe("rounding", () => {
  // 0.125 and -0.125 to two places, by each mode.
  it.each([
    ["half-even", "0.12", "-0.12"],
    ["half-away-from-zero", "0.13", "-0.13"],
    ["half-towards-zero", "0.12", "-0.12"],
    ["towards-zero", "0.12", "-0.12"],
    ["away-from-zero", "0.13", "-0.13"],
    ["towards-positive", "0.13", "-0.12"],
    ["towards-negative", "0.12", "-0.13"],
  ] as const)("%s", (rounding, up, down) => {
    expect(roundMoney(usd("0.125"), { places: 2, rounding }).amount).toBe(up);
    expect(roundMoney(usd("-0.125"), { places: 2, rounding }).amount).toBe(down);
  });

  it("tells half-even from half-away by the digit before", () => {
    expect(roundMoney(usd("0.135"), { places: 2, rounding: "half-even" }).amount).toBe("0.14");
  });

  it("refuses what it does not know", () => {
    const round = (rounding: unknown) => () => roundMoney(usd("1"), rounding as never);
    expectRefusal(round({ places: 2, rounding: "bankers" }), "unknown-rounding", "rounding.rounding");
    expectRefusal(
      round({ places: 2, rounding: "toString" as RoundingMode }),
      "unknown-rounding",
      "rounding.rounding",
    );
    expectRefusal(round({ places: 31, rounding: "half-even" }), "out-of-range", "rounding.places");
    expectRefusal(round({ places: -1, rounding: "half-even" }), "out-of-range", "rounding.places");
    expectRefusal(round({ places: 2 }), "missing-key", "rounding.rounding");
    expectRefusal(round(undefined), "wrong-type", "rounding");
  });
});

describe("allocation", () => {
  it("gives what is left over to the largest remainders, the earlier first", () => {
    const divide = (amount: string, ...weights: DecimalText[]) =>
      allocateMoney(usd(amount), { weights, places: 2 }).map((part) => part.amount);
    expect(divide("0.05", "3", "7")).toEqual(["0.02", "0.03"]);
    expect(divide("0.02", "1", "1", "1")).toEqual(["0.01", "0.01", "0"]);
    expect(divide("-1", "1", "1", "1")).toEqual(["-0.34", "-0.33", "-0.33"]);
    expect(divide("1", "0", "1")).toEqual(["0", "1"]);
    expect(divide("10", "1", "6", "2")).toEqual(["1.11", "6.67", "2.22"]);
  });

  // Quotients that do not end: the remainders are equal, and a rounded quotient would not show it.
  it("breaks ties by place where quotients do not end", () => {
    const divide = (amount: string, places: number, ...weights: DecimalText[]) =>
      allocateMoney(usd(amount), { weights, places }).map((part) => part.amount);
    expect(divide("2", 0, "4", "1", "1")).toEqual(["2", "0", "0"]);
    expect(divide("0.02", 2, "4", "1", "1")).toEqual(["0.02", "0", "0"]);
    expect(divide("-2", 0, "4", "1", "1")).toEqual(["-2", "0", "0"]);
    expect(divide("2", 0, "0.4", "0.1", "0.1")).toEqual(["2", "0", "0"]);
    expect(divide("299.00", 2, "265.09", "0", "33.91")).toEqual(["265.09", "0", "33.91"]);
    expect(divide("99.99", 2, "75", "25")).toEqual(["74.99", "25"]);
    expect(divide("613", 0, "98", "92", "98", "123", "102", "92")).toEqual([
      "99",
      "93",
      "99",
      "125",
      "104",
      "93",
    ]);
  });

  it("always adds up, and no part is a unit or more away from its share", () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 });
    const weights = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((one) => one > 0));
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const money = usd((total / 100).toFixed(2));
        const parts = allocateMoney(money, { weights: list.map(String) as DecimalText[], places: 2 });
        expect(parts.reduce((sum, part) => sum + cents(part), 0n)).toBe(cents(money));
        const all = list.reduce((sum, one) => sum + one, 0);
        parts.forEach((part, index) => {
          expect(Math.abs(Number(cents(part)) - (total * (list[index] ?? 0)) / all)).toBeLessThan(1.000001);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("refuses weights that cannot divide, and an amount finer than its places", () => {
    const divide =
      (weights: unknown, places = 2) =>
      () =>
        allocateMoney(usd("1.005"), { weights: weights as DecimalText[], places });
    expectRefusal(divide([], 3), "cannot-allocate", "weights");
    expectRefusal(divide(["0", "0"], 3), "cannot-allocate", "weights");
    expectRefusal(divide(["2", "-1"], 3), "cannot-allocate", "weights");
    expectRefusal(divide(["1", "x"], 3), "not-a-decimal", "weights[1]");
    expectRefusal(divide(["1"]), "cannot-allocate", "money.amount");
    expectRefusal(divide(["1"], 31), "out-of-range", "places");
    expectRefusal(divide(Array(100_001).fill("1"), 3), "too-long", "weights");
  });
});
