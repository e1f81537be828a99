import type { PartnerCode } from "../../economies/partner.js";
import type { ProductCode } from "../../trade/baseline.js";
import type { NumberForm } from "../amountCell.js";
import type { PartnerCell } from "../partnerCell.js";
import { CellTable } from "../plain/cellTable.js";
import { PlainReader, role } from "../plain/plainReader.js";
import { PlainRows } from "../plain/plainRows.js";
import { productCell } from "../productCell.js";
import { readYear, type YearAndPeriod } from "./readPeriod.js";
import { placesCounted, type TotalFinder } from "./totalFinder.js";

/** What the rows of a file have in common, and how its lines are written. */
export interface LineSettings {
  readonly importer: PartnerCode | undefined;
  readonly year: number | undefined;
  readonly currency: string;
  readonly delimiter: string;
  readonly numbers: NumberForm;
}

/** What the reader of plain lines has in common with that of records: whatever one has met, the other knows. */
export interface CsvState {
  readonly settings: LineSettings;
  readonly header: readonly string[];
  /** The field of each role, -1 where the file has none. */
  readonly fields: readonly [number, number, number, number, number, number, number, number];
  readonly partnerOf: (cell: string) => PartnerCell;
  /** The unit of each product, and where it was met. */
  readonly units: Map<string, { readonly unit: string; readonly line: number }>;
  readonly totals: TotalFinder;
}

/** Reads the plain lines of a file of one's own; undefined where its header leaves it to the reader of records. */
export function csvPlain({ settings, header, fields, ...state }: CsvState): PlainReader | undefined {
  const { importer, year, currency, delimiter, numbers } = settings;
  const { partnerOf, units, totals } = state;
  const roles = header.map((_, field) => (fields.includes(field) ? fields.indexOf(field) : role.none));
  const named = fields.filter((field) => field !== -1);
  // One field in two roles; or a header that could be a line, where its repetition must be found.
  if (new Set(named).size < named.length || "partner" in partnerOf(header[fields[role.exporter]] as string))
    return undefined;

  const has = (which: number) => fields[which] !== -1;
  const partner = (text: string): PartnerCode | undefined => {
    const read = partnerOf(text);
    return "partner" in read ? read.partner : undefined;
  };
  const rows = new PlainRows(
    {
      importer: has(role.importer) ? new CellTable(partner) : always(importer as PartnerCode),
      exporter: new CellTable(partner),
      product: has(role.product) ? new CellTable(product) : always("total" as ProductCode),
      unit: new CellTable((text) => text.trim()),
      when: has(role.when)
        ? new CellTable(readYear)
        : always<YearAndPeriod>({ year: year as number, period: null }),
    },
    currency,
    has(role.duties),
    has(role.quantity),
  );

  const unitOf: number[] = [];
  /** Whether the quantity of a row is in the unit of those before it. */
  const hasSameUnit = (row: number): boolean => {
    const [, , what, measure] = rows.codes;
    const [number, unit] = [what[row] as number, measure[row] as number];
    const known = unitOf[number];
    if (known !== undefined) return known === unit;
    const written = rows.tables.unit.meanings[unit] as string;
    const code = rows.tables.product.meanings[number] as ProductCode;
    const before = units.get(code);
    if (before === undefined) units.set(code, { unit: written, line: rows.line[row] as number });
    else if (before.unit !== written) return false;
    unitOf[number] = unit;
    return true;
  };
  return new PlainReader(
    rows,
    { roles, delimiter, decimal: numbers.decimal, shift: numbers.shift },
    (row) => {
      const [value, , quantity] = rows.amounts;
      const places = value.places[row] as number;
      if (places > placesCounted) return false;
      if (rows.hasQuantity && !Number.isNaN(quantity.units[row]) && !hasSameUnit(row)) return false;
      totals.addUnits(value.units[row] as number, places);
      return true;
    },
  );
}

/** A code of goods that begins as such: a text that could name a total is looked at with its row. */
function product(text: string): ProductCode | undefined {
  const first = text.charCodeAt(0);
  if (!(first >= 48 && first <= 57)) return undefined;
  const read = productCell(text);
  return read.kind === "code" ? read.code : undefined;
}

function always<Meaning>(meaning: Meaning): CellTable<Meaning> {
  const table = new CellTable<Meaning>(() => undefined);
  table.meanings.push(meaning);
  return table;
}
