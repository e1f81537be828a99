import { partnerName } from "../economies/partnerName.js";
import { chapterOf } from "../goods/chapterOf.js";
import { sectionOf } from "../goods/sectionOf.js";
import type { Baseline, ProductCode } from "./baseline.js";

/**
 * What a total is broken down by. Partners are the exporters.
 *
 * @category Baseline
 */
export type Dimension = "importer" | "exporter" | "product" | "chapter" | "section";

/** The groups of a breakdown: key and name of each, and the group of every flow. */
export interface Grouping {
  readonly keys: readonly string[];
  readonly names: readonly string[];
  readonly groupOf: Int32Array;
}

const known = /* @__PURE__ */ new WeakMap<Baseline, Map<Dimension, Grouping>>();

/** The breakdown of the flows of a baseline by a dimension, worked out once. */
export function groupingOf(baseline: Baseline, dimension: Dimension): Grouping {
  let groupings = known.get(baseline);
  if (!groupings) {
    groupings = new Map();
    known.set(baseline, groupings);
  }
  let grouping = groupings.get(dimension);
  if (!grouping) {
    grouping = group(baseline, dimension);
    groupings.set(dimension, grouping);
  }
  return grouping;
}

function group(baseline: Baseline, dimension: Dimension): Grouping {
  const { importers, exporters, products, columns } = baseline;
  if (dimension === "importer") {
    return { keys: importers, names: importers.map(partnerName), groupOf: Int32Array.from(columns.importer) };
  }
  if (dimension === "exporter") {
    return { keys: exporters, names: exporters.map(partnerName), groupOf: Int32Array.from(columns.exporter) };
  }
  const labels = products.map((product) => label(product, dimension));
  const keys = [...new Set(labels.map(({ key }) => key))];
  const names = keys.map((key) => labels.find((entry) => entry.key === key)?.name ?? key);
  const position = labels.map(({ key }) => keys.indexOf(key));
  return { keys, names, groupOf: Int32Array.from(columns.product, (product) => position[product] ?? 0) };
}

function label(product: ProductCode, dimension: Dimension): { key: string; name: string } {
  if (product === "total") return { key: "total", name: "All goods" };
  if (dimension === "section") {
    const { section, name } = sectionOf(product);
    return { key: section, name };
  }
  const { chapter, name } = chapterOf(product);
  if (dimension === "chapter" || product.length === 2) return { key: chapter, name };
  return { key: product, name: product };
}
