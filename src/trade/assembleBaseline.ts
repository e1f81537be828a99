import type { PartnerCode } from "../economies/partner.js";
import { refuseOverlap } from "../economies/refuseOverlap.js";
import { TariffError } from "../internal/TariffError.js";
import { type Baseline, type ProductCode, sealBaseline } from "./baseline.js";
import type { BaselineHead } from "./baselineSchema.js";
import { addRepeats } from "./columns/addRepeats.js";
import { firstRows } from "./columns/firstRows.js";
import { columnsOver, type FlowColumns } from "./columns/flowColumns.js";
import { refuseNestedProducts } from "./refuseNestedProducts.js";

/** What {@link assembleBaseline} puts together: everything read, nothing yet compared with anything else. */
export interface BaselineParts {
  readonly head: BaselineHead;
  readonly importers: readonly PartnerCode[];
  readonly exporters: readonly PartnerCode[];
  readonly products: readonly ProductCode[];
  readonly columns: FlowColumns;
  /** The place of a row in what was passed, for an error. */
  readonly pathOf: (row: number) => string;
}

/**
 * The last check of every door: no partner or product stands inside another, no flow stands twice unless repeats are to
 * be added up.
 */
export function assembleBaseline({ head, columns, pathOf, ...codes }: BaselineParts): Baseline {
  const { importers, exporters, products } = codes;
  refuseOverlap(importers, "importers");
  refuseOverlap(exporters, "exporters");
  refuseNestedProducts(products);
  const { $schema: _, repeatedFlows, gdp, ...rest } = head;
  const first = firstRows(columns);
  if (first !== null && repeatedFlows !== "add") {
    const row = first.findIndex((earlier, at) => earlier !== at);
    const [exporter, importer] = [columns.exporter[row] ?? 0, columns.importer[row] ?? 0];
    throw new TariffError({
      code: "duplicate-flow",
      path: pathOf(row),
      received: `${exporters[exporter]} to ${importers[importer]}, ${products[columns.product[row] ?? 0]}`,
      advice:
        'Add the rows up, or pass repeatedFlows: "add": each importer, exporter and product stands once. The first row with this flow is ' +
        `${pathOf(first[row] as number)}.`,
    });
  }
  return sealBaseline({
    ...rest,
    importers,
    exporters,
    products,
    columns: columnsOver(first === null ? columns : addRepeats(columns, first)),
    gdp: gdp ?? {},
  });
}
