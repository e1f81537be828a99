import { type PartnerCode, requirePartner } from "../economies/partner.js";
import { readOptions } from "../internal/readOptions.js";
import { parse } from "../internal/zod/parse.js";
import { assembleBaseline } from "./assembleBaseline.js";
import type { Baseline, ProductCode } from "./baseline.js";
import type { BaselineInput } from "./baselineInput.js";
import { baselineHeadSchema } from "./baselineSchema.js";
import type { AmountColumnInput } from "./columns/amountColumnInput.js";
import { readAmounts } from "./columns/readAmounts.js";
import { readIndex } from "./columns/readIndex.js";
import { type QuantityColumnInput, readQuantityColumns } from "./columns/readQuantityColumns.js";
import { readCodes } from "./readCodes.js";
import { readProduct } from "./readProduct.js";

/**
 * The flows of {@link defineBaselineColumns}: the n-th entries of all columns are the n-th flow.
 *
 * @category Baseline
 */
export interface FlowColumnsInput {
  /** Position of the importer in `importers`. */
  readonly importer: ArrayLike<number>;
  /** Position of the exporter in `exporters`. */
  readonly exporter: ArrayLike<number>;
  /** Position of the product in `products`. */
  readonly product: ArrayLike<number>;
  /** Customs value, in whole units of the currency. */
  readonly customsValue: AmountColumnInput;
  /** Duties collected; omit it, or null, where the data have none. */
  readonly duties?: AmountColumnInput | null;
  /** Quantities, one entry for each unit. */
  readonly quantities?: readonly QuantityColumnInput[];
}

/**
 * What {@link defineBaselineColumns} takes; a {@link Baseline} that went through JSON has this form.
 *
 * @category Baseline
 */
export interface BaselineColumnsInput extends Omit<BaselineInput, "flows"> {
  /** The importers, each once. */
  readonly importers: readonly PartnerCode[];
  /** The exporters, each once. */
  readonly exporters: readonly PartnerCode[];
  /** The products, each once: HS codes, or `"total"`. */
  readonly products: readonly string[];
  /** The flows, up to 20,000,000. */
  readonly columns: FlowColumnsInput;
}

const most = 20_000_000;

/**
 * Checks trade data that come as columns and returns them as a {@link Baseline}: the door for many lines.
 *
 * **Result**: frozen; the input is copied, not changed. Models and sums work on typed arrays.
 *
 * **Leaves out**: any check of the figures against another source; codes in the lists that no flow names stay.
 *
 * @throws `missing-key`, `unknown-key`, `unsafe-key`, `wrong-type`, `not-a-decimal`, `out-of-range` for a negative
 * amount or a position outside its list, `length-mismatch`, `unknown-economy`, `not-an-hs-code`, `duplicate-id` for a
 * code or unit that stands twice, `duplicate-flow`, `overlapping-scope`, `empty`, `too-long`, `not-a-currency`,
 * `not-a-year`.
 * @example Two flows as columns, in cents
 * ```ts
 * import { baselineTotals, defineBaselineColumns } from "tariff-whatif";
 *
 * const baseline = defineBaselineColumns({
 *   id: "steel-2024",
 *   title: "UK imports of steel, 2024",
 *   year: 2024,
 *   currency: "GBP",
 *   priceYear: 2024,
 *   importers: ["GBR"],
 *   exporters: ["EU27", "CHN"],
 *   products: ["72"],
 *   columns: {
 *     importer: new Uint8Array(2),
 *     exporter: Uint8Array.of(0, 1),
 *     product: new Uint8Array(2),
 *     customsValue: { values: Float64Array.of(300_000_050, 100_000_000), places: 2 },
 *     duties: { values: Float64Array.of(0, 10_000_000), places: 2 },
 *   },
 *   sources: [{ id: "own", title: "Own figures", publisher: "Us", licence: "ours", note: "an example" }],
 * });
 * baselineTotals({ baseline, by: "all" })[0]?.customsValue.amount; // => "4000000.5"
 * ```
 * @category Baseline
 */
export function defineBaselineColumns(input: BaselineColumnsInput): Baseline {
  const all = readOptions(
    input,
    "",
    [
      "id",
      "title",
      "year",
      "currency",
      "priceYear",
      "importers",
      "exporters",
      "products",
      "columns",
      "sources",
    ],
    ["gdp", "repeatedFlows"],
  );
  const { importers, exporters, products, columns: given, ...rest } = all;
  const head = parse(baselineHeadSchema(), rest);
  const codes = {
    importers: readCodes(importers, "importers", requirePartner),
    exporters: readCodes(exporters, "exporters", requirePartner),
    products: readCodes(products, "products", readProduct) as readonly ProductCode[],
  };
  const columns = readOptions(
    given,
    "columns",
    ["importer", "exporter", "product", "customsValue"],
    ["duties", "quantities"],
  );
  const customsValue = readAmounts(columns.customsValue, "columns.customsValue", undefined, most);
  const length = customsValue.values.length;
  return assembleBaseline({
    head,
    ...codes,
    columns: {
      length,
      importer: readIndex(columns.importer, "columns.importer", length, codes.importers.length),
      exporter: readIndex(columns.exporter, "columns.exporter", length, codes.exporters.length),
      product: readIndex(columns.product, "columns.product", length, codes.products.length),
      customsValue,
      duties:
        columns.duties === null || columns.duties === undefined
          ? null
          : readAmounts(columns.duties, "columns.duties", length, most),
      quantities: columns.quantities === undefined ? [] : readQuantityColumns(columns.quantities, length),
    },
    pathOf: (row) => `columns[${row}]`,
  });
}
