import type { PartnerCode } from "../../economies/partner.js";
import type { DecimalText } from "../../exact/decimal.js";
import { amountCell } from "../amountCell.js";
import { type PartnerCell, type PartnerSystem, partnerReader } from "../partnerCell.js";
import type { RowSink } from "../rowSink.js";
import { amountReader, productReader } from "./csvCells.js";
import { csvPlain, type LineSettings } from "./csvPlain.js";
import type { RecordFormat, RecordMapper } from "./format.js";
import { readYear } from "./readPeriod.js";
import { requireColumns } from "./requireColumns.js";
import { TotalFinder } from "./totalFinder.js";

/**
 * The columns of a file of your own, by the names in its header: as it writes them, or in another case, with other blanks
 * and signs where none is written so.
 *
 * @category Readers
 */
export interface CsvColumns {
  /** Who imports; omit it where all rows have one importer, and pass `importer`. */
  readonly importer?: string;
  /** Who exports. */
  readonly exporter: string;
  /** The HS code; omit it where goods are not told apart. */
  readonly product?: string;
  /** The customs value. */
  readonly value: string;
  /** Duties collected. */
  readonly duties?: string;
  /** The quantity; it needs `unit`. */
  readonly quantity?: string;
  /** The unit of the quantity. */
  readonly unit?: string;
  /** The year, a month such as `2024-01`, or a day of it; omit it where all rows are of one year, and pass `year`. */
  readonly year?: string;
}

/** What the rows of a file of one's own have in common. */
export interface CsvSettings extends LineSettings {
  readonly columns: CsvColumns;
  readonly economies: PartnerSystem;
}

/** Separated files with columns of any name. */
export const csvFormat = (settings: CsvSettings): RecordFormat => ({
  delimiter: settings.delimiter,
  hasPlainLines: true,
  open: (header, line, sink) => csvMapper(settings, header, line, sink),
});

function csvMapper(
  settings: CsvSettings,
  header: readonly string[],
  headerLine: number,
  sink: RowSink,
): RecordMapper {
  const { columns, economies, importer, year, currency, numbers } = settings;
  const position = (name: string | undefined) =>
    name === undefined ? -1 : (requireColumns(header, [name], headerLine, sink, true)[0] as number);
  const [to, from, what, worth, paid] = [
    position(columns.importer),
    position(columns.exporter),
    position(columns.product),
    position(columns.value),
    position(columns.duties),
  ];
  const [amount, measure, when] = [
    position(columns.quantity),
    position(columns.unit),
    position(columns.year),
  ];
  const [partnerOf, importerOf] = [partnerReader(economies), partnerReader(economies)];
  const units = new Map<string, { unit: string; line: number }>();
  const totals = new TotalFinder();

  const always = { year: year as number, period: null };
  const product = productReader(columns.product ?? "", sink);
  const money = amountReader(numbers, sink);

  return {
    plain: csvPlain({
      ...{ settings, header, partnerOf, units, totals },
      fields: [to, from, what, measure, when, worth, paid, amount],
    }),
    record(cells, line) {
      const partner = partnerOf(cells[from] as string);
      const plain = "partner" in partner && (what === -1 || startsWithDigit(cells[what] as string));
      if (!plain && ("total" in partner || totals.isTotal(cells, from, what, worth, numbers))) {
        sink.fail(
          "total-row",
          { line },
          cells.join(","),
          `Leave line ${line} out: it ${totals.equals(cells[worth] as string, numbers) ? "is the sum of the rows above" : "stands for all partners or goods"}.`,
        );
        return;
      }
      if (!("partner" in partner)) {
        sink.fail(
          "unknown-partner",
          { line, column: columns.exporter },
          cells[from],
          adviceOn(partner, cells[from] as string, line, economies),
        );
        return;
      }
      const buyer: PartnerCell =
        to === -1 ? { partner: importer as PartnerCode } : importerOf(cells[to] as string);
      if (!("partner" in buyer)) {
        sink.fail(
          "unknown-partner",
          { line, column: columns.importer ?? "importer" },
          cells[to],
          adviceOn(buyer, cells[to] as string, line, economies),
        );
        return;
      }
      const code = what === -1 ? "total" : product(cells[what] as string, line);
      if (code === undefined) return;
      const value = money(cells[worth] as string, columns.value, line);
      if (value === undefined) return;
      const duties = paid === -1 ? null : money(cells[paid] as string, columns.duties as string, line);
      if (duties === undefined) return;
      const date = when === -1 ? always : readYear(cells[when] as string);
      if (date === undefined) {
        sink.fail(
          "not-a-year",
          { line, column: columns.year as string },
          cells[when],
          `Write a year or a month such as "2024-01" in line ${line}.`,
        );
        return;
      }
      let quantity: DecimalText | null = null;
      let unit: string | null = null;
      if (amount !== -1 && (cells[amount] as string).trim() !== "") {
        const read = money(cells[amount] as string, columns.quantity as string, line);
        if (read === undefined) return;
        unit = measure === -1 ? null : (cells[measure] as string).trim();
        const before = units.get(code);
        if (before === undefined) units.set(code, { unit: unit ?? "", line });
        else if (before.unit !== unit) {
          sink.fail(
            "two-units",
            { line, column: columns.unit ?? "unit" },
            unit,
            `Convert one of them: product ${code} has quantities in ${before.unit} (line ${before.line}) and ${unit} (line ${line}).`,
          );
          return;
        }
        quantity =
          numbers.shift === 0
            ? read
            : (amountCell(cells[amount] as string, { ...numbers, shift: 0 }) ?? null);
      }
      totals.add(value);
      sink.row({
        at: { line },
        importer: buyer.partner,
        exporter: partner.partner,
        product: code,
        year: date.year,
        period: date.period,
        value,
        currency,
        duties,
        quantity,
        unit,
      });
    },
  };
}

/** What to do about a partner that is no economy. */
function adviceOn(found: PartnerCell, cell: string, line: number, economies: PartnerSystem): string {
  const near = "unknown" in found ? found.unknown : "";
  const other =
    "unknown" in found && found.system !== undefined
      ? `Set economies to "${found.system}" if all partners are written so. `
      : "";
  const what = "unknown" in found ? `is none in ${economies}` : "stands for no single economy";
  return `${near}${other}Name an economy in line ${line}: ${JSON.stringify(cell)} ${what}.`;
}

const startsWithDigit = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57;
};
