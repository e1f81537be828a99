import type { Outcome, OutcomeRow, Quantity } from "tariff-whatif";

/** A quantity as a plain number in its own unit. */
export const plain = (quantity: Quantity): number =>
  Number.parseFloat(typeof quantity === "string" ? quantity : quantity.amount);

/** One number of an outcome's rows, which must be there exactly once. */
export function numberIn(
  outcome: Outcome,
  dimension: OutcomeRow["dimension"],
  key: string,
  indicator: string,
  side: "before" | "after" = "after",
): number {
  const found = outcome.rows.filter(
    (row) => row.dimension === dimension && row.key === key && row.indicator === indicator,
  );
  if (found.length !== 1) throw new Error(`${found.length} rows ${dimension} ${key} ${indicator}`);
  return plain(found[0]![side]);
}
