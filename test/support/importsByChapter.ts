import * as figures from "../../src/data/us-imports-2024/figures.js";

/** US imports 2024 by partner and HS chapter, in USD, with added rates by partner: the bundled figures as they are. */
export function importsByChapter(added: Readonly<Record<string, number>>) {
  const origin = figures.exporter.map((at) => figures.exporters[at] as string);
  const customsValue = figures.customsValue.map((value) => value * 1000);
  const dutiesBefore = figures.duties.map((duties) => duties * 1000);
  const rateBefore = customsValue.map((value, k) => (value > 0 ? dutiesBefore[k]! / value : 0));
  return {
    origin,
    product: figures.product.map((at) => figures.products[at] as string),
    customsValue,
    dutiesBefore,
    rateAfter: rateBefore.map((rate, k) => rate + (added[origin[k]!] ?? 0)),
  };
}
