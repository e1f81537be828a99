import type { RecordFormat } from "./format.js";
import { columnsOf } from "./format.js";
import { inThousands, OfficeRows, type OfficeSettings } from "./office.js";
import { readYear } from "./readPeriod.js";
import { requireColumns } from "./requireColumns.js";

/** What WITS can be asked for: gross imports, or imports less re-imports; the two stand side by side in its files. */
export interface WitsSettings extends OfficeSettings {
  readonly net: boolean;
}

const editions: ReadonlyMap<string, string> = /* @__PURE__ */ new Map<string, string>([
  ["H0", "HS1992"],
  ["H1", "HS1996"],
  ["H2", "HS2002"],
  ["H3", "HS2007"],
  ["H4", "HS2012"],
  ["H5", "HS2017"],
  ["H6", "HS2022"],
]);

/** The edition of the HS behind a letter of Comtrade and WITS; the letter itself where it is none. */
export const hsEdition = (letter: string): string => editions.get(letter) ?? letter;

/** World Bank WITS, downloads of trade. */
export const witsFormat = (settings: WitsSettings): RecordFormat => ({
  delimiter: ",",
  open(header, headerLine, sink) {
    const columns = columnsOf(header);
    const byCode = columns.has("reporteriso3");
    const [to, from, what, when, flow, worth] = requireColumns(
      header,
      [
        byCode ? "ReporterISO3" : "Reporter",
        byCode ? "PartnerISO3" : "Partner",
        "ProductCode",
        "Year",
        ["TradeFlowName", "TradeFlow", "TradeFlowCode"],
        ["TradeValue in 1000 USD", "Trade Value 1000USD"],
      ],
      headerLine,
      sink,
    ) as [number, number, number, number, number, number];
    const [amount, unitAt, weight] = ["quantity", "quantityunit", "netweightinkgm"].map(
      (name) => columns.get(name) ?? -1,
    ) as [number, number, number];
    const nomenclature = columns.get("nomenclature");
    const rows = new OfficeRows(sink, settings, byCode ? "world-bank" : "name");
    const seen = new Set<string>();
    // The short download has imports under one name; the long one has gross and net side by side.
    const wanted = settings.net ? /^(import|5)$/i : /^(gross imp\.?|gross imports?|1)$/i;
    let hasGross = false;
    return {
      record(cells, line) {
        const at = { line };
        const cell = (column: number) => (cells[column] as string).trim();
        const name = cell(flow);
        hasGross ||= /^gross imp/i.test(name);
        const isShort = !byCode && !settings.net && !hasGross && /^import$/i.test(name);
        if (!wanted.test(name) && !isShort) {
          sink.skip(at, "other-flow", name);
          return;
        }
        const date = readYear(cell(when));
        if (date === undefined) {
          sink.fail("not-a-year", { line, column: "Year" }, cell(when), "Look at the year: it is none.");
          return;
        }
        if (!rows.ofYear(date.year, at)) return;
        const edition = nomenclature === undefined ? undefined : cell(nomenclature);
        if (
          edition !== undefined &&
          !rows.ofHs(edition, { line, column: header[nomenclature as number] as string })
        )
          return;
        const importer = rows.importer(cell(to), at);
        if (importer === undefined) return;
        const exporter = rows.exporter(cell(from), at);
        if (exporter === undefined) return;
        const product = rows.product(cell(what), { line, column: header[what] as string });
        if (product === undefined) return;
        const value = rows.amount(cell(worth), inThousands, { line, column: header[worth] as string });
        if (value === undefined) return;
        if (value === null) {
          sink.skip(at, "missing-value", cell(worth));
          return;
        }
        const plain = { ...inThousands, shift: 0 };
        const quantity = amount === -1 ? null : rows.amount(cell(amount), plain, at);
        const netWeightKg = weight === -1 ? null : rows.amount(cell(weight), plain, at);
        if (quantity === undefined || netWeightKg === undefined) return;
        if (edition !== undefined) {
          seen.add(edition);
          if (seen.size > 1)
            sink.warn(
              "two-classifications",
              at,
              `The file mixes ${[...seen].join(" and ")}: convert one before you compare goods.`,
            );
        }
        rows.leveled({
          at,
          importer,
          exporter,
          product,
          ...date,
          value,
          currency: "USD",
          duties: null,
          quantity,
          unit: quantity === null || unitAt === -1 ? null : cell(unitAt),
          ...(weight === -1 ? {} : { netWeightKg }),
          ...(edition === undefined ? {} : { hs: hsEdition(edition) }),
        });
      },
      finish: () => rows.finish(),
    };
  },
});
