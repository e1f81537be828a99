import { januaryScenarios, workingMarkdown, workingOf, workingText } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { consumerPrices } from "tariff-whatif/prices";
import { describe, expect, it } from "vitest";
import { smallAssumptions } from "../../support/smallTables.js";

const numeric = (quantity: unknown) =>
  Number.parseFloat(typeof quantity === "string" ? quantity : (quantity as { amount: string }).amount);

const outcomeWith = (change: object) =>
  consumerPrices({
    baseline: usImports2024,
    scenario: januaryScenarios.chinaMexicoCanadaEnergy10,
    assumptions: smallAssumptions({ tables: usPrices2023, ...change }),
  });

describe("the working of consumer prices", () => {
  it.each([
    ["imports only", {}],
    ["margins in percent", { margins: "percent" }],
    ["with domestic producers who follow", { domesticFollowers: { share: 0.3, source: "a test" } }],
  ] as const)("adds up to every number, %s", (_, change) => {
    const outcome = outcomeWith(change);
    const wanted = outcome.rows.filter(
      ({ dimension, key }) => dimension !== "commodity" || ["3361MV", "334", "211", "Used"].includes(key),
    );
    expect(wanted.length).toBeGreaterThan(100);
    for (const row of wanted) {
      const { dimension, key, indicator } = row;
      const { contributions, others, values, residual, equations } = workingOf(outcome, {
        dimension,
        key,
        indicator,
      });
      expect(equations).toHaveLength(1);
      expect(residual).toBeLessThan(1e-12);
      if (others === null) continue;
      const after = numeric(row.after);
      const sum =
        contributions.reduce((total, { contribution }) => total + numeric(contribution), 0) +
        numeric(others.contribution);
      const parts = values.slice(0, 3).reduce((total, { value }) => total + numeric(value), 0);
      const allowed = 1e-9 * Math.max(1, Math.abs(after));
      expect(Math.abs(sum - after), `${dimension} ${key} ${indicator}`).toBeLessThan(allowed);
      expect(Math.abs(parts - after), `${dimension} ${key} ${indicator}`).toBeLessThan(allowed);
    }
  });

  it("goes down to the flow and the law behind the price of new cars", () => {
    const working = workingOf(outcomeWith({}), {
      dimension: "consumptionLine",
      key: "5",
      indicator: "consumerPrices",
    });
    expect(working.contributions[0]?.name).toBe("Mexico to United States, Motor vehicles");
    expect(working.contributions[0]?.rate?.steps.some(({ outcome }) => outcome === "applied")).toBe(true);
    expect(working.values[3]?.name).toBe("Motor vehicles, bodies and trailers, and parts");
    expect(workingText(working)).toContain("imported inputs");
    expect(workingMarkdown(working)).toContain("industry prices");
  });

  it("tells what a number after substitution is made from", () => {
    const outcome = outcomeWith({
      substitution: { betweenCategories: 0.8, betweenOrigins: 2, source: "a test" },
    });
    const { values, withValues } = workingOf(outcome, {
      dimension: "all",
      key: "all",
      indicator: "consumerPricesAfterSubstitution",
    });
    expect(values.map(({ name }) => name)).toContain("substitution triangle");
    expect(withValues).toContain("all items before substitution");
  });
});
