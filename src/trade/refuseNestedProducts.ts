import type { HsCode } from "../goods/hsCode.js";
import { findLongestPrefix } from "../goods/longestPrefix.js";
import { TariffError } from "../internal/TariffError.js";
import type { ProductCode } from "./baseline.js";

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
