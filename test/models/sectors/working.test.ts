import { januaryScenarios, workingMarkdown, workingOf, workingText } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import { sectoralEquilibrium } from "tariff-whatif/sectors";
import { describe, expect, it } from "vitest";

const outcome = sectoralEquilibrium({
  baseline: usImports2024,
  scenario: januaryScenarios.chinaMexicoCanada,
  assumptions: {
    figures: worldSectors2011,
    baselineTariffs: "none",
    deficits: "ofTheData",
    weights: "baseline",
  },
});

const numeric = (quantity: unknown) =>
  Number.parseFloat(typeof quantity === "string" ? quantity : (quantity as { amount: string }).amount);

describe("the working of sectors", () => {
  it("tells how each number came about, and trade adds up", () => {
    const wanted = outcome.rows.filter(({ key }) => ["all", "USA", "MEX", "CHN"].includes(key));
    expect(wanted.length).toBeGreaterThan(20);
    for (const row of wanted) {
      const { dimension, key, indicator } = row;
      const working = workingOf(outcome, { dimension, key, indicator });
      expect(working.formula, indicator).toContain("=");
      expect(working.residual).toBe(outcome.equilibrium.residual);
      expect(working.equations).toHaveLength(5);
      if (indicator !== "customsValue") continue;
      const sum =
        working.contributions.reduce((total, { contribution }) => total + numeric(contribution), 0) +
        numeric(working.others?.contribution);
      const change = numeric(row.after) - numeric(row.before);
      expect(Math.abs(sum / change - 1), `${dimension} ${key}`).toBeLessThan(1e-9);
    }
  });

  it("puts values into the formula of welfare that give it", () => {
    const { values, after, withValues } = workingOf(outcome, {
      dimension: "importer",
      key: "MEX",
      indicator: "welfare",
    });
    const value = (name: string) => numeric(values.find((each) => each.name === name)?.value);
    const welfare =
      value("final use after") / value("final use before") / (1 + value("consumer prices") / 100) - 1;
    expect(Math.abs(100 * welfare - numeric(after))).toBeLessThan(1e-9);
    expect(withValues).toContain("USD");
    expect(values.some(({ name }) => name.startsWith("terms of trade with"))).toBe(true);
  });

  it("names the duties by sector, and the tariff of a flow", () => {
    const duties = workingOf(outcome, { dimension: "importer", key: "USA", indicator: "duties" });
    const parts = duties.values.filter(({ name }) => name.startsWith("duties on"));
    expect(parts.length).toBeGreaterThan(3);
    const trade = workingOf(outcome, { dimension: "importer", key: "USA", indicator: "customsValue" });
    expect(trade.contributions[0]?.name).toMatch(/^(Mexico|Canada|China) to United States, .*% more duty$/);
    expect(workingText(trade)).toContain("trade balance");
    expect(workingMarkdown(trade)).toContain("customs value after");
  });
});
