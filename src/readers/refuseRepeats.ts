import type { RowPart } from "./plain/plainRows.js";
import type { RowKeys } from "./rowKeys.js";
import type { RowSink } from "./rowSink.js";
import type { TradeRow } from "./tradeRow.js";

/** Leaves out, and tells, rows that repeat a flow. */
export function refuseRepeats(parts: readonly RowPart[], keys: RowKeys, sink: RowSink): readonly RowPart[] {
  let behind = parts.reduce((rows, part) => rows + lengthOf(part), 0);
  const own: RowPart[] = [];
  const refuse = (row: TradeRow, before: number) => {
    sink.unread(behind + 1);
    sink.fail(
      "duplicate-row",
      row.at,
      `${row.exporter} to ${row.importer}, ${row.product}`,
      `Look at ${row.at.line === undefined ? "row" : "line"} ${row.at.line ?? row.at.row}: it repeats ${before} (${row.exporter}, ${row.product}); pass repeatedRows: "keep" where a flow has several rows.`,
    );
    sink.reread(behind);
  };
  for (const part of parts) {
    let start = 0;
    const isList = Array.isArray(part);
    // What lies between two repeats stays as it is.
    const keep = (to: number) => {
      if (to === start) return;
      if (isList) own.push(start === 0 && to === part.length ? part : part.slice(start, to));
      else own.push({ plain: part.plain, from: part.from + start, to: part.from + to });
    };
    const length = lengthOf(part);
    for (let at = 0; at < length; at++) {
      behind--;
      const before = isList ? keys.add(part[at] as TradeRow) : keys.addPlain(part.plain, part.from + at);
      if (before === undefined) continue;
      refuse(isList ? (part[at] as TradeRow) : part.plain.row(part.from + at), before);
      keep(at);
      start = at + 1;
    }
    keep(length);
  }
  return own;
}

const lengthOf = (part: RowPart): number => (Array.isArray(part) ? part.length : part.to - part.from);
