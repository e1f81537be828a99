import type { PriceTables } from "../../trade/tables/priceTables.js";
import type { ConsumptionColumns } from "./consumptionColumns.js";
import { livingChange } from "./costOfLiving.js";
import type { HouseholdCost } from "./priceResults.js";

/** What each tenth of households pays more, from what each group of consumption costs more. */
export function householdCosts(
  { households, unit }: PriceTables,
  columns: ConsumptionColumns,
  costOfGroup: Float64Array,
  spendingOfGroup: Float64Array,
  after: { readonly lines: Float64Array; readonly elasticity: number } | null,
): readonly HouseholdCost[] {
  if (households === null) return [];
  const { shares, groupOfLine, spendingOfLine } = columns;
  const tenths = shares[0]?.length ?? 0;
  const number = households.number / tenths;
  return Array.from({ length: tenths }, (_, tenth): HouseholdCost => {
    const byGroup = Array.from(costOfGroup, (cost, group) => (cost * shares[group]![tenth]!) / number);
    const cost = byGroup.reduce((sum, each) => sum + each, 0);
    const spending =
      spendingOfGroup.reduce((sum, each, group) => sum + each * shares[group]![tenth]!, 0) / number;
    const income = households.income === null ? null : (households.income[tenth]! * unit) / number;
    return {
      tenth: tenth + 1,
      cost,
      costAfterSubstitution:
        after === null
          ? null
          : spending *
            livingChange(
              spendingOfLine.map((each, line) => each * shares[groupOfLine[line]!]![tenth]!),
              after.lines,
              after.elasticity,
            ),
      spending,
      income,
      percentOfSpending: percentOf(cost, spending),
      percentOfIncome: income === null || income === 0 ? null : percentOf(cost, income),
      byGroup,
    };
  });
}

/** The mean of the tenths, which are equally many households. */
export function averageOf(tenths: readonly HouseholdCost[]): Omit<HouseholdCost, "tenth"> | null {
  if (tenths.length === 0) return null;
  const mean = (of: (each: HouseholdCost) => number) =>
    tenths.reduce((sum, each) => sum + of(each), 0) / tenths.length;
  const cost = mean((each) => each.cost);
  const spending = mean((each) => each.spending);
  const income = tenths.some((each) => each.income === null) ? null : mean((each) => each.income ?? 0);
  return {
    cost,
    costAfterSubstitution: tenths.some((each) => each.costAfterSubstitution === null)
      ? null
      : mean((each) => each.costAfterSubstitution ?? 0),
    spending,
    income,
    percentOfSpending: percentOf(cost, spending),
    percentOfIncome: income === null || income === 0 ? null : percentOf(cost, income),
    byGroup: (tenths[0]?.byGroup ?? []).map((_, group) => mean((each) => each.byGroup[group]!)),
  };
}

const percentOf = (cost: number, base: number): number => (base === 0 ? 0 : (cost / base) * 100);
