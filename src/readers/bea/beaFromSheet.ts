import type { Named } from "../../trade/tables/priceTables.js";
import type { ReadProblem } from "../readError.js";
import type { Record } from "../records/splitQuoted.js";
import { type BeaTable, beaAmount } from "./beaTable.js";
import { sheetRecords } from "./sheetRecords.js";

const codeHeads = new Set(["iocode", "code"]);
const code = /^[A-Za-z0-9]{1,12}$/;

/** A table from a sheet: titles, the codes and names of the columns in two lines, rows, notes. */
export function beaFromSheet(text: string, year: number, refuse: (problem: ReadProblem) => never): BeaTable {
  const records = sheetRecords(text, refuse);
  const at = records.findIndex(({ cells }) => codeHeads.has((cells[0] ?? "").toLowerCase()));
  const head = records[at];
  if (head === undefined)
    return refuse({
      code: text.trim() === "" ? "empty-file" : "missing-column",
      place: {},
      received: records[0]?.cells.join(",") ?? "",
      advice: "Save the sheet of one year as CSV, with commas: no line begins with IOCode or Code.",
    });
  const columns = namesOf(head, records[at - 1], records[at + 1]);
  const codes = new Set<string>();
  for (const { code: each } of columns) {
    if (!code.test(each))
      refuse({
        code: "bad-code",
        place: { line: head.line },
        received: each,
        advice: `Look at the codes of the columns in line ${head.line}: ${each === "" ? "a column has none" : "this is no code"}.`,
      });
    if (codes.has(each))
      refuse({
        code: "conflicting-columns",
        place: { line: head.line, column: each },
        received: each,
        advice: "Look at the codes of the columns: this one stands there twice.",
      });
    codes.add(each);
  }
  const rows: Named[] = [];
  const amounts: (number | null)[][] = [];
  for (const { cells, line } of records.slice(at + 1)) {
    const [own = "", name = "", ...values] = cells;
    // Notes stand in the first cell and have no figures beside them; the line of names has no code.
    if (own === "" || values.every((cell) => cell === "") || codeHeads.has(own.toLowerCase())) continue;
    if (!code.test(own) || rows.some((row) => row.code === own))
      refuse({
        code: code.test(own) ? "duplicate-row" : "bad-code",
        place: { line },
        received: own,
        advice: `Look at line ${line}: it begins with ${code.test(own) ? "the code of a line above" : "no code, and has figures"}.`,
      });
    // A separator of thousands outside quotes would move all figures behind it.
    if (values.length < columns.length || values.slice(columns.length).some((cell) => cell !== ""))
      refuse({
        code: "field-count",
        place: { line },
        received: cells.length,
        advice: `Look at line ${line}: it has ${values.length} figures for ${columns.length} columns.`,
      });
    rows.push({ code: own, name });
    amounts.push(columns.map(({ code: column }, k) => amountOf(values[k] ?? "", line, column, refuse)));
  }
  if (rows.length === 0)
    refuse({
      code: "no-rows",
      place: { line: head.line },
      received: "",
      advice: "Fetch the file again: it has codes of columns and no rows.",
    });
  return { year, rows, columns, amounts };
}

function amountOf(
  cell: string,
  line: number,
  column: string,
  refuse: (problem: ReadProblem) => never,
): number | null {
  const amount = beaAmount(cell);
  if (amount !== undefined) return amount;
  return refuse({
    code: "bad-number",
    place: { line, column },
    received: cell,
    advice: `Look at line ${line}: this cell is no number.`,
  });
}

/** The names stand in the line above or below the codes; where neither is one of names, a code is its own name. */
function namesOf(head: Record, above: Record | undefined, below: Record | undefined): Named[] {
  const codes = head.cells.slice(2);
  while (codes.at(-1) === "") codes.pop();
  const names = [below, above].find(
    (line) =>
      line !== undefined &&
      (line.cells[0] === "" || codeHeads.has((line.cells[0] ?? "").toLowerCase())) &&
      codes.every(
        (_, k) => (line.cells[k + 2] ?? "") !== "" && beaAmount(line.cells[k + 2] ?? "") === undefined,
      ),
  );
  return codes.map((each, k) => ({ code: each, name: names?.cells[k + 2] ?? each }));
}
