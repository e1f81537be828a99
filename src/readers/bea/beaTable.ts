import { TariffError } from "../../internal/TariffError.js";
import type { Named } from "../../trade/tables/priceTables.js";

/**
 * How a table of the US Bureau of Economic Analysis is written: `api-json` as its API answers for the data set
 * InputOutput, `sheet-csv` as a sheet of its workbooks, or a download of its interactive tables, saved as CSV.
 *
 * @category Readers
 */
export type BeaLayout = "api-json" | "sheet-csv";

/**
 * An input-output table of the US Bureau of Economic Analysis: make, use or imports.
 *
 * @category Readers
 */
export interface BeaTable {
  /** The year of the table. */
  readonly year: number;
  /** Codes and names of the rows, totals among them, in the order of the file. */
  readonly rows: readonly Named[];
  /** Codes and names of the columns, totals among them. */
  readonly columns: readonly Named[];
  /** Amounts by row and column, in the unit of the file; null where the file states none. */
  readonly amounts: readonly (readonly (number | null)[])[];
}

const notStated = new Set(["", "...", "…", "--", "---", "(NA)", "n.a.", "(D)"]);
const number = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** The amount of a cell, null where none is stated; undefined where it is no number. */
export function beaAmount(cell: string): number | null | undefined {
  const text = cell.trim();
  if (notStated.has(text)) return null;
  // Below zero by a sign or by parentheses, not by both.
  const bare = text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1) : text.replace(/^-/, "");
  if (!number.test(bare)) return undefined;
  const plain = Number(bare.replaceAll(",", ""));
  if (!Number.isFinite(plain)) return undefined;
  return bare === text || plain === 0 ? plain : -plain;
}

const layouts: readonly BeaLayout[] = ["api-json", "sheet-csv"];

/** Refuses what is no layout. */
export function requireLayout(value: unknown, path: string): asserts value is BeaLayout {
  if ((layouts as readonly unknown[]).includes(value)) return;
  throw new TariffError({
    code: "wrong-type",
    path,
    received: value,
    advice: `Name one of ${layouts.map((each) => JSON.stringify(each)).join(", ")}.`,
  });
}
