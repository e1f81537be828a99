import type { TradeReadOptions } from "./readOptions.js";
import type { ReadReport } from "./report.js";
import { streamTrade } from "./streamTrade.js";
import type { TradeRow } from "./tradeRow.js";

/**
 * A file of trade data that was read whole.
 *
 * @category Readers
 */
export interface TradeFile {
  /** The rows, in the order of the file. */
  readonly rows: readonly TradeRow[];
  /** What became of all rows: read, left out with the reason, wrong. */
  readonly report: ReadReport;
}

/**
 * Reads a file of trade data: one of your own with named columns, or one of the US Census (API, USA Trade Online), UN
 * Comtrade (CSV and JSON), CEPII BACI, World Bank WITS, USITC DataWeb, Eurostat Comext or Comex Stat of Brazil.
 *
 * **Unit**: values and duties in whole units of the currency (BACI and WITS count in thousands: they are multiplied),
 * quantities in the unit of the row, codes of partners in ISO 3166-1 alpha-3, codes of goods in digits.
 *
 * **Leaves out**: totals, groups, exports, re-imports, breakdowns and coarser levels beside the rows they hold: skipped
 * and counted by reason. Nothing else is left out without an error.
 *
 * @throws as {@link streamTrade} does; with `problems: "collect"` wrong rows stand in the report instead.
 * @example BACI: thousands of dollars, and codes of Comtrade
 * ```ts
 * import { readTrade } from "tariff-whatif/readers";
 *
 * const text = "t,i,j,k,v,q\n2022,251,842,040690,9182.115,690.020\n2022,490,842,854231,15128000.001,NA\n";
 * const { rows, report } = await readTrade({ source: { text }, format: "baci" });
 * rows.map((row) => `${row.exporter} ${row.product} ${row.value}`); // => ["FRA 040690 9182115", "TWN 854231 15128000001"]
 * report.counts; // => { dataRows: 2, read: 2, skipped: 0, failed: 0 }
 * ```
 * @category Readers
 */
export async function readTrade(options: TradeReadOptions): Promise<TradeFile> {
  const rows: TradeRow[] = [];
  const stream = streamTrade(options);
  for (;;) {
    const next = await stream.next();
    if (next.done) return { rows, report: next.value };
    for (const row of next.value) rows.push(row);
  }
}
