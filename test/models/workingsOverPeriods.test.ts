import {
  accounting,
  defineBaseline,
  defineScenario,
  type Outcome,
  partialEquilibrium,
  type Scenario,
  type Step,
  workingOf,
  workingText,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";
import { generalEquilibrium, ignatenko2025EatonKortum } from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { add, fourFlows } from "../support/steps.js";

const scenario = (...steps: Step[]): Scenario =>
  defineScenario({
    id: "s",
    title: "s",
    evaluate: { over: { from: "2025-01-01", to: "2025-12-31" }, statuses: "any-status" },
    steps,
  } as never);
const laws = scenario(
  add("china", { exporters: ["CHN"], dates: { effective: "2025-07-01" } }),
  add("mexico", { exporters: ["MEX"], rate: "25%", dates: { effective: "2025-03-01" } }),
  add("animals", { exporters: ["AUS"], products: ["01"], dates: { effective: "2025-01-01" } }),
);
const elasticities = {
  substitutionElasticity: 2,
  importDemandElasticity: -1,
  exportSupplyElasticity: "infinite",
} as const;
const ofChina = (outcome: Outcome) =>
  workingOf(outcome, { dimension: "exporter", key: "CHN", indicator: "additionalDuties" });

describe("a working over a period", () => {
  it.each([
    ["accounting", () => accounting({ baseline: usImports2024, scenario: laws })],
    [
      "partial",
      () => partialEquilibrium({ baseline: usImports2024, scenario: laws, assumptions: elasticities }),
    ],
  ] as const)("%s names the steps of the partner alone, and explains a day on which they apply", (_, run) => {
    const working = ofChina(run());
    expect(working.measures.map(({ id }) => id)).toEqual(["china"]);
    const rate = working.contributions[0]?.rate;
    expect(rate?.query.on).toBe("2025-07-01");
    expect(rate?.steps.find(({ id }) => id === "china")?.outcome).toBe("applied");
    expect(working.formula).toContain("duties weighted by days from 2025-01-01 to 2025-12-31");
    expect(workingText(working)).not.toContain("not yet in force");
  });
});

describe("workings of the world with weights that tell goods apart", () => {
  it("exist for every row, with the steps that reach it", () => {
    const outcome = generalEquilibrium({
      baseline: world2023,
      scenario: laws,
      assumptions: {
        parameters: ignatenko2025EatonKortum,
        revenueUse: "lumpSumRebate",
        deficits: "fixedToWorldIncome",
        weights: usImports2024,
      },
    });
    const rows = outcome.rows.filter(({ key }) => ["all", "USA", "AUS", "DEU"].includes(key));
    for (const { dimension, key, indicator, after } of rows)
      expect(workingOf(outcome, { dimension, key, indicator }).after, `${key} ${indicator}`).toEqual(after);
    const working = workingOf(outcome, { dimension: "importer", key: "USA", indicator: "duties" });
    expect(working.measures.map(({ id }) => id)).toContain("mexico");
    expect(working.contributions[0]?.rate).toBeNull();
  });
});

describe("the working of a duty per unit", () => {
  it("explains the rate of each flow by its own quantity", () => {
    const line = { importer: "USA", exporter: "CHN", customsValue: "100", duties: "1" };
    const baseline = defineBaseline({
      ...fourFlows,
      flows: [
        { ...line, product: "87032101", quantities: [{ amount: "50", unit: "kg" }] },
        { ...line, product: "87032102", quantities: [{ amount: "0.2", unit: "tonne" }] },
      ],
    } as never);
    const { rate: _, ...step } = add("unit", { dates: { effective: "2025-01-01" } });
    const outcome = accounting({
      baseline,
      scenario: scenario({
        ...step,
        duty: { sum: [{ amount: "0.1", currency: "USD", per: "kg" }, "5%"] },
      } as Step),
    });
    const working = workingOf(outcome, { dimension: "all", key: "all", indicator: "additionalDuties" });
    // 200 kg at 0.1 and 5 % of 100; 50 kg at 0.1 and 5 %; each with the 1 % of before.
    expect(working.contributions.map(({ rate }) => rate?.rate)).toEqual(["26%", "11%"]);
  });
});
