import { comtradeUnit } from "./comtradeUnits.js";
import { columnsOf, type RecordFormat } from "./format.js";
import { OfficeRows, type OfficeSettings, plainNumbers } from "./office.js";
import { readYear } from "./readPeriod.js";
import { requireColumns } from "./requireColumns.js";
import { hsEdition } from "./wits.js";

/** UN Comtrade, CSV: the downloads until 2023, of 22 or 35 columns, and those of today with the names of the API. */
export const comtradeLegacyFormat = (settings: OfficeSettings): RecordFormat => ({
  delimiter: ",",
  open(header, headerLine, sink) {
    const [edition, when, flow, to, from, what, worth] = requireColumns(
      header,
      [
        ["Classification", "classificationCode"],
        ["Period", "Year", "refYear"],
        ["Trade Flow Code", "flowCode"],
        ["Reporter Code", "reporterCode"],
        ["Partner Code", "partnerCode"],
        ["Commodity Code", "cmdCode"],
        ["Trade Value (US$)", "TradeValueUS", "primaryValue"],
      ],
      headerLine,
      sink,
    ) as [number, number, number, number, number, number, number];
    const columns = columnsOf(header);
    const at = (...names: string[]) =>
      names.map((name) => columns.get(name)).find((each) => each !== undefined);
    const [unitAt, amountAt] = [at("qtyunitcode"), at("qty")];
    const [weightAt, flagAt] = [at("netweightkg", "netwgt"), at("flag", "legacyestimationflag")];
    const details = [
      at("2ndpartnercode", "partner2code"),
      at("customsproccode", "customscode"),
      at("modeoftransportcode", "motcode"),
    ];
    const rows = new OfficeRows(sink, settings, "comtrade");
    const editionOf = new Map<string, string>();
    return {
      record(cells, line) {
        const place = { line };
        const cell = (column: number | undefined) =>
          column === undefined ? "" : (cells[column] as string).trim();
        if (!/^(1|M)$/.test(cell(flow))) {
          sink.skip(place, "other-flow", cell(flow));
          return;
        }
        const date = readYear(cell(when));
        if (date === undefined) {
          sink.fail(
            "not-a-year",
            { line, column: header[when] as string },
            cell(when),
            "Look at the period: it is no year and no month.",
          );
          return;
        }
        if (!rows.ofYear(date.year, place)) return;
        const letter = cell(edition);
        if (!rows.ofHs(letter, { line, column: header[edition] as string })) return;
        // Each importer reports in an edition of its own.
        const reported = `${cell(to)} ${date.year}`;
        const first = editionOf.get(reported);
        if (first === undefined) editionOf.set(reported, letter);
        else if (first !== letter) {
          sink.skip(place, "other-classification", letter);
          return;
        }
        if (details.some((column) => !/^(|0|C00)$/.test(cell(column)))) {
          sink.skip(place, "breakdown", details.map(cell).join(" "));
          return;
        }
        const product = rows.product(cell(what), { line, column: header[what] as string });
        if (product === undefined) return;
        const importer = rows.importer(cell(to), place);
        if (importer === undefined) return;
        const exporter = rows.exporter(cell(from), place);
        if (exporter === undefined) return;
        if (cell(from) === "490")
          sink.warn("taken-as-taiwan", place, "490, Other Asia not elsewhere specified, is taken as Taiwan.");
        const value = rows.amount(cell(worth), plainNumbers, { line, column: header[worth] as string });
        const unit = comtradeUnit(cell(unitAt));
        const quantity = unit === undefined ? null : rows.amount(cell(amountAt), plainNumbers, place);
        const netWeightKg = rows.amount(cell(weightAt), plainNumbers, place);
        if (value === undefined || quantity === undefined || netWeightKg === undefined) return;
        if (value === null) {
          sink.skip(place, "missing-value", cell(worth));
          return;
        }
        rows.leveled({
          at: place,
          importer,
          exporter,
          product,
          ...date,
          value,
          currency: "USD",
          duties: null,
          quantity,
          unit: quantity === null ? null : (unit as string),
          ...(weightAt === undefined ? {} : { netWeightKg }),
          hs: hsEdition(letter),
          ...(flagAt === undefined ? {} : { estimated: !/^0?$/.test(cell(flagAt)) }),
        });
      },
      finish: () => rows.finish(),
    };
  },
});
