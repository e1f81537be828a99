import { Positions } from "../trade/columns/positions.js";
import type { RowSink } from "./rowSink.js";
import type { TradeRow } from "./tradeRow.js";

/** Which flows and periods a file has had, and where: two numbers for each row. */
export class RowKeys {
  private readonly partners = new Positions<string>();
  private readonly goods = new Positions<string>();
  private readonly lines = new Map<number, number>();

  /** The place of an earlier row of the same flow and period; undefined for the first one. */
  add({ importer, exporter, product, year, period, at }: TradeRow): number | undefined {
    const pair = this.partners.of(
      period === null ? `${importer}${exporter}${year}` : `${importer}${exporter}${period}`,
    );
    const key = pair * 2 ** 26 + this.goods.of(product);
    const before = this.lines.get(key);
    if (before === undefined) this.lines.set(key, at.line ?? at.row ?? 0);
    return before;
  }
}

/** Leaves out, and tells, rows that repeat a flow. */
export function refuseRepeats(rows: readonly TradeRow[], keys: RowKeys, sink: RowSink): readonly TradeRow[] {
  let repeats = 0;
  const own = rows.filter((row, position) => {
    const before = keys.add(row);
    if (before === undefined) return true;
    repeats++;
    sink.unread(rows.length - position);
    sink.fail(
      "duplicate-row",
      row.at,
      `${row.exporter} to ${row.importer}, ${row.product}`,
      `Look at ${row.at.line === undefined ? "row" : "line"} ${row.at.line ?? row.at.row}: it repeats ${before} (${row.exporter}, ${row.product}); pass repeatedRows: "keep" where a flow has several rows.`,
    );
    sink.reread(rows.length - position - 1);
    return false;
  });
  return repeats === 0 ? rows : own;
}
