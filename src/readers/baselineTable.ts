import type { PartnerCode } from "../economies/partner.js";
import type { DecimalText } from "../exact/decimal.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { type Baseline, type ProductCode, requireBaseline } from "../trade/baseline.js";
import { columnNumbers, columnTexts } from "../trade/columns/amountColumn.js";
import { flowColumns } from "../trade/columns/flowColumns.js";

/**
 * The flows of a baseline as columns of equal length.
 *
 * @category Readers
 */
export interface BaselineTable<Amount extends DecimalText | number> {
  /** Who imports. */
  readonly importer: readonly PartnerCode[];
  /** Who exports. */
  readonly exporter: readonly PartnerCode[];
  /** The HS code, `"total"` where goods are not told apart. */
  readonly product: readonly ProductCode[];
  /** The customs value, in whole units of the currency. */
  readonly customsValue: readonly Amount[] | Float64Array;
  /** Duties collected; absent where the baseline has none. */
  readonly duties?: readonly Amount[] | Float64Array;
}

/**
 * A baseline as columns that other libraries write: `tableFromArrays` of Arrow, a CSV writer, an insert into a database.
 *
 * **Unit**: whole units of the currency of the baseline; as text exact, as numbers the nearest float64.
 *
 * **Leaves out**: quantities, and what the baseline says of itself (currency, year, sources).
 *
 * @throws `not-defined`, `out-of-range` for amounts of another kind, `missing-key`, `unknown-key`.
 * @example To CSV
 * ```ts
 * import { baselineTable, readBaseline } from "tariff-whatif/readers";
 *
 * const text = "partner,hs,value,duties\nCHN,85,1200,41\nCAN,27,300,0\n";
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
 * const table = baselineTable({ baseline, amounts: "text" });
 * table.exporter.map((exporter, row) => `${exporter},${table.customsValue[row]}`); // => ["CHN,1200", "CAN,300"]
 * ```
 * @category Readers
 */
export function baselineTable(options: {
  /** The data. */
  readonly baseline: Baseline;
  /** Amounts as exact texts. */
  readonly amounts: "text";
}): BaselineTable<DecimalText>;
export function baselineTable(options: {
  /** The data. */
  readonly baseline: Baseline;
  /** Amounts as float64. */
  readonly amounts: "number";
}): BaselineTable<number>;
export function baselineTable(options: {
  readonly baseline: Baseline;
  readonly amounts: "text" | "number";
}): BaselineTable<DecimalText> | BaselineTable<number> {
  const { baseline, amounts } = readOptions(options, "", ["baseline", "amounts"]);
  requireBaseline(baseline, "baseline");
  if (amounts !== "text" && amounts !== "number") {
    throw new TariffError({
      code: "out-of-range",
      path: "amounts",
      received: amounts,
      advice: 'Pass "text" for exact amounts or "number" for float64.',
    });
  }
  const { importers, exporters, products } = baseline;
  const { importer, exporter, product, customsValue, duties } = flowColumns(baseline);
  const names = <T>(list: readonly T[], column: ArrayLike<number>): T[] =>
    Array.from(column, (at) => list[at] as T);
  const write = amounts === "text" ? columnTexts : columnNumbers;
  return {
    importer: names(importers, importer),
    exporter: names(exporters, exporter),
    product: names(products, product),
    customsValue: write(customsValue),
    ...(duties === null ? {} : { duties: write(duties) }),
  } as BaselineTable<DecimalText> | BaselineTable<number>;
}
