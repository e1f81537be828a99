import { addMoney, createMoney, type Money, parseRate, roundMoney } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { readNonNegative } from "../../src/exact/decimal.js";
import {
  decimalText,
  fixedText,
  ratioOfScaled,
  readScaled,
  writeScaledText,
} from "../../src/exact/scaled.js";
import { expectRefusal } from "../support/refusal.js";

const adviceOf = (run: () => unknown, code: Parameters<typeof expectRefusal>[1]) =>
  expectRefusal(run, code).advice;
const unit = 'Write the rate with its unit, for example "25%".';

describe("what to write for a rate", () => {
  it.each(["Free", " free ", "EX", "exempt", "nil", "zero", "duty free", "duty-free", "Duty-Free"])(
    "%j is 0%%, or a text of a schedule",
    (text) => {
      expect(adviceOf(() => parseRate(text), "not-a-rate")).toMatch(
        /^Write a duty-free rate as "0%"; parseDutyExpression/,
      );
    },
  );

  it.each([
    ["25", 'Write the rate with its unit: "25%".'],
    [" 25 ", 'Write the rate with its unit: "25%".'],
    [25, 'Write the rate with its unit: "25%".'],
    [0, 'Write the rate with its unit: "0%".'],
    [1, 'Write the rate with its unit: "1%".'],
    [-1, 'Write the rate with its unit: "-1%".'],
    [0.25, 'Write the rate with its unit: "0.25%" or, if 0.25 is a fraction, "25%".'],
    ["-0.07", 'Write the rate with its unit: "-0.07%" or, if -0.07 is a fraction, "-7%".'],
    ["123456.123456789", 'Write the rate with its unit: "123456.123456789%".'],
    ["1234567", unit],
    ["1.1234567891", unit],
    ["x25", unit],
    ["25x", unit],
    ["2x.5", unit],
    ["1.x", unit],
    ["", unit],
    ["freely", unit],
    ["not free", unit],
    [undefined, unit],
    [null, unit],
    [{}, unit],
  ])("%j: %s", (text, advice) => {
    const code = typeof text === "string" || typeof text === "number" ? "not-a-rate" : "wrong-type";
    expect(adviceOf(() => parseRate(text as string), code)).toBe(advice);
  });

  it("takes a rate of 96 signs and none of 97", () => {
    const long = (places: number) => `${"1".repeat(30)}.${"2".repeat(places)}%`;
    expect(parseRate(long(60))).toHaveLength(92);
    expectRefusal(() => parseRate(long(61)), "not-a-rate");
  });
});

describe("what to write for an amount", () => {
  const of = (amount: unknown) => () =>
    createMoney({ amount: amount as "1", currency: "USD", priceYear: 2024 });

  it.each([
    ["25%", '"0.25" for 25 %.'],
    ["-12.5 %", '"-0.125" for -12.5 %.'],
    ["7%", '"0.07" for 7 %.'],
  ])("%j is a share of %s", (text, ending) => {
    expect(adviceOf(of(text), "not-a-decimal")).toMatch(/ A share is written as a fraction: /);
    expect(adviceOf(of(text), "not-a-decimal").endsWith(ending)).toBe(true);
  });

  it.each(["x25%", "25%x", "2x%", "2.x%", "25 percent", `${"1".repeat(40)}%`, "25  %"])(
    "%j is no share",
    (text) => {
      expect(adviceOf(of(text), "not-a-decimal")).not.toMatch(/fraction/);
    },
  );

  it("tells a number from a text, and refuses what is below zero where it must not be", () => {
    expect(adviceOf(of(5), "wrong-type")).toMatch(/pass "5" as text\.$/);
    expect(adviceOf(of(5n), "wrong-type")).toMatch(/pass "5" as text\.$/);
    expect(adviceOf(of(true), "wrong-type")).not.toMatch(/as text/);
    expect(readNonNegative("0", "x").toFixed()).toBe("0");
    expectRefusal(() => readNonNegative("-0.01", "x"), "out-of-range", "x");
  });

  it("refuses a plain number, text or big integer where money is wanted, and says money", () => {
    const money: Money = createMoney({ amount: "1", currency: "USD", priceYear: 2024 });
    for (const value of [5, "5", 5n])
      expect(adviceOf(() => addMoney(money, value as never), "wrong-type")).toMatch(
        /^Pass money with its currency/,
      );
    expectRefusal(
      () => roundMoney({ ...money, amount: "x" as "1" }, { places: 2, rounding: "half-even" }),
      "not-a-decimal",
    );
  });
});

describe("scaled integers as text", () => {
  it.each([
    [0n, 2, "0", "0.00"],
    [5n, 0, "5", "5"],
    [-5n, 3, "-0.005", "-0.005"],
    [1200n, 2, "12", "12.00"],
    [-1250n, 3, "-1.25", "-1.250"],
    [100n, 0, "100", "100"],
  ])("%s units of 10^-%i are %s, with all places %s", (units, places, short, fixed) => {
    expect(decimalText(units, places)).toBe(short);
    expect(decimalText(Number(units), places)).toBe(short);
    expect(fixedText(units, places)).toBe(fixed);
    expect(writeScaledText({ units, places })).toBe(short);
  });

  it("takes places below zero as tens, and rounds ties of either sign to even", () => {
    expect(writeScaledText({ units: 12n, places: -2 })).toBe("1200");
    expect(writeScaledText({ units: -12n, places: -1 })).toBe("-120");
    const half = (units: string) =>
      writeScaledText(ratioOfScaled(readScaled(units), readScaled("2000000000000000000000000")));
    expect([half("-1"), half("-3"), half("5")]).toEqual([
      "0",
      "-0.000000000000000000000002",
      "0.000000000000000000000002",
    ]);
    const fine = { units: 10n ** 30n, places: 30 };
    expect(writeScaledText(ratioOfScaled(fine, { units: 4n, places: 0 }))).toBe("0.25");
    expect(writeScaledText(ratioOfScaled(fine, { units: -4n, places: 0 }))).toBe("-0.25");
  });
});
