import { rowsOf } from "./plain/rowsOf.js";
import type { TradeReadOptions } from "./readOptions.js";
import type { ReadReport } from "./report.js";
import { tradeParts } from "./tradeParts.js";
import type { TradeRow } from "./tradeRow.js";

/**
 * Reads a file of trade data piece by piece: each piece is a list of rows, what the generator returns is the report.
 *
 * **Result**: rows in the order of the file, in lists of some thousands; memory does not grow with a separated file
 * whose `repeatedRows` are kept and whose level (`digits`) is named. Rows that were handed out before an error are not
 * the whole file.
 *
 * **Leaves out**: totals, groups, other flows, periods and levels, each counted by its reason in the report.
 *
 * @throws a {@link ReadError} with file, line and column, among others `truncated-gzip`, `wrong-delimiter`,
 * `missing-column`, `field-count`, `bad-number`, `leading-zero-lost`, `unknown-partner`, `total-row`, `duplicate-row`,
 * `empty-file`; `aborted`; `wrong-type`, `missing-key`, `unknown-key` for the options.
 * @example Two lines, one at a time
 * ```ts
 * import { streamTrade } from "tariff-whatif/readers";
 *
 * const text = "partner,hs,value\nCHN,8507600010,1200\nCAN,0101210010,300\n";
 * const values: string[] = [];
 * for await (const rows of streamTrade({
 *   source: { text },
 *   format: "csv",
 *   columns: { exporter: "partner", product: "hs", value: "value" },
 *   economies: "iso-alpha-3",
 *   importer: "USA",
 *   year: 2024,
 *   currency: "USD",
 * })) {
 *   for (const row of rows) values.push(`${row.exporter} ${row.product} ${row.value}`);
 * }
 * values; // => ["CHN 8507600010 1200", "CAN 0101210010 300"]
 * ```
 * @category Readers
 */
export async function* streamTrade(
  options: TradeReadOptions,
): AsyncGenerator<readonly TradeRow[], ReadReport> {
  const stream = tradeParts(options, "");
  try {
    for (;;) {
      const next = await stream.next();
      if (next.done) return next.value;
      yield rowsOf(next.value);
    }
  } finally {
    await stream.return(undefined as never);
  }
}
