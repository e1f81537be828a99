import type { SolverReport } from "../../numerics/solverReport.js";

/**
 * Prices of one commodity after a scenario; all changes in percent.
 *
 * @category Consumer prices
 */
export interface CommodityPrice {
  /** The code of the commodity. */
  readonly commodity: string;
  /** Its name. */
  readonly name: string;
  /** Additional duties over customs value, in percent. */
  readonly tariffPercent: number;
  /** Change of the price of what is imported, after border and wholesale. */
  readonly importedPercent: number;
  /** Change of the price of what is made at home, at the gate of the producer. */
  readonly domesticPercent: number;
  /** The part of it that producers add who follow import prices. */
  readonly followersPercent: number;
  /** The share of imports in what households buy of it, 0 to 1. */
  readonly importedShare: number;
}

/**
 * A line or a group of consumption.
 *
 * @category Consumer prices
 */
export interface ConsumptionPrice {
  /** The code of the line or the group. */
  readonly key: string;
  /** Its title. */
  readonly title: string;
  /** Change of the price at the till in percent, before substitution. */
  readonly percent: number;
  /** What the same purchases cost more in a year, in the currency of the tables. */
  readonly cost: number;
  /** What was bought of it at purchasers' prices, in the currency of the tables. */
  readonly spending: number;
}

/**
 * One tenth of households; amounts for one household and year.
 *
 * @category Consumer prices
 */
export interface HouseholdCost {
  /** 1 for the tenth that comes first in the tables. */
  readonly tenth: number;
  /** What the same purchases cost more. */
  readonly cost: number;
  /** What keeps the household as well off once it has substituted; null without substitution. */
  readonly costAfterSubstitution: number | null;
  /** What it spends. */
  readonly spending: number;
  /** Its income; null where that is not at hand. */
  readonly income: number | null;
  /** The cost in percent of what it spends. */
  readonly percentOfSpending: number;
  /** The cost in percent of its income; null where income is not at hand, or is 0. */
  readonly percentOfIncome: number | null;
  /** The parts of the cost by group of consumption, in the order of the groups. */
  readonly byGroup: readonly number[];
}

/**
 * All prices after a scenario. Changes are in percent, amounts in the currency of the tables.
 *
 * @category Consumer prices
 */
export interface PriceChanges {
  /** Imported consumption alone, at producers' prices, over all consumption. */
  readonly directPercent: number;
  /** Direct and through inputs, at producers' prices, over all consumption. */
  readonly useTablePercent: number;
  /** All items at purchasers' prices, before substitution. */
  readonly allItemsPercent: number;
  /** The same without food and energy. */
  readonly corePercent: number;
  /** All items after substitution: the change of the cost of living; null without substitution. */
  readonly afterSubstitutionPercent: number | null;
  /** What substitution saves: all items before less after it; null without substitution. */
  readonly trianglePercent: number | null;
  /** What the same purchases cost more, all households together. */
  readonly cost: number;
  /** By line of consumption. */
  readonly lines: readonly ConsumptionPrice[];
  /** By group of consumption. */
  readonly groups: readonly ConsumptionPrice[];
  /** By commodity. */
  readonly commodities: readonly CommodityPrice[];
  /** The average household; null where the tables have no households. */
  readonly averageHousehold: Omit<HouseholdCost, "tenth"> | null;
  /** By tenth; empty where the tables have no households. */
  readonly tenths: readonly HouseholdCost[];
  /** How far the change has come after each month; empty without a path. */
  readonly path: readonly {
    readonly month: number;
    readonly allItemsPercent: number;
    readonly corePercent: number;
  }[];
  /** How well the price equations were solved: the residual is over all of them. */
  readonly solver: SolverReport;
}
