import type { RowSink } from "../rowSink.js";
import type { JsonFormat } from "./format.js";
import { OfficeRows, type OfficeSettings, plainNumbers } from "./office.js";
import { readYear } from "./readPeriod.js";

/** What the Census API can be asked for: imports for consumption, which duties belong to, or general imports. */
export interface CensusSettings extends OfficeSettings {
  readonly measure: "consumption" | "general";
}

/** US Census Bureau, API of imports by HS: an array of arrays, the first of them the header. */
export const censusApiFormat = (settings: CensusSettings): JsonFormat => ({
  json(value, lines, sink) {
    if (!Array.isArray(value) || value.length === 0 || !value.every(Array.isArray)) {
      sink.refuse({
        code: "api-error",
        place: {},
        received: JSON.stringify(value).slice(0, 80),
        advice: "Ask again: the answer is no table of rows.",
      });
    }
    for (const [row, cells] of (value as unknown[][]).entries()) {
      const wrong = cells.find((cell) => cell !== null && typeof cell !== "string");
      if (wrong === undefined) continue;
      sink.refuse({
        code: "wrong-type",
        place: { row },
        received: JSON.stringify(wrong),
        advice: `Ask again: row ${row} has a cell that is no text, no number and not null.`,
      });
    }
    const [header, ...records] = value as (string | null)[][] as [string[], ...(string | null)[][]];
    if (records.length === 0)
      sink.refuse({
        code: "no-rows",
        place: { line: 1 },
        received: 0,
        advice: "Ask for data that exist: the answer has a header and no rows.",
      });
    const read = reader(header, settings, sink);
    for (const [at, cells] of records.entries()) read.record(cells, at + 1, lines[at + 1]);
    read.rows.finish();
  },
});

function reader(header: readonly string[], settings: CensusSettings, sink: RowSink) {
  const kind = settings.measure === "general" ? "GEN" : "CON";
  const column = (...names: string[]) => names.map((name) => header.indexOf(name)).find((at) => at !== -1);
  const need = (...names: string[]): number => {
    const found = column(...names);
    if (found !== undefined) return found;
    return sink.refuse({
      code: "missing-column",
      place: { row: 0 },
      received: header.join(", "),
      advice: `Ask for ${names.join(" or ")}: the answer has ${header.join(", ")}.`,
    });
  };
  const [what, from, time] = [need("I_COMMODITY"), need("CTY_CODE"), need("time")];
  const worth = need(`${kind}_VAL_YR`, `${kind}_VAL_MO`);
  const span = (header[worth] as string).slice(-2);
  if (column(`${kind}_VAL_YR`) !== undefined && column(`${kind}_VAL_MO`) !== undefined) {
    sink.refuse({
      code: "conflicting-columns",
      place: { row: 0 },
      received: header.join(", "),
      advice: `Ask for ${kind}_VAL_YR or for ${kind}_VAL_MO: the year to date and the month are not added.`,
    });
  }
  const paid = kind === "CON" ? column(`CAL_DUT_${span}`) : undefined;
  const [amount, unitAt] = [column(`${kind}_QY1_${span}`), column("UNIT_QY1")];
  const [summary, level] = [column("SUMMARY_LVL"), column("COMM_LVL")];
  const twice = header.flatMap((name, at) =>
    header.indexOf(name) < at ? [[header.indexOf(name), at] as const] : [],
  );
  const rows = new OfficeRows(sink, settings, "us-census");
  const record = (cells: readonly (string | null)[], row: number, line: number | undefined): void => {
    const at = line === undefined ? { row } : { row, line };
    if (cells.length !== header.length) {
      sink.fail(
        "field-count",
        at,
        cells.length,
        `Ask again: row ${row} has ${cells.length} fields, the header ${header.length}.`,
      );
      return;
    }
    const differs = twice.find(([first, second]) => cells[first] !== cells[second]);
    if (differs !== undefined) {
      const name = header[differs[0]] as string;
      sink.fail(
        "conflicting-columns",
        { ...at, column: name },
        `${cells[differs[0]]} and ${cells[differs[1]]}`,
        `Ask for ${name} once: it is there twice and differs in row ${row}.`,
      );
      return;
    }
    const cell = (position: number | undefined) =>
      position === undefined ? "" : (cells[position] ?? "").trim();
    const product = rows.product(cell(what), { ...at, column: "I_COMMODITY" });
    if (product === undefined) return;
    const exporter = rows.exporter(cell(from), { ...at, column: "CTY_CODE" });
    if (exporter === undefined) return;
    if (cell(summary) === "CGP") {
      sink.skip(at, "partner-group", cell(from));
      return;
    }
    const date = readYear(cell(time));
    if (date === undefined) {
      sink.fail(
        "not-a-year",
        { ...at, column: "time" },
        cell(time),
        'Look at the time: it is no year and no month such as "2024-12".',
      );
      return;
    }
    if (!rows.ofYear(date.year, at)) return;
    if (
      level !== undefined &&
      /^HS\d+$/.test(cell(level)) &&
      Number(cell(level).slice(2)) !== product.length
    ) {
      sink.fail(
        "bad-code",
        { ...at, column: "I_COMMODITY" },
        product,
        `Look at row ${row}: its level is ${cell(level)}.`,
      );
      return;
    }
    const value = rows.amount(cell(worth), plainNumbers, { ...at, column: header[worth] as string });
    const duties =
      paid === undefined
        ? null
        : rows.amount(cell(paid), plainNumbers, { ...at, column: header[paid] as string });
    const quantity =
      amount === undefined
        ? null
        : rows.amount(cell(amount), plainNumbers, { ...at, column: header[amount] as string });
    if (value === undefined || duties === undefined || quantity === undefined) return;
    if (value === null) {
      sink.skip(at, "missing-value", header[worth] as string);
      return;
    }
    rows.leveled({
      at,
      importer: "USA",
      exporter,
      product,
      year: date.year,
      period: periodOf(date.period, span, sink, at),
      value,
      currency: "USD",
      duties,
      quantity,
      unit: quantity === null ? null : cell(unitAt) || null,
    });
  };
  return { record, rows };
}

/** A year to date is the whole year in December only. */
function periodOf(period: string | null, span: string, sink: RowSink, at: { row: number }): string | null {
  if (span === "MO" || period === null) return period;
  if (period.endsWith("-12")) return null;
  sink.warn("part-of-a-year", at, `The figures cover the year up to ${period} only.`);
  return `${period.slice(0, 4)}-01/${period}`;
}
