import { moneyFromNumber, percentChangeFromNumber } from "../../exact/fromNumber.js";
import type { PriceTables } from "../../trade/tables/priceTables.js";
import type { OutcomeRow } from "../outcome.js";
import { namesOf } from "../scope.js";
import type { HouseholdCost, PriceChanges } from "./priceResults.js";

type Place = Pick<OutcomeRow, "dimension" | "key" | "name" | "scope">;

/** What the changes cover: nobody should set them beside duties on all imports. */
export const scopeOfConsumption = ({ economy }: Pick<PriceTables, "economy">): string =>
  `what households buy in ${namesOf([economy])}`;

/** The rows of an outcome: everything before the scenario is no change. */
export function priceRows(tables: PriceTables, prices: PriceChanges): readonly OutcomeRow[] {
  const { currency, priceYear, economy } = tables;
  const scope = scopeOfConsumption(tables);
  const nothing = percentChangeFromNumber(0);
  const free = moneyFromNumber(0, currency, priceYear);
  const change = (place: Place, indicator: string, percent: number | null): OutcomeRow[] =>
    percent === null
      ? []
      : [{ ...place, indicator, before: nothing, after: percentChangeFromNumber(percent / 100) }];
  const money = (place: Place, indicator: string, amount: number | null): OutcomeRow[] =>
    amount === null
      ? []
      : [{ ...place, indicator, before: free, after: moneyFromNumber(amount, currency, priceYear) }];
  const household = (place: Place, cost: Omit<HouseholdCost, "tenth"> | null): OutcomeRow[] =>
    cost === null
      ? []
      : [
          ...money(place, "costPerHousehold", cost.cost),
          ...money(place, "costPerHouseholdAfterSubstitution", cost.costAfterSubstitution),
          ...change(place, "costShareOfSpending", cost.percentOfSpending),
          ...change(place, "costShareOfIncome", cost.percentOfIncome),
        ];
  const all: Place = { dimension: "all", key: "all", name: "All households", scope };
  const atTheGate: Place = { ...all, scope: `${scope}, at producers' prices` };
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
        const place: Place = { dimension, key, name: title, scope };
        return [...change(place, "consumerPrices", percent), ...money(place, "costOfConsumption", cost)];
      }),
    ),
    ...prices.commodities.flatMap(({ commodity, name, importedPercent, domesticPercent }) => {
      const place = (what: string): Place => ({
        dimension: "commodity",
        key: commodity,
        name,
        scope: `${what} ${namesOf([economy])}`,
      });
      return [
        ...change(place("imports of"), "importPrice", importedPercent),
        ...change(place("production of"), "domesticPrice", domesticPercent),
      ];
    }),
  ];
}
