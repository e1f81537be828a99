import { TariffError } from "../internal/TariffError.js";
import type { Baseline } from "../trade/baseline.js";
import type { BaselineInput } from "../trade/baselineInput.js";
import { defineBaselineColumns } from "../trade/defineBaselineColumns.js";
import { GrowingColumns } from "./growingColumns.js";
import type { TradeReadOptions } from "./readOptions.js";
import type { ReadReport } from "./report.js";
import { tradeParts } from "./tradeParts.js";

/**
 * What {@link readBaseline} needs beside the file.
 *
 * @category Readers
 */
export interface BaselineHeading extends Omit<BaselineInput, "flows" | "currency" | "year"> {
  /** The file and how to read it. */
  readonly file: TradeReadOptions;
}

/**
 * A baseline from a file, and what became of the rows.
 *
 * @category Readers
 */
export interface BaselineFile {
  /** The baseline. */
  readonly baseline: Baseline;
  /** What became of all rows. */
  readonly report: ReadReport;
}

/**
 * Reads a file of trade data into a {@link Baseline}.
 *
 * **Result**: year and currency are those of the rows; rows of several years are refused, months are added up where
 * `repeatedFlows` is `"add"`, with a warning where some are missing, and never to the year that holds them. Under 40 bytes
 * a row, plus the lists of codes.
 *
 * **Leaves out**: quantities whose unit this package does not know (a warning in the report counts them).
 *
 * @throws as `streamTrade` and `defineBaselineColumns` do; `several-years` where the rows are of several years,
 * `mixed-periods` where a year stands beside its months, `currency-mismatch`, `no-rows`.
 * @example A baseline from a text
 * ```ts
 * import { baselineTotals } from "tariff-whatif";
 * import { readBaseline } from "tariff-whatif/readers";
 *
 * const text = "partner,hs,value,duties\nCHN,8507600010,1200,41\nCAN,0101210010,300,0\n";
 * const { baseline } = await readBaseline({
 *   file: {
 *     source: { text },
 *     format: "csv",
 *     columns: { exporter: "partner", product: "hs", value: "value", duties: "duties" },
 *     economies: "iso-alpha-3",
 *     importer: "USA",
 *     year: 2024,
 *     currency: "USD",
 *   },
 *   id: "two-lines",
 *   title: "Two lines",
 *   priceYear: 2024,
 *   sources: [{ id: "own", title: "Own figures", publisher: "Us", licence: "ours", note: "an example" }],
 * });
 * baselineTotals({ baseline, by: "all" })[0]?.duties.amount; // => "41"
 * ```
 * @category Readers
 */
export async function readBaseline(options: BaselineHeading): Promise<BaselineFile> {
  if (typeof options !== "object" || options === null)
    throw new TariffError({
      code: "wrong-type",
      path: "",
      received: options,
      advice: "Pass an object with the keys file, id, title, priceYear and sources.",
    });
  const { file, ...heading } = options;
  const columns = new GrowingColumns();
  const stream = tradeParts(
    file === undefined || heading.repeatedFlows !== "add"
      ? file
      : { ...file, repeatedRows: file.repeatedRows ?? "keep" },
    "file",
  );
  try {
    for (;;) {
      const next = await stream.next();
      if (next.done) {
        const { warnings, ...report } = next.value;
        const { year, currency, flows } = columns.finish(report.file);
        return {
          baseline: defineBaselineColumns({ ...heading, year, currency, ...flows }),
          report: { ...report, warnings: [...warnings, ...columns.warnings()] },
        };
      }
      for (const part of next.value) {
        if (Array.isArray(part)) for (const row of part) columns.add(row);
        else columns.addPlain(part);
      }
    }
  } finally {
    await stream.return(undefined as never);
  }
}
