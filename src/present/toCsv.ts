import { plainCell } from "./neutralise.js";
import { requireRecords } from "./requireRecords.js";

/**
 * Rows as CSV that a spreadsheet can open without running anything.
 *
 * **Result**: RFC 4180 text with a header line and CRLF line ends. A cell that a spreadsheet would take for a formula
 * (it begins with =, +, - or @, also full-width, behind blanks or unseen characters, or after a semicolon) gets an
 * apostrophe in front, unless it is a number with the units of this package: `"-5.5"`, `"-1.5pp"`, `"-0.5%"`.
 *
 * **Source**: [RFC 4180], [OWASP], RFC 4180; OWASP on CSV injection.
 *
 * @throws `empty`, `wrong-type` for cells that are not text or rows with different columns.
 * @example A name that is not a formula any more
 * ```ts
 * import { toCsv } from "tariff-whatif";
 *
 * toCsv([{ name: '=HYPERLINK("x")', amount: "-5.5" }]); // => "name,amount\r\n\"'=HYPERLINK(\"\"x\"\")\",-5.5\r\n"
 * ```
 * @category Presentation
 */
export function toCsv(rows: readonly object[]): string {
  const { columns, cells } = requireRecords(rows);
  return [columns, ...cells].map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
}

function writeCell(cell: string): string {
  const safe = plainCell(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
