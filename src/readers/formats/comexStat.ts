import type { TradeRow } from "../tradeRow.js";
import type { RecordFormat } from "./format.js";
import { columnsOf } from "./format.js";
import { OfficeRows, type OfficeSettings, plainNumbers } from "./office.js";
import { readYear } from "./readPeriod.js";
import { requireColumns } from "./requireColumns.js";

const units: ReadonlyMap<string, string> = /* @__PURE__ */ new Map<string, string>([
  ["10", "kg"],
  ["11", "item"],
  ["15", "litre"],
]);

/** Brazil, Comex Stat: imports by month, state, way of transport and customs office. */
export const comexStatFormat = (settings: OfficeSettings): RecordFormat => ({
  delimiter: ";",
  open(header, headerLine, sink) {
    const [y, m, what, unit, from, amount, weight, worth] = requireColumns(
      header,
      ["CO_ANO", "CO_MES", "CO_NCM", "CO_UNID", "CO_PAIS", "QT_ESTAT", "KG_LIQUIDO", "VL_FOB"],
      headerLine,
      sink,
    ) as [number, number, number, number, number, number, number, number];
    const columns = columnsOf(header);
    const [carriage, insured] = [columns.get("vlfrete"), columns.get("vlseguro")];
    if (carriage === undefined) {
      sink.refuse({
        code: "missing-column",
        place: { line: headerLine },
        received: header.join(";"),
        advice: "Read a file of imports (IMP_...): files of exports have no freight.",
      });
    }
    const rows = new OfficeRows(sink, settings, "comex-stat");
    const seen = new Map<string, number>();
    const giveRow = (row: TradeRow): void =>
      settings.digits === undefined ? sink.row(row) : rows.leveled(row);
    return {
      record(cells, line) {
        const at = { line };
        const cell = (column: number | undefined) =>
          column === undefined ? "" : (cells[column] as string).trim();
        if (/^9999/.test(cell(what))) {
          sink.skip(at, "special-code", cell(what));
          return;
        }
        const whole = cells.join(";");
        const before = seen.get(whole);
        if (before !== undefined) {
          sink.fail(
            "duplicate-row",
            at,
            whole,
            `Look at line ${line}: it is identical to line ${before}, and which of the two is meant the file does not say.`,
          );
          return;
        }
        seen.set(whole, line);
        const date = readYear(`${cell(y)}-${cell(m).padStart(2, "0")}`);
        if (date === undefined) {
          sink.fail("not-a-year", { line, column: "CO_ANO" }, cell(y), "Look at the year and the month.");
          return;
        }
        if (!rows.ofYear(date.year, at)) return;
        const exporter = rows.exporter(cell(from).padStart(3, "0"), { line, column: "CO_PAIS" });
        if (exporter === undefined) return;
        const product = rows.product(cell(what), { line, column: "CO_NCM" });
        if (product === undefined) return;
        const money = (column: number | undefined, name: string) =>
          rows.amount(cell(column), plainNumbers, { line, column: name });
        const [value, quantity, netWeightKg, freight, insurance] = [
          money(worth, "VL_FOB"),
          money(amount, "QT_ESTAT"),
          money(weight, "KG_LIQUIDO"),
          money(carriage, "VL_FRETE"),
          money(insured, "VL_SEGURO"),
        ];
        if (
          value === undefined ||
          quantity === undefined ||
          netWeightKg === undefined ||
          freight === undefined ||
          insurance === undefined
        )
          return;
        if (value === null) {
          sink.skip(at, "missing-value", cell(worth));
          return;
        }
        giveRow({
          at,
          importer: "BRA",
          exporter,
          product,
          ...date,
          value,
          currency: "USD",
          duties: null,
          quantity,
          unit: quantity === null ? null : (units.get(cell(unit)) ?? `unit ${cell(unit)}`),
          netWeightKg,
          ...(freight === null ? {} : { freight }),
          ...(insurance === null ? {} : { insurance }),
        });
      },
    };
  },
});
