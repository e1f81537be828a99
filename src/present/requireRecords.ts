import { isRecord } from "../internal/isRecord.js";
import { requireBounded } from "../internal/listBounds.js";
import { TariffError } from "../internal/TariffError.js";

/** Rows for a table: text by column. */
export type TextRecord = Readonly<Record<string, string>>;

/** The columns of some rows; refuses rows that are not text throughout or that differ in their columns. */
export function requireRecords(rows: readonly object[]): { columns: readonly string[]; cells: string[][] } {
  requireBounded(rows, "rows", "rows", "Pass a list of at least one row, for example from tidyRows.");
  const columns = isRecord(rows[0]) ? Object.keys(rows[0]) : [];
  const cells = Array.from(rows, (row: object, index: number) => {
    const record = (isRecord(row) ? row : {}) as Record<string, unknown>;
    const keys = Object.keys(record);
    const differs =
      keys.length === 0 ||
      keys.length !== columns.length ||
      columns.some((column) => typeof record[column] !== "string");
    if (!differs) return columns.map((column) => record[column] as string);
    throw new TariffError({
      code: "wrong-type",
      path: `rows[${index}]`,
      received: row,
      advice: "Give every row the same columns, at least one, all of them text.",
    });
  });
  return { columns, cells };
}
