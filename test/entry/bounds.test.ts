import {
  assessEntry,
  type EntryMeasure,
  evaluateDutyExpression,
  merchandiseProcessingFee,
} from "tariff-whatif/entry";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";

const rounding = { amount: { to: "0.01", mode: "half-away-from-zero" } } as const;
const duty = { authority: "b", kind: "duty", per: "line", rate: "5%", base: ["customs value"] } as const;
const first = { ...duty, authority: "a", rate: "15%" } as const;
const fixed = { authority: "b", kind: "duty", per: "line", amount: "7" } as const;
const sheetOf = (measures: readonly EntryMeasure[], line: object = {}, value = "1000") =>
  assessEntry({
    entry: {
      id: "1",
      day: "2025-03-03",
      currency: "USD",
      lines: [{ id: "1", value: value as "1", ...line }],
    },
    measures,
    rounding,
  });
const lastOf = (...asked: Parameters<typeof sheetOf>) => {
  const { exact, notes } = sheetOf(...asked).charges.at(-1) ?? {};
  return [exact, notes];
};

describe("a least", () => {
  it("is not charged on what gives way", () => {
    const measures = [first, { ...duty, yieldsTo: ["a"], least: "25" }] as const;
    expect(lastOf(measures)).toEqual(["0", ["gives way to a"]]);
    expect(lastOf([{ ...first, rate: "Free" }, measures[1]])).toEqual(["50", []]);
    expect(lastOf([{ ...first, rate: "Free" }, measures[1]], {}, "100")).toEqual(["25", ["least 25"]]);
  });
  it("lies below a ceiling on several authorities", () => {
    const under = (greatest: "15%" | "16%") =>
      lastOf([first, { ...duty, rate: "1%", ceiling: { greatest, with: ["a"] }, least: "25" }]);
    expect(under("15%")).toEqual(["0", ["least 25", "ceiling of 15% with a"]]);
    expect(under("16%")).toEqual(["10", ["least 25", "ceiling of 16% with a"]]);
  });
  it.each(["Free", "0%", "5% (01 JAN - 28 FEB), Free (01 MAR - 31 DEC)"])("is not charged on %s", (rate) => {
    expect(lastOf([{ ...duty, rate, least: "25" }])).toEqual(["0", []]);
    const claimed = { ...duty, preferences: { KR: rate }, least: "25" } as const;
    expect(lastOf([claimed], { claims: ["KR"] })).toEqual(["0", []]);
  });
  it("of the processing fee is due on an entry without a value too", () => {
    const fee = merchandiseProcessingFee({ day: "2025-03-03", entry: "formal", exemptClaims: [] });
    expect(lastOf([fee], {}, "0")).toEqual(["32.71", ["least 32.71"]]);
  });
});

describe("amounts in another currency than the entry's", () => {
  const fee = (entry: "formal" | "informal") =>
    merchandiseProcessingFee({ day: "2025-03-03", entry, exemptClaims: [] });
  const inEuro = (measure: EntryMeasure, exchange: Parameters<typeof assessEntry>[0]["exchange"]) =>
    assessEntry({
      entry: { id: "1", day: "2025-03-03", currency: "EUR", lines: [{ id: "1", value: "1000" }] },
      measures: [measure],
      rounding,
      ...(exchange === undefined ? {} : { exchange }),
    }).total;
  const exchange = [{ one: "EUR", is: "1.25", of: "USD" }] as const;
  it("are converted, exactly", () => {
    expect(inEuro(fee("formal"), exchange)).toEqual({ exactly: "26.17" }); // 32.71 / 1.25 = 26.168
    expect(inEuro(fee("informal"), exchange)).toEqual({ exactly: "2.10" }); // 2.62 / 1.25 = 2.096
    expect(inEuro({ ...duty, greatest: "50", currency: "USD" }, exchange)).toEqual({ exactly: "40.00" });
  });
  it("are refused without a rate, and written as they are in their own", () => {
    expect(errorOf(() => inEuro(fee("formal"), undefined))).toMatchObject({
      code: "no-exchange-rate",
      path: "measures[0].currency",
    });
    expect(errorOf(() => inEuro({ ...duty, least: "5", currency: "euro" }, undefined)).code).toBe(
      "not-a-currency",
    );
    expect(lastOf([fee("formal")])).toEqual(["32.71", ["least 32.71"]]);
  });
});

describe("a charge inside its own base", () => {
  const inside = { ...duty, insideItsBase: true } as const;
  it.each([
    ["22%", "220"],
    [{ ratio: "22/100" }, "220"],
    [{ ratio: "1/3" }, "390"],
    ["Free", "0"],
  ] as const)("at %o of 780", (rate, exact) => {
    expect(lastOf([{ ...inside, rate }], {}, "780")[0]).toBe(exact);
  });
  it("is a range where the rate is one", () => {
    const rate = { unknown: "rate of the state", least: "17%", greatest: "22%" } as const;
    expect(sheetOf([{ ...inside, rate }], {}, "780").total).toEqual({ atLeast: "159.76", atMost: "220.00" });
  });
  it("is no whole and no amount per unit", () => {
    for (const rate of ["100%", { ratio: "1/1" }, "2¢/kg"] as const)
      expect(errorOf(() => sheetOf([{ ...inside, rate }], { quantities: { kg: "1" } })).code).toBe(
        "out-of-range",
      );
  });
});

describe("what would be passed over is refused", () => {
  const onEntry = { ...duty, per: "entry" } as const;
  const ceiling = { greatest: "15%", with: ["a"] } as const;
  const quota = { ...duty, rate: { quota: "q", within: "1%", over: "9%" } } as const;
  it.each<readonly [path: string, EntryMeasure]>([
    ["preferences", { ...onEntry, preferences: { KR: "Free" } }],
    ["yieldsTo", { ...onEntry, yieldsTo: ["a"] }],
    ["ceiling", { ...onEntry, ceiling }],
    ["rate", { ...onEntry, rate: { byLine: { "1": "5%" } } }],
    ["rate", { ...quota, per: "entry" }],
    ["rate", { ...onEntry, rate: "2¢/kg" }],
    ["rate", { ...onEntry, rate: "5% on the case" }],
    ["preferences", { ...fixed, preferences: { KR: "Free" } }],
    ["yieldsTo", { ...fixed, yieldsTo: ["a"] }],
    ["ceiling", { ...fixed, ceiling }],
    ["least", { ...fixed, least: "9" }],
    ["greatest", { ...fixed, greatest: "5" }],
    ["insideItsBase", { ...fixed, insideItsBase: true }],
    ["least", { ...quota, least: "9" }],
    ["greatest", { ...quota, greatest: "9" }],
  ])("%s of %o", (path, measure) => {
    const line = { claims: ["KR"], quantities: { kg: "1" }, values: { "the case": "1" } };
    expect(errorOf(() => sheetOf([{ ...first, exemptClaims: ["KR"] }, measure], line))).toMatchObject({
      code: "conflicting-keys",
      path: `measures[1].${path}`,
    });
  });
  it("a least above the greatest", () => {
    expect(errorOf(() => sheetOf([{ ...duty, least: "25", greatest: "10" }]))).toMatchObject({
      code: "out-of-range",
      path: "measures[0].least",
    });
  });
});

describe("codes", () => {
  const cars = { ...duty, products: ["870323"] } as const;
  const table = { ...duty, rate: { byProduct: { "8703": "2%", "870323": "3%", "87032301": "4%" } } } as const;
  it.each([
    [cars, "87032301", "50"],
    [cars, "870323", "50"],
    [table, "8703230110", "40"],
    [table, "87032301", "40"],
    [table, "8703.23.90", "30"],
    [table, "87032400", "20"],
  ] as const)("of %o reach %s", (measure, product, exact) => {
    expect(lastOf([measure], { product })[0]).toBe(exact);
  });
  it.each([
    [cars, "8703"],
    [cars, "87"],
    [table, "870323"],
    [table, "8703"],
  ] as const)("of %o are refused for %s, which may be of them or not", (measure, product) => {
    const { code, path } = errorOf(() => sheetOf([measure], { product }));
    expect([code, path]).toEqual(["missing-fact", "entry.lines[0].product"]);
  });
  it("are not passed over where they are other ones", () => {
    expect(sheetOf([cars], { product: "8704" }).notCharged).toHaveLength(1);
  });
  it("that stand in a table twice are refused", () => {
    const rate = { byProduct: { "8703.23": "1%", "870323": "3%" } } as const;
    expect(errorOf(() => sheetOf([{ ...duty, rate }], { product: "87032301" })).code).toBe(
      "overlapping-scope",
    );
  });
});

describe("a part of a good", () => {
  const watch = { ...duty, rate: "4% on the case + 9% on the strap" } as const;
  const exactOf = (theCase: string, value = "1000") =>
    lastOf([watch], { values: { "the case": theCase, "the strap": "100" } }, value)[0];
  it("may be worth the whole, and no more", () => {
    expect(exactOf("1000")).toBe("49");
    expect(exactOf("1000.40", "1000.40")).toBe("49.016");
    const { code, path } = errorOf(() => exactOf("1000.01"));
    expect([code, path]).toEqual(["shares-do-not-add-up", "entry.lines[0].values.the case"]);
    const evaluated = () =>
      evaluateDutyExpression({ text: watch.rate, currency: "USD", value: "9", values: { "the case": "10" } });
    expect(errorOf(evaluated)).toMatchObject({ code: "shares-do-not-add-up", path: "values.the case" });
  });
});
