import { moneyFromNumber, percentChangeFromNumber } from "../../exact/fromNumber.js";
import type { PriceTables } from "../../trade/tables/priceTables.js";
import type { OutcomeRow, RowIdentity } from "../outcome.js";
import { namesOf } from "../scope.js";
import type { HouseholdCost, PriceChanges } from "./priceResults.js";

/** What the changes cover: nobody should set them beside duties on all imports. */
export const scopeOfConsumption = ({ economy }: Pick<PriceTables, "economy">): string =>
  `what households buy in ${namesOf([economy])}`;

/** The rows of an outcome: everything before the scenario is no change. */
export function priceRows(tables: PriceTables, prices: PriceChanges): readonly OutcomeRow[] {
  const { currency, priceYear, economy } = tables;
  const scope = scopeOfConsumption(tables);
  const nothing = percentChangeFromNumber(0);
  const free = moneyFromNumber(0, currency, priceYear);
  const change = (identity: RowIdentity, indicator: string, percent: number | null): OutcomeRow[] =>
    percent === null
      ? []
      : [{ ...identity, indicator, before: nothing, after: percentChangeFromNumber(percent / 100) }];
  const money = (identity: RowIdentity, indicator: string, amount: number | null): OutcomeRow[] =>
    amount === null
      ? []
      : [{ ...identity, indicator, before: free, after: moneyFromNumber(amount, currency, priceYear) }];
  const household = (identity: RowIdentity, cost: Omit<HouseholdCost, "tenth"> | null): OutcomeRow[] =>
    cost === null
      ? []
      : [
          ...money(identity, "costPerHousehold", cost.cost),
          ...money(identity, "costPerHouseholdAfterSubstitution", cost.costAfterSubstitution),
          ...change(identity, "costShareOfSpending", cost.percentOfSpending),
          ...change(identity, "costShareOfIncome", cost.percentOfIncome),
        ];
  const all: RowIdentity = { dimension: "all", key: "all", name: "All households", scope };
  const atTheGate: RowIdentity = { ...all, scope: `${scope}, at producers' prices` };
  return [
    ...change(all, "consumerPrices", prices.allItemsPercent),
    ...change(all, "coreConsumerPrices", prices.corePercent),
    ...change(all, "consumerPricesAfterSubstitution", prices.afterSubstitutionPercent),
    ...change(all, "substitutionTriangle", prices.trianglePercent),
    ...change(atTheGate, "directPriceChange", prices.directPercent),
    ...change(atTheGate, "producerPriceChange", prices.useTablePercent),
    ...money(all, "costOfConsumption", prices.cost),
    ...household(all, prices.averageHousehold),
    ...prices.tenths.flatMap((tenth) =>
      household(
        { dimension: "householdTenth", key: String(tenth.tenth), name: `Tenth ${tenth.tenth}`, scope },
        tenth,
      ),
    ),
    ...(["groups", "lines"] as const).flatMap((list) =>
      prices[list].flatMap(({ key, title, percent, cost }) => {
        const dimension = list === "groups" ? "consumptionGroup" : "consumptionLine";
        const identity: RowIdentity = { dimension, key, name: title, scope };
        return [
          ...change(identity, "consumerPrices", percent),
          ...money(identity, "costOfConsumption", cost),
        ];
      }),
    ),
    ...prices.commodities.flatMap(({ commodity, name, importedPercent, domesticPercent }) => {
      const identity = (what: string): RowIdentity => ({
        dimension: "commodity",
        key: commodity,
        name,
        scope: `${what} ${namesOf([economy])}`,
      });
      return [
        ...change(identity("imports of"), "importPrice", importedPercent),
        ...change(identity("production of"), "domesticPrice", domesticPercent),
      ];
    }),
  ];
}
