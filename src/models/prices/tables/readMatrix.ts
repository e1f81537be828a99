import { readNumbers, requireList } from "../../../internal/numericColumns.js";
import type { Named } from "../../../trade/tables/priceTables.js";

/** Copies a table of numbers with a row for each of the first list and a column for each of the second. */
export function readMatrix(
  table: readonly (readonly number[])[],
  rows: readonly Named[],
  columns: readonly Named[],
  path: string,
): readonly (readonly number[])[] {
  requireList(table, path, rows.length);
  return rows.map((_, row) => readColumn(table[row] as readonly number[], columns, `${path}[${row}]`));
}

/** Copies a list of numbers with one for each entry of another list. */
export const readColumn = (
  list: readonly number[],
  entries: readonly Named[],
  path: string,
): readonly number[] => Array.from(readNumbers(list, path, entries.length));
