import { accounting, assumeFreeTrade, baselineTotals, januaryScenarios } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { usImports2024 } from "../../src/data/us-imports-2024/index.js";
import { world2023 } from "../../src/data/world-2023/index.js";
import { errorOf } from "../support/errorOf.js";

describe("assumeFreeTrade", () => {
  it.each([world2023, usImports2024])("keeps the trade and sets the duties to zero: $id", (baseline) => {
    const before = JSON.stringify(baseline);
    const free = assumeFreeTrade(baseline);
    expect(free.columns.customsValue).toEqual(baseline.columns.customsValue);
    expect(free.columns.duties!.length).toBe(baseline.columns.customsValue.length);
    for (const by of ["all", "importer", "exporter"] as const) {
      for (const { duties, effectiveRate } of baselineTotals({ baseline: free, by })) {
        expect(duties.amount).toBe("0");
        expect(effectiveRate).toBe("0%");
      }
    }
    expect(JSON.stringify(baseline)).toBe(before);
    expect(Object.isFrozen(free.columns.duties) && Object.isFrozen(free.sources)).toBe(true);
    expect(free.gdp).toEqual(baseline.gdp);
  });

  it("says so, once, in every result", () => {
    const free = assumeFreeTrade(assumeFreeTrade(usImports2024));
    expect(free.sources.map(({ id }) => id)).toEqual(["census-2024", "assumed-free-trade"]);
    const { sources, baseline } = accounting({ baseline: free, scenario: januaryScenarios.china10 });
    expect(sources.some(({ id }) => id === "assumed-free-trade")).toBe(true);
    expect(baseline).toBe("us-imports-2024-free-trade");
  });

  it("refuses what did not come through its door", () => {
    for (const value of [null, undefined, 5, {}, { ...usImports2024 }, []]) {
      expect(errorOf(() => assumeFreeTrade(value as never))).toEqual({
        name: "TariffError",
        code: "not-defined",
        path: "baseline",
      });
    }
  });
});
