import { plainHeader, type RecordFormat } from "./format.js";
import { OfficeRows, type OfficeSettings, withCommas } from "./office.js";
import { readYear } from "./readPeriod.js";

/** US Census Bureau, USA Trade Online: titles above the header, code and name in one cell, groups among countries. */
export const usaTradeOnlineFormat = (settings: OfficeSettings): RecordFormat => ({
  delimiter: ",",
  open(header, headerLine, sink) {
    const plain = header.map(plainHeader);
    const find = (form: RegExp) => plain.findIndex((name) => form.test(name));
    const [what, from, time] = [find(/^commodit(y|ies)$/), find(/^countr(y|ies)$/), find(/^time$/)];
    if (what === -1 || from === -1) return "title";
    const consumption = find(/^customsvaluecons/);
    const worth = consumption === -1 ? find(/^customsvalue/) : consumption;
    if (time === -1 || worth === -1) {
      sink.refuse({
        code: "missing-column",
        place: { line: headerLine },
        received: header.join(" | "),
        advice: `Export ${time === -1 ? "the time" : "the customs value"} too: the header has no such column.`,
      });
    }
    const paid = find(/^calculateddut/);
    const rows = new OfficeRows(sink, settings, "name");
    return {
      ragged: true,
      record(cells, line) {
        const at = { line };
        if (cells.length < header.length - 1 || cells.slice(1).every((cell) => cell.trim() === "")) {
          sink.skip(at, "footer", cells.join(" ").slice(0, 80));
          return;
        }
        const cell = (column: number) => (cells[column] ?? "").trim();
        const goods = cell(what);
        const code = /^\d/.test(goods) ? (goods.split(/\s/, 1)[0] as string) : goods.replace(/\s+/g, " ");
        const product = rows.product(code, { line, column: header[what] as string });
        if (product === undefined) return;
        const exporter = rows.exporter(cell(from), { line, column: header[from] as string });
        if (exporter === undefined) return;
        const date = readYear(cell(time));
        if (date === undefined) {
          if (/through/i.test(cell(time))) sink.skip(at, "other-period", cell(time));
          else
            sink.fail(
              "not-a-year",
              { line, column: header[time] as string },
              cell(time),
              "Look at the time: it is no year and no month.",
            );
          return;
        }
        if (!rows.ofYear(date.year, at)) return;
        const value = rows.amount(cell(worth), withCommas, { line, column: header[worth] as string });
        const duties =
          paid === -1 ? null : rows.amount(cell(paid), withCommas, { line, column: header[paid] as string });
        if (value === undefined || duties === undefined) return;
        if (value === null) {
          sink.skip(at, "missing-value", cell(worth));
          return;
        }
        if (product.startsWith("9999"))
          sink.warn(
            "special-code",
            at,
            `${product} is a special code of the statistics, no line of the tariff.`,
          );
        rows.leveled({
          at,
          importer: "USA",
          exporter,
          product,
          ...date,
          value,
          currency: "USD",
          duties,
          quantity: null,
          unit: /\(([^()]*)\)$/.exec(goods)?.[1] ?? null,
        });
      },
      finish: () => rows.finish(),
    };
  },
});
