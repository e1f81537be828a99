import { partnerName } from "../economies/partnerName.js";
import { chapterOf } from "../goods/chapterOf.js";
import { sectionOf } from "../goods/sectionOf.js";
import type { Baseline, ProductCode } from "./baseline.js";
import { flowColumns } from "./columns/flowColumns.js";

/**
 * What a total is broken down by. Partners are the exporters; a chapter has 2 digits, a heading 4, a subheading 6, a
 * tariff line 8. Data with fewer digits stand under their own code: chapters asked for by tariff line stay chapters.
 *
 * @category Baseline
 */
export type Dimension =
  | "importer"
  | "exporter"
  | "product"
  | "section"
  | "chapter"
  | "heading"
  | "subheading"
  | "tariffLine";

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
  const { importers, exporters, products } = baseline;
  const columns = flowColumns(baseline);
  if (dimension === "importer") {
    return { keys: importers, names: importers.map(partnerName), groupOf: Int32Array.from(columns.importer) };
  }
  if (dimension === "exporter") {
    return { keys: exporters, names: exporters.map(partnerName), groupOf: Int32Array.from(columns.exporter) };
  }
  // The label of a group is looked up once: two hundred thousand lines have a hundred chapters.
  const ofPrefix = new Map<string, number>();
  const at = new Map<string, number>();
  const names: string[] = [];
  const length = dimension === "section" ? 2 : digits[dimension as keyof typeof digits];
  const position = new Int32Array(products.length);
  for (let product = 0; product < position.length; product++) {
    const code = products[product] as ProductCode;
    const prefix = code === "total" ? code : code.slice(0, length);
    let group = ofPrefix.get(prefix);
    if (group === undefined) {
      const { key, name } = label(code, dimension);
      group = at.get(key) ?? at.size;
      if (group === at.size) {
        names.push(name);
        at.set(key, group);
      }
      ofPrefix.set(prefix, group);
    }
    position[product] = group;
  }
  const groupOf = new Int32Array(columns.length);
  for (let flow = 0; flow < groupOf.length; flow++) {
    groupOf[flow] = position[columns.product[flow] as number] as number;
  }
  return { keys: [...at.keys()], names, groupOf };
}

/** Digits of the prefix that a dimension groups by; products with fewer stand for themselves. */
const digits = { chapter: 2, heading: 4, subheading: 6, tariffLine: 8, product: 10 } as const;

function label(product: ProductCode, dimension: Dimension): { key: string; name: string } {
  if (product === "total") return { key: "total", name: "All goods" };
  if (dimension === "section") {
    const { section, name } = sectionOf(product);
    return { key: section, name };
  }
  const key = product.slice(0, digits[dimension as keyof typeof digits]);
  return { key, name: key.length === 2 ? chapterOf(product).name : key };
}
