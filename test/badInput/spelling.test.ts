import fc from "fast-check";
import { defineBaselineColumns } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { isWithinOneSlip, slipsBetween } from "../../src/internal/nearestSpelling.js";
import { refusal } from "../support/refusal.js";

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

  it("is looked for in what is told, and not in the hundred thousand beside it", () => {
    const gdp = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`Chinx${at}`, "1"]));
    const input = { id: "x", title: "x", year: 2024, currency: "USD", priceYear: 2024, sources: [], gdp };
    // The refusal itself must take less than a second.
    const { issues } = refusal(() => defineBaselineColumns({ ...input, flows: {} } as never));
    expect(issues.length).toBeLessThanOrEqual(100);
  });
});
