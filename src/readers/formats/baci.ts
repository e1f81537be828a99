import type { TradeRow } from "../tradeRow.js";
import type { RecordFormat } from "./format.js";
import { inThousands, OfficeRows, type OfficeSettings } from "./office.js";
import { readYear } from "./readPeriod.js";
import { requireColumns } from "./requireColumns.js";

/** CEPII BACI: t year, i exporter, j importer, k product, v thousand USD, q metric tons. */
export const baciFormat = (settings: OfficeSettings): RecordFormat => ({
  delimiter: ",",
  open(header, headerLine, sink) {
    const [t, i, j, k, v, q] = requireColumns(header, ["t", "i", "j", "k", "v", "q"], headerLine, sink) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const rows = new OfficeRows(sink, settings, "comtrade");
    const edition = /HS(\d{2})/.exec(sink.file)?.[1];
    const hs = edition === undefined ? {} : { hs: `HS${Number(edition) > 80 ? 19 : 20}${edition}` };
    const giveRow = (row: TradeRow): void =>
      settings.digits === undefined ? sink.row(row) : rows.leveled(row);
    return {
      record(cells, line) {
        const at = { line };
        const cell = (column: number) => cells[column] as string;
        const when = readYear(cell(t));
        if (when === undefined) {
          sink.fail(
            "not-a-year",
            { line, column: "t" },
            cell(t),
            "Look at the year: it is no number of four digits.",
          );
          return;
        }
        if (!rows.ofYear(when.year, at)) return;
        const importer = rows.importer(cell(j).trim(), { line, column: "j" });
        if (importer === undefined) return;
        const exporter = rows.exporter(cell(i).trim(), { line, column: "i" });
        if (exporter === undefined) return;
        if (cell(i).trim() === "490")
          sink.warn("taken-as-taiwan", at, "490, Other Asia not elsewhere specified, is taken as Taiwan.");
        const product = rows.product(cell(k).trim(), { line, column: "k" });
        if (product === undefined) return;
        const value = rows.amount(cell(v), inThousands, { line, column: "v" });
        if (value === undefined) return;
        if (value === null) {
          sink.skip(at, "missing-value", cell(v));
          return;
        }
        const quantity = rows.amount(cell(q), inThousands, { line, column: "q" });
        if (quantity === undefined) return;
        giveRow({
          at,
          importer,
          exporter,
          product,
          ...when,
          value,
          currency: "USD",
          duties: null,
          quantity,
          unit: quantity === null ? null : "kg",
          ...hs,
        });
      },
    };
  },
});
