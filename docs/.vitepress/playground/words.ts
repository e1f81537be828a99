import { formatQuantity, type Outcome, type OutcomeRow, type Quantity } from "tariff-whatif";

const format = { moneyIn: "billion", places: 1, rounding: "half-even" } as const;

/** A quantity as this page writes it: money in billions with one place, rates with two. */
export const written = (quantity: Quantity): string =>
  formatQuantity(quantity, typeof quantity === "string" ? { ...format, places: 2 } : format);

/** The plain number of a quantity: money in billions, rates and changes in percent or points. */
export const plain = (quantity: Quantity): number =>
  typeof quantity === "string" ? Number.parseFloat(quantity) : Number(quantity.amount) / 1e9;

/** The row of an outcome that holds one number. */
export function rowOf(outcome: Outcome, dimension: string, key: string, indicator: string): OutcomeRow {
  const row = outcome.rows.find(
    (each) => each.dimension === dimension && each.key === key && each.indicator === indicator,
  );
  if (row === undefined) throw new Error(`${outcome.model} has no ${indicator} for ${dimension} ${key}.`);
  return row;
}

/** Every row of one breakdown and indicator. */
export const rowsOf = (outcome: Outcome, dimension: string, indicator: string): readonly OutcomeRow[] =>
  outcome.rows.filter((row) => row.dimension === dimension && row.indicator === indicator);
