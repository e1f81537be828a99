import type { HsCode } from "../../goods/hsCode.js";
import { findLongestPrefix } from "../../goods/longestPrefix.js";
import { TariffError } from "../../internal/TariffError.js";
import type { ProductCode } from "../../trade/baseline.js";

/** Some HS prefixes, ready to be asked which of them is the longest that covers a product. */
export type ProductTable = (product: ProductCode) => HsCode | undefined;

/** Prepares prefixes. A product that contains a prefix but is wider than it cannot be answered for, and is refused. */
export function prepareProducts(prefixes: readonly string[], path: string): ProductTable {
  // Made when first asked: columns of products are looked up without it.
  let sets: { readonly all: Set<string>; readonly wider: Set<string> } | undefined;
  return (product) => {
    sets ??= prefixSets(prefixes);
    if (sets.wider.has(product)) {
      throw new TariffError({
        code: "finer-than-baseline",
        path,
        received: product,
        advice: `The policy tells apart goods inside ${product}: ask for a longer code, or use data at that level. A split can give a share of it another rate.`,
      });
    }
    return findLongestPrefix(sets.all, product as HsCode);
  };
}

function prefixSets(prefixes: readonly string[]) {
  const wider = new Set<string>(["total"]);
  for (const prefix of prefixes) {
    for (let length = 2; length < prefix.length; length += 2) wider.add(prefix.slice(0, length));
  }
  return { all: new Set<string>(prefixes), wider };
}
