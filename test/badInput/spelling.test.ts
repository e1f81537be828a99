import fc from "fast-check";
import { defineBaselineColumns } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { isWithinOneSlip, slipsBetween } from "../../src/internal/nearestSpelling.js";
import { expectRefusal, refusal } from "../support/refusal.js";

describe("a slip of the hand", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

  it("is one where the table of slips says so", () => {
    fc.assert(
      fc.property(word, word, (text, name) => {
        expect(isWithinOneSlip(text, name)).toBe(slipsBetween(text, name) <= 1);
      }),
      { numRuns: 5000 },
    );
  });

  it("is looked for in ten thousand keys in less than a second, and more are refused unread", () => {
    const wrong = (keys: number) =>
      defineBaselineColumns({
        ...{ id: "x", title: "x", year: 2024, currency: "USD", priceYear: 2024 },
        sources: [{ id: "a", title: "a", publisher: "a", licence: "a", note: "a" }],
        gdp: Object.fromEntries(Array.from({ length: keys }, (_, at) => [`Chinx${at}`, "1"])),
        ...{ importers: ["USA"], exporters: ["CHN"], products: ["87"] },
        columns: { importer: [0], exporter: [0], product: [0], customsValue: ["1"], duties: ["0"] },
      } as never);
    expect(refusal(() => wrong(10_000)).issues.map(({ code }) => code)).toEqual(
      Array.from({ length: 100 }, () => "unknown-economy"),
    );
    expectRefusal(() => wrong(10_001), "too-long", "gdp");
  });
});
