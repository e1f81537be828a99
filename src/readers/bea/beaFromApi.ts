import { isRecord } from "../../internal/isRecord.js";
import type { Named } from "../../trade/tables/priceTables.js";
import { readJson } from "../json/readJson.js";
import type { ReadProblem } from "../readError.js";
import { type BeaTable, beaAmount } from "./beaTable.js";

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** One year of a table from an answer of the API. */
export function beaFromApi(text: string, year: number, refuse: (problem: ReadProblem) => never): BeaTable {
  const answer = readJson(text, refuse).value;
  const api = isRecord(answer) ? answer.BEAAPI : undefined;
  const results = isRecord(api) ? first(api.Results) : undefined;
  const error = first((isRecord(api) && api.Error) || (isRecord(results) && results.Error) || undefined);
  const data = isRecord(results) ? results.Data : undefined;
  if (!Array.isArray(data) || isRecord(error)) {
    const told = isRecord(error) ? String(error.APIErrorDescription ?? error.ErrorDetail ?? "") : "";
    return refuse({
      code: "api-error",
      place: {},
      received: told,
      advice: `Ask the API again: ${told === "" ? "its answer has no BEAAPI.Results.Data" : "it reports an error"}.`,
    });
  }
  const rows = new Names();
  const columns = new Names();
  const amounts: (number | null)[][] = [];
  const tables = new Set<string>();
  data.forEach((cell: unknown, row) => {
    const part = (key: string): string => {
      const value = isRecord(cell) ? cell[key] : undefined;
      if (typeof value === "string" && (value !== "" || key.endsWith("Value"))) return value.trim();
      return refuse({
        code: "missing-column",
        place: { row, column: key },
        received: value,
        advice: `Look at this entry of Data: it has no ${key}.`,
      });
    };
    if (part("Year") !== String(year)) return;
    tables.add(part("TableID"));
    const amount = beaAmount(part("DataValue"));
    if (amount === undefined)
      refuse({
        code: "bad-number",
        place: { row, column: "DataValue" },
        received: part("DataValue"),
        advice: "Look at this entry of Data: its value is no number.",
      });
    const here = rows.at(part("RowCode"), part("RowDescr"));
    amounts[here] ??= [];
    const line = amounts[here] as (number | null)[];
    const column = columns.at(part("ColCode"), part("ColDescr"));
    if (line[column] !== undefined)
      refuse({
        code: "duplicate-row",
        place: { row },
        received: `${part("RowCode")} ${part("ColCode")}`,
        advice: "Ask for one table: this row and column stand in the answer twice.",
      });
    line[column] = amount as number | null;
  });
  if (tables.size !== 1)
    refuse({
      code: tables.size === 0 ? "no-rows" : "duplicate-row",
      place: {},
      received: tables.size === 0 ? String(year) : [...tables].join(", "),
      advice:
        tables.size === 0
          ? `Ask for the year ${year}: the answer has none of its figures.`
          : "Ask for one table at a time.",
    });
  return {
    year,
    rows: rows.list,
    columns: columns.list,
    amounts: rows.list.map((_, row) => columns.list.map((_, column) => amounts[row]?.[column] ?? null)),
  };
}

/** Codes in the order in which they are met. */
class Names {
  readonly list: Named[] = [];
  private readonly known = new Map<string, number>();

  at(code: string, name: string): number {
    const known = this.known.get(code);
    if (known !== undefined) return known;
    this.known.set(code, this.list.length);
    return this.list.push({ code, name }) - 1;
  }
}
