import { bind, januaryScenarios, type Scenario, seek } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { consumerPrices, pricesEvaluator } from "tariff-whatif/prices";
import { uncertainty } from "tariff-whatif/uncertainty";
import { expect, it } from "vitest";
import { expectClose } from "../../support/expectClose.js";
import { expectRefusal } from "../../support/refusal.js";
import { smallAssumptions } from "../../support/smallTables.js";

const assumptions = smallAssumptions({ tables: usPrices2023 });
const { europeanUnion } = januaryScenarios;
const { passThrough: _, ...others } = assumptions;
const evaluator = pricesEvaluator({
  baseline: usImports2024,
  scenario: europeanUnion,
  assumptions: { ...others, passThrough: { wholesale: 1, retail: 1 } },
});

it("agrees with the model for bound parameters and stages", () => {
  const closed = bind(europeanUnion, { euRate: "20%" }) as Scenario<never>;
  const passThrough = { border: 0.9, wholesale: 1, retail: 1, source: "a test" };
  const { prices } = consumerPrices({
    baseline: usImports2024,
    scenario: closed,
    assumptions: { ...assumptions, passThrough },
  });
  const outcomes = evaluator.evaluate({ euRate: 0.2, border: 0.9 });
  expectClose(outcomes.allItemsPercent ?? 0, prices.allItemsPercent, 1e-12);
  expectClose(outcomes.costPerHousehold ?? 0, prices.averageHousehold?.cost ?? 0, 1e-12);
  expectClose(outcomes.costOfTenth10 ?? 0, prices.tenths[9]?.cost ?? 0, 1e-12);
});

it("names its inputs with the values they may take", () => {
  expect(evaluator.domains).toEqual({ border: { from: 0, to: 1 }, euRate: { above: -1, to: 3 } });
  expectRefusal(() => evaluator.evaluate({ euRate: 0.1 }), "missing-key", "inputs.border");
  expectRefusal(() => evaluator.evaluate({ euRate: 0.1, border: 2 }), "out-of-range", "inputs.border");
  expectRefusal(() => evaluator.evaluate({ euRate: Number.NaN, border: 1 }), "not-finite", "inputs.euRate");
});

it("which rate on the European Union costs a household 500 dollars", () => {
  const found = seek({
    baseline: usImports2024,
    scenario: europeanUnion,
    parameter: "euRate",
    model: consumerPrices,
    assumptions,
    measurement: { dimension: "all", key: "all", indicator: "costPerHousehold" },
    target: { amount: "500", currency: "USD", priceYear: 2023 },
    bracket: ["0%", "100%"],
    tolerance: "0.01",
  });
  const rate = Number(found.value.slice(0, -1)) / 100;
  expect(rate).toBeGreaterThan(0.2);
  expectClose(evaluator.evaluate({ euRate: rate, border: 1 }).costPerHousehold ?? 0, 500, 1e-4);
});

it("is drawn from: the average household of a rate between 10 and 20 % pays about what 15 % costs", async () => {
  const drawn = await uncertainty({
    evaluator,
    inputs: {
      euRate: { kind: "uniform", from: 0.1, to: 0.2 },
      border: { kind: "uniform", from: 0.9, to: 1 },
    },
    draws: 200,
    seed: 1,
    quantiles: [0.05, 0.95],
    below: [],
  });
  const { mean } = drawn.outcomes.costPerHousehold ?? { mean: 0 };
  expectClose(mean, evaluator.evaluate({ euRate: 0.15, border: 0.95 }).costPerHousehold ?? 0, 0.05);
});
