import type { RowSink } from "../rowSink.js";
import type { DataWebSheets } from "./dataWebSheets.js";
import { plainHeader, type RecordFormat } from "./format.js";
import { OfficeRows, type OfficeSettings, withCommas } from "./office.js";
import { TotalFinder } from "./totalFinder.js";

/** USITC DataWeb, HTS items by country: two title lines, a column for each year, a total at the end. */
export const dataWebFormat = (settings: OfficeSettings, sheets: DataWebSheets): RecordFormat => ({
  delimiter: ",",
  open(header, headerLine, sink) {
    const plain = header.map(plainHeader);
    const [what, from, kind] = ["htsnumber", "country", "datatype"].map((name) => plain.indexOf(name)) as [
      number,
      number,
      number,
    ];
    if (what === -1 || from === -1) {
      // The titles: the second states how many rows follow.
      if (/^data ?row ?count$/i.test((header[0] ?? "").trim()))
        announced.set(sink, Number((header[1] ?? "").replaceAll(",", "")));
      return "title";
    }
    const years = header.flatMap((name, column) => {
      const year = /^(?:year\s*)?(\d{4})$/i.exec(name.trim())?.[1];
      return year === undefined
        ? []
        : [{ column, name: name.trim(), year: Number(year), sum: new TotalFinder() }];
    });
    if (years.length === 0) {
      sink.refuse({
        code: "missing-column",
        place: { line: headerLine },
        received: header.join(" | "),
        advice: "Export figures by whole years: the header has no column of a year.",
      });
    }
    const rows = new OfficeRows(sink, settings, "name");
    let [count, total, last] = [
      0,
      undefined as { cells: readonly string[]; line: number } | undefined,
      headerLine,
    ];
    return {
      ragged: true,
      record(cells, line) {
        const first = (cells[0] ?? "").trim();
        if (/^total:?$/i.test(first)) {
          total = { cells, line };
          if (sheets.values.size > 0 && sheets.duties.size === 0) sink.skip({ line }, "total-row", first);
          return;
        }
        // Notes stand below the total; above it a line of one cell is a row that was cut.
        if (total !== undefined && cells.slice(1).every((cell) => cell.trim() === "")) {
          sink.skip({ line }, "footer", first.slice(0, 80));
          return;
        }
        last = line;
        count++;
        if (cells.length < (years.at(-1)?.column as number) + 1) {
          sink.fail(
            "field-count",
            { line },
            cells.length,
            `Look at line ${line}: it has ${cells.length} fields, the header ${header.length}.`,
          );
          return;
        }
        const product = rows.product((cells[what] as string).trim(), {
          line,
          column: header[what] as string,
        });
        const exporter =
          product === undefined
            ? undefined
            : rows.exporter((cells[from] as string).trim(), { line, column: header[from] as string });
        if (product === undefined || exporter === undefined) return;
        const isDuty =
          kind !== -1 && /dut/i.test(cells[kind] as string) && !/dutiable/i.test(cells[kind] as string);
        const isValue = kind === -1 || /customs value/i.test(cells[kind] as string);
        if (!isDuty && !isValue) {
          sink.skip({ line }, "other-indicator", cells[kind] as string);
          return;
        }
        for (const { column, name, year, sum } of years) {
          const at = { line, column: name };
          const amount = rows.amount(cells[column], withCommas, at);
          if (amount === undefined) continue;
          if (amount === null) {
            if (isValue) sink.skip(at, "missing-value", cells[column] as string);
            continue;
          }
          sum.add(amount);
          const key = `${exporter}|${product}|${year}`;
          const sheet = isDuty ? sheets.duties : sheets.values;
          const before = sheet.get(key);
          if (before !== undefined) {
            sink.fail("duplicate-row", at, key, `Look at line ${line}: it repeats line ${before.line}.`);
            continue;
          }
          sheet.set(key, {
            line,
            column: name,
            exporter,
            product,
            year,
            amount,
            special: product.startsWith("9999"),
          });
        }
      },
      finish() {
        const wanted = announced.get(sink);
        if (wanted !== undefined && wanted !== count) {
          sink.refuse({
            code: "row-count",
            place: { line: last },
            received: `${wanted} and ${count}`,
            advice: `Fetch the file again: it announces ${wanted} rows and has ${count}.`,
          });
        }
        for (const { column, name, sum } of total === undefined ? [] : years) {
          const cell = total?.cells[column] ?? "";
          if (cell.trim() === "" || sum.equalsAny(cell, withCommas)) continue;
          sink.refuse({
            code: "bad-total",
            place: { line: total?.line ?? 0, column: name },
            received: cell,
            advice: `Fetch the file again: the total ${cell} is not the sum of the rows, ${sum.text()}.`,
          });
        }
      },
    };
  },
});

/** How many rows a file says it has. */
const announced = new WeakMap<RowSink, number>();
