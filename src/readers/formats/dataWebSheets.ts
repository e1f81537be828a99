import type { PartnerCode } from "../../economies/partner.js";
import type { DecimalText } from "../../exact/decimal.js";
import type { ProductCode } from "../../trade/baseline.js";
import type { RowSink } from "../rowSink.js";
import { OfficeRows, type OfficeSettings } from "./office.js";

interface Cell {
  readonly line: number;
  readonly column: string;
  readonly exporter: PartnerCode;
  readonly product: ProductCode;
  readonly year: number;
  readonly amount: DecimalText;
  readonly special: boolean;
}

/** The sheets of one export: values and duties, joined by country, product and year. */
export class DataWebSheets {
  readonly values = new Map<string, Cell>();
  readonly duties = new Map<string, Cell>();
}

/** Joins the sheets and hands the rows of one level out. */
export function joinSheets(sheets: DataWebSheets, settings: OfficeSettings, sink: RowSink): void {
  const rows = new OfficeRows(sink, settings, "name");
  for (const [key, { line, column, exporter, product, year, amount, special }] of sheets.values) {
    const at = { line, column };
    if (settings.year !== undefined && settings.year !== year) {
      sink.skip(at, "other-period", String(year));
      continue;
    }
    if (special)
      sink.warn("special-code", at, `${product} is a special code of the statistics, no line of the tariff.`);
    const duties = sheets.duties.get(key);
    if (sheets.duties.size > 0 && duties === undefined) {
      sink.fail(
        "missing-value",
        at,
        key,
        `Export both sheets with the same question: the duties have no row for ${exporter}, ${product}, ${year}.`,
      );
      continue;
    }
    rows.leveled({
      at,
      importer: "USA",
      exporter,
      product,
      year,
      period: null,
      value: amount,
      currency: "USD",
      duties: duties?.amount ?? null,
      quantity: null,
      unit: null,
    });
  }
  for (const [key, { line, column, exporter, product, year }] of sheets.duties) {
    if (sheets.values.has(key) || (settings.year !== undefined && settings.year !== year)) continue;
    sink.fail(
      "missing-value",
      { line, column },
      key,
      `Export the customs value too: there are duties for ${exporter}, ${product}, ${year}, and no value.`,
    );
  }
  rows.finish();
}
