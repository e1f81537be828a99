import { type AddStep, defineBaseline, type FlowInput, type Scenario } from "tariff-whatif";
import { ignatenko2025EatonKortum } from "tariff-whatif/world";
import { add, scenarioOf } from "../../support/steps.js";

const pairs = [
  ["CHN", "USA", 130],
  ["USA", "CHN", 90],
  ["CHN", "JPN", 60],
  ["JPN", "CHN", 70],
  ["USA", "JPN", 40],
  ["JPN", "USA", 50],
] as const;

/** Six flows of 440 in all; goods are shares of each flow, or shares for some pairs. */
export const flowsOf = (
  goods: Readonly<Record<string, number>>,
  of: typeof pairs | [] = pairs,
): FlowInput[] =>
  of.flatMap(([exporter, importer, value]) =>
    Object.entries(goods).map(([product, share]) => ({
      exporter,
      importer,
      product,
      customsValue: String(value * share) as "1",
    })),
  );

/** Three economies that trade with one another, with GDP of 1000, 1500 and 600. */
export const threeEconomies = (changes: object = {}) =>
  defineBaseline({
    id: "three",
    title: "three economies",
    year: 2023,
    currency: "USD",
    priceYear: 2023,
    flows: flowsOf({ total: 1 }),
    gdp: { CHN: "1000", USA: "1500", JPN: "600" },
    sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "made up" }],
    ...changes,
  } as never);

export const assumptions = {
  parameters: ignatenko2025EatonKortum,
  revenueUse: "lumpSumRebate",
  deficits: "fixedToWorldIncome",
  weights: "none",
} as const;

/** Twenty percent on what the United States buy from China, with changes. */
export const onChina = (changes: Partial<AddStep> = {}): Scenario<never> =>
  scenarioOf("s", add("a", { exporters: ["CHN"], rate: "20%", ...changes }));
