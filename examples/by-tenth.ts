/**
 * Whom does it cost? Households by tenth in dollars and in percent of what they spend, what the average hides, and the
 * rate on all Chinese goods at which the average household pays 500 dollars.
 *
 *   npm run example -- by-tenth
 */
import { defineScenario, januaryScenarios, seek, toMarkdown } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { completeByStage } from "tariff-whatif/parameters";
import { consumerPrices, type PriceAssumptions } from "tariff-whatif/prices";

const assumptions: PriceAssumptions = {
  tables: usPrices2023,
  margins: "dollars",
  passThrough: { ...completeByStage.values, source: completeByStage.source },
  domesticFollowers: { share: 0, source: "chosen for the example" },
  substitution: "none",
};
const { prices, leavesOut } = consumerPrices({
  baseline: usImports2024,
  scenario: januaryScenarios.chinaMexicoCanadaEnergy10,
  assumptions,
});

console.log("China 10 %, Mexico and Canada 25 %, Canadian energy 10 %: households by tenth of income\n");
console.log(
  toMarkdown(
    prices.tenths.map(({ tenth, cost, percentOfSpending }) => ({
      tenth: String(tenth),
      "dollars a year": cost.toFixed(0),
      "percent of spending": percentOfSpending.toFixed(3),
    })),
  ),
);
console.log(`The average, ${prices.averageHousehold?.cost.toFixed(0)} dollars, is nobody's.\n`);

console.log("What it hides: where the money goes, dollars a year\n");
const [first, last] = [prices.tenths[0]!, prices.tenths[9]!];
console.log(
  toMarkdown(
    prices.groups
      .map(({ title }, at) => ({ group: title, poorest: first.byGroup[at]!, richest: last.byGroup[at]! }))
      .sort((left, right) => right.richest - left.richest)
      .slice(0, 8)
      .map(({ group, poorest, richest }) => ({
        group,
        "first tenth": poorest.toFixed(0),
        "last tenth": richest.toFixed(0),
      })),
  ),
);

const chinaOpen = defineScenario({
  id: "china-open",
  title: "All Chinese goods at a rate to be found",
  evaluate: { on: "any-date", statuses: "any-status" },
  parameters: { rate: { kind: "rate", title: "the rate on China" } },
  steps: [
    {
      id: "china",
      operator: "add",
      authority: "what-if",
      rate: { parameter: "rate" },
      title: "All goods of China",
      importers: ["USA"],
      exporters: ["CHN"],
      products: "all",
      dates: {},
      status: "threatened",
      source: { title: "a question" },
    },
  ],
});
const { value } = seek({
  baseline: usImports2024,
  scenario: chinaOpen,
  parameter: "rate",
  model: consumerPrices,
  assumptions,
  measurement: { dimension: "all", key: "all", indicator: "costPerHousehold" },
  target: { amount: "500", currency: "USD", priceYear: 2023 },
  bracket: ["0%", "100%"],
  tolerance: "0.01",
});
console.log(
  `A household pays 500 dollars at a rate of ${Number(value.slice(0, -1)).toFixed(1)} % on China.\n`,
);
console.log(`Leaves out:\n${leavesOut.map((line) => `- ${line}`).join("\n")}`);
