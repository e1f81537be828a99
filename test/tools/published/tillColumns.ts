import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { completeByStage } from "tariff-whatif/parameters";
import { consumerPrices, type PriceAssumptions, type PriceChanges } from "tariff-whatif/prices";
import { type ScenarioName, scenarios } from "./scenarios.js";

/** What is chosen for the page where no source states it. */
export const tillElasticities = { betweenOrigins: 3, betweenCategories: 1 } as const;

const assume = (changes: Partial<PriceAssumptions>): PriceAssumptions => ({
  tables: usPrices2023,
  margins: "dollars",
  passThrough: { ...completeByStage.values, source: completeByStage.source },
  domesticFollowers: { share: 0, source: "nobody follows" },
  substitution: "none",
  ...changes,
});

/** The columns of the model of consumer prices, in the order of the table. */
export const tillColumns = {
  "margins in dollars": assume({}),
  "margins in percent": assume({ margins: "percent" }),
  "half of domestic producers follow": assume({
    domesticFollowers: { share: 0.5, source: "chosen for this page" },
  }),
  "after substitution": assume({ substitution: { ...tillElasticities, source: "chosen for this page" } }),
} as const;

export type TillColumn = keyof typeof tillColumns;

const known = new Map<ScenarioName, ReadonlyMap<TillColumn, PriceChanges>>();

/** All columns of one scenario. */
export function tillOf(name: ScenarioName): ReadonlyMap<TillColumn, PriceChanges> {
  const found = known.get(name);
  if (found) return found;
  const columns = new Map(
    Object.entries(tillColumns).map(([column, assumptions]) => [
      column as TillColumn,
      consumerPrices({ baseline: usImports2024, scenario: scenarios[name], assumptions }).prices,
    ]),
  );
  known.set(name, columns);
  return columns;
}

/** The number that stands beside a published one of this kind; null where the column has none. */
export function tillNumber(kind: string, column: TillColumn, prices: PriceChanges): number | null {
  const after = column === "after substitution";
  if (kind === "Consumer prices") return after ? prices.afterSubstitutionPercent : prices.allItemsPercent;
  if (kind === "Core consumer prices") return after ? null : prices.corePercent;
  const household = prices.averageHousehold;
  return (after ? household?.costAfterSubstitution : household?.cost) ?? null;
}
