import type { ProductCode } from "../../trade/baseline.js";

/** Which of some prefixes is the longest that begins each product. */
export interface PrefixColumn {
  /** For each product the position of its prefix; -1 where none begins it. */
  readonly at: Int32Array;
  /** The products that have one. */
  readonly found: readonly number[];
  /** Products that a prefix tells apart inside: none of them can be answered for. */
  readonly wider: readonly number[];
}

interface Sorted {
  /** Positions of the products in the order of their codes. */
  readonly order: Int32Array;
  readonly position: ReadonlyMap<string, number>;
}

const known = /* @__PURE__ */ new WeakMap<readonly ProductCode[], Sorted>();

function sortedOf(products: readonly ProductCode[]): Sorted {
  let sorted = known.get(products);
  if (sorted === undefined) {
    const order = Int32Array.from(products.keys()).sort((a, b) =>
      (products[a] as string) < (products[b] as string) ? -1 : 1,
    );
    sorted = {
      order,
      position: new Map(products.map((code, at) => [code, at])),
    };
    known.set(products, sorted);
  }
  return sorted;
}

/**
 * Looks up all products of a list at once: each prefix is a run in the sorted codes, found by halving. Lists of a
 * thousand prefixes on twenty thousand codes take a millisecond; code by code they take forty.
 */
export function prefixColumn(prefixes: readonly string[], products: readonly ProductCode[]): PrefixColumn {
  const { order, position } = sortedOf(products);
  const at = new Int32Array(products.length).fill(-1);
  const found: number[] = [];
  const wider = new Set<number>();
  const total = position.get("total");
  if (total !== undefined && prefixes.length > 0) wider.add(total);
  // Longer prefixes come later and so win.
  const byLength = [...prefixes.keys()].sort((a, b) => prefixes[a]!.length - prefixes[b]!.length);
  for (const each of byLength) {
    const prefix = prefixes[each] as string;
    for (let length = 2; length < prefix.length; length += 2) {
      const inside = position.get(prefix.slice(0, length));
      if (inside !== undefined) wider.add(inside);
    }
    for (let row = firstAtOrAfter(prefix, products, order); row < order.length; row++) {
      const product = order[row] as number;
      if (!(products[product] as string).startsWith(prefix)) break;
      if (at[product] === -1) found.push(product);
      at[product] = each;
    }
  }
  return { at, found, wider: [...wider] };
}

function firstAtOrAfter(code: string, products: readonly ProductCode[], order: Int32Array): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((products[order[middle] as number] as string) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
