import { bind, januaryScenarios } from "tariff-whatif";
import { world2023 } from "tariff-whatif/data/world-2023";
import { uncertainty } from "tariff-whatif/uncertainty";
import { generalEquilibrium, ignatenko2025EatonKortum, worldEvaluator } from "tariff-whatif/world";
import { describe, expect, it } from "vitest";

const assumptions = {
  parameters: ignatenko2025EatonKortum,
  revenueUse: "lumpSumRebate",
  deficits: "fixedToWorldIncome",
  weights: "none",
} as const;
const { tradeElasticity: _, ...withoutElasticity } = ignatenko2025EatonKortum;

describe("worldEvaluator", () => {
  const european = worldEvaluator({
    baseline: world2023,
    scenario: januaryScenarios.europeanUnion,
    assumptions,
  });

  it("gives what the model gives, for a fraction and for a rate with its unit", () => {
    const { equilibrium } = generalEquilibrium({
      baseline: world2023,
      scenario: bind(januaryScenarios.europeanUnion, { euRate: "25%" }),
      assumptions,
    });
    const outcomes = european.evaluate({ euRate: 0.25 });
    expect(european.evaluate({ euRate: "25%" })).toEqual(outcomes);
    expect(outcomes.worldTradePercent).toBe(equilibrium.worldTradePercent);
    for (const { economy, welfarePercent, realWagePercent, levels } of equilibrium.economies) {
      expect(outcomes[`${economy}.welfarePercent`]).toBe(welfarePercent);
      expect(outcomes[`${economy}.realWagePercent`]).toBe(realWagePercent);
      expect(outcomes[`${economy}.tariffRevenue`]).toBe(levels.tariffRevenue);
    }
  });

  it("equal questions have equal digits, whatever was asked between them", () => {
    const first = european.evaluate({ euRate: 0.1 });
    european.evaluate({ euRate: 0.9 });
    expect(european.evaluate({ euRate: 0.1 })).toEqual(first);
  });

  it("varies an elasticity that is left open", () => {
    const open = worldEvaluator({
      baseline: world2023,
      scenario: januaryScenarios.chinaMexicoCanada,
      assumptions: { ...assumptions, parameters: withoutElasticity },
    });
    expect(Object.keys(open.domains)).toEqual(["tradeElasticity"]);
    const closed = worldEvaluator({
      baseline: world2023,
      scenario: januaryScenarios.chinaMexicoCanada,
      assumptions,
    });
    expect(open.evaluate({ tradeElasticity: 4 })).toEqual(closed.evaluate({}));
    expect(open.evaluate({ tradeElasticity: 2 })).not.toEqual(closed.evaluate({}));
  });

  it.each([
    ["500 % as a number", { euRate: 5 }, "out-of-range", "inputs.euRate"],
    ["25 as a number", { euRate: 25 }, "out-of-range", "inputs.euRate"],
    ["a rate without its unit", { euRate: "25" }, "not-a-rate", "inputs.euRate"],
    ["NaN", { euRate: Number.NaN }, "not-finite", "inputs.euRate"],
    ["nothing", {}, "missing-key", "inputs.euRate"],
    ["a stranger", { euRate: 0.1, chinaRate: 0.1 }, "unknown-key", "inputs.chinaRate"],
  ])("refuses %s", (_, inputs, code, path) => {
    expect(() => european.evaluate(inputs as never)).toThrowError(expect.objectContaining({ code, path }));
  });

  it("says how 500 % and 5 % are written", () => {
    expect(() => european.evaluate({ euRate: 5 })).toThrow('"500%" or "5%"');
  });
});

describe("studies of the world model", () => {
  it("draw its inputs, within its domains", async () => {
    const evaluator = worldEvaluator({
      baseline: world2023,
      scenario: januaryScenarios.europeanUnion,
      assumptions: { ...assumptions, parameters: withoutElasticity },
    });
    const study = (highest: number) =>
      uncertainty({
        evaluator,
        inputs: {
          tradeElasticity: { kind: "uniform", from: 3, to: 5 },
          euRate: { kind: "uniform", from: 0, to: highest },
        },
        draws: 20,
        seed: 1,
        quantiles: [0.5],
        below: [["EU27.welfarePercent", "USA.welfarePercent"]],
      });
    const { below } = await study(0.3);
    expect(below[0]?.probability).toBe(1);
    await expect(study(5)).rejects.toThrowError(expect.objectContaining({ code: "out-of-range" }));
  });
});
