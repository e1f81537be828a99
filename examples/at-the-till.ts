/**
 * What does it cost at the till? Ten products of the basket and the household, scenario by scenario, with the reasons
 * behind one of them.
 *
 *   npm run example -- at-the-till
 */
import { januaryScenarios, toMarkdown } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { completeByStage } from "tariff-whatif/parameters";
import { consumerPrices, explainPrice, type PriceAssumptions } from "tariff-whatif/prices";

const assumptions: PriceAssumptions = {
  tables: usPrices2023,
  margins: "dollars",
  passThrough: { ...completeByStage.values, source: completeByStage.source },
  domesticFollowers: { share: 0, source: "chosen for the example" },
  substitution: "none",
};
const scenarios = {
  "China 10 %": januaryScenarios.china10,
  "and Mexico, Canada 25 %": januaryScenarios.chinaMexicoCanada,
  "with energy at 10 %": januaryScenarios.chinaMexicoCanadaEnergy10,
};
const outcomes = Object.entries(scenarios).map(
  ([name, scenario]) => [name, consumerPrices({ baseline: usImports2024, scenario, assumptions })] as const,
);

/** Lines of consumption by their code in the tables. */
const basket = ["5", "7", "9", "10", "14", "27", "28", "32", "35", "37"];

console.log("Change of the price at the till in percent, before anybody buys something else\n");
console.log(
  toMarkdown([
    ...basket.map((key) => ({
      product: usPrices2023.lines.find(({ code }) => code === key)?.title ?? key,
      ...Object.fromEntries(
        outcomes.map(([name, { prices }]) => [
          name,
          prices.lines.find((line) => line.key === key)?.percent.toFixed(2) ?? "n/a",
        ]),
      ),
    })),
    ...(["allItemsPercent", "corePercent"] as const).map((number) => ({
      product: number === "corePercent" ? "All but food and energy" : "All items",
      ...Object.fromEntries(outcomes.map(([name, { prices }]) => [name, prices[number].toFixed(2)])),
    })),
  ]),
);

console.log("A household, dollars a year\n");
console.log(
  toMarkdown(
    outcomes.map(([scenario, { prices }]) => ({
      scenario,
      "average household": prices.averageHousehold?.cost.toFixed(0) ?? "n/a",
      "percent of its spending": prices.averageHousehold?.percentOfSpending.toFixed(2) ?? "n/a",
    })),
  ),
);

const [, last] = outcomes.at(-1)!;
console.log("Why cars cost more:");
console.log(explainPrice({ prices: last.prices, assumptions, line: "5" }).text);
console.log(`\nNotes:\n${last.notes.map((note) => `- ${note}`).join("\n")}`);
console.log(`\nLeaves out:\n${last.leavesOut.map((line) => `- ${line}`).join("\n")}`);
