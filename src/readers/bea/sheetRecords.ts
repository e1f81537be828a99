import type { ReadProblem } from "../readError.js";
import { type Record, splitQuoted } from "../records/splitQuoted.js";

/** The records of a sheet saved as CSV, their cells without blanks around them. */
export function sheetRecords(text: string, refuse: (problem: ReadProblem) => never): readonly Record[] {
  const lineEnd = text.includes("\n") ? "\n" : "\r";
  return splitQuoted(text.replace(/^\ufeff/, ""), ",", lineEnd, 1).map(({ cells, line, damage }) => {
    if (damage !== undefined) refuse(damage);
    return { cells: cells.map((cell) => cell.trim()), line };
  });
}
