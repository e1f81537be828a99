import type { DecimalText } from "../exact/decimal.js";
import type { HsCode } from "../goods/hsCode.js";
import { findLongestPrefix } from "../goods/longestPrefix.js";
import { TariffError } from "../internal/TariffError.js";
import type { ProductCode } from "./baseline.js";
import type { CheckedFlow } from "./baselineSchema.js";

/** The duties of all flows; null where no flow has any; an error where only some have. */
export function dutiesOf(flows: readonly CheckedFlow[]): DecimalText[] | null {
  const first = flows.findIndex((flow) => flow.duties === undefined);
  if (first === -1) return flows.map((flow) => flow.duties as DecimalText);
  const given = flows.findIndex((flow) => flow.duties !== undefined);
  if (given === -1) return null;
  throw new TariffError({
    code: "missing-key",
    path: `flows[${first}].duties`,
    received: undefined,
    advice: 'Give the duties of every flow ("0" where there were none), or of no flow at all.',
  });
}

/** Refuses two rows for the same importer, exporter and product. */
export function refuseDuplicates(
  rows: readonly { importer: number; exporter: number; product: number }[],
  flows: readonly CheckedFlow[],
): void {
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const key = `${row.importer}/${row.exporter}/${row.product}`;
    if (seen.has(key)) {
      throw new TariffError({
        code: "duplicate-flow",
        path: `flows[${index}]`,
        received: flows[index],
        advice: "Add the two rows up: each importer, exporter and product stands once.",
      });
    }
    seen.add(key);
  });
}

/** Refuses a product beside a part of it. */
export function refuseNestedProducts(products: readonly ProductCode[]): void {
  const all = new Set<string>(products);
  products.forEach((product) => {
    const parent =
      product === "total"
        ? undefined
        : all.has("total")
          ? "total"
          : findLongestPrefix(all, product.slice(0, -2) as HsCode);
    if (parent === undefined) return;
    throw new TariffError({
      code: "overlapping-scope",
      path: "flows",
      received: product,
      advice: `Give goods at one level: ${parent} already contains ${product}.`,
    });
  });
}
