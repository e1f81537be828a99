import type { TradeRow } from "../tradeRow.js";
import type { RowPart } from "./plainRows.js";

/** The rows of parts as objects. */
export function rowsOf(parts: readonly RowPart[]): readonly TradeRow[] {
  const [only] = parts;
  if (parts.length === 1 && Array.isArray(only)) return only;
  const rows: TradeRow[] = [];
  for (const part of parts) {
    if (Array.isArray(part)) for (const row of part) rows.push(row);
    else for (let at = part.from; at < part.to; at++) rows.push(part.plain.row(at));
  }
  return rows;
}
