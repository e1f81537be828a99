/**
 * United States imports of 2024 by tariff line, gathered into classes of goods that the law of 2018 to 2026 treats alike.
 *
 * @module tariff-whatif/data/us-lines-2024
 */

import type { DecimalText } from "../../exact/decimal.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { type Baseline, sealBaseline } from "../../trade/baseline.js";
import { withZeros } from "../../trade/fromThousands.js";
import * as figures from "./figures.js";

/** The flows from the form in which they are stored: step in the products, value, duties, by exporter. */
function unpacked() {
  const columns = {
    exporter: [] as number[],
    product: [] as number[],
    customsValue: [] as number[],
    duties: [] as number[],
  };
  figures.flows.forEach((text, exporter) => {
    let at = 0;
    for (const row of text.split(";")) {
      const [step, value, duties] = row.split(",").map(Number) as [number, number, number];
      at += step;
      columns.exporter.push(exporter);
      columns.product.push(at);
      columns.customsValue.push(value);
      columns.duties.push(duties);
    }
  });
  return columns;
}

function baseline(): Baseline {
  const { exporter, product, customsValue, duties } = unpacked();
  return sealBaseline({
    id: "us-lines-2024",
    title: "US imports for consumption, 2024, tariff lines gathered by law",
    year: 2024,
    currency: "USD",
    priceYear: 2024,
    importers: ["USA"],
    exporters: figures.exporters as Baseline["exporters"],
    products: figures.products as Baseline["products"],
    columns: {
      importer: exporter.map(() => 0),
      exporter,
      product,
      customsValue: withZeros(customsValue, "000"),
      duties: withZeros(duties, "000"),
    },
    gdp: {},
    sources: [
      {
        id: "census-2024-lines",
        title:
          "US imports for consumption 2024, customs value and calculated duties by partner and 10-digit code",
        publisher: "US Census Bureau, USA Trade",
        licence: "public domain",
        note: "49 economies and EU27; lines that no list of the bundled law and no group of industries tells apart are added up under the first of their codes; a class below 100,000 dollars is left out; USD thousand.",
      },
    ],
  });
}

/**
 * United States imports for consumption in 2024 by partner and class of goods, with the duties calculated on them. A class
 * is all 10-digit lines that no product list of `datedMeasures` and no group of industries tells apart;
 * it stands under the first code of its lines, so that a scenario of `lawOn` finds on it what it would find on each of them.
 *
 * **Unit**: customs value and calculated duties in US dollars (rounded to thousands), prices of 2024.
 *
 * **Leaves out**: economies beside the 49 named and the European Union (1.3 % of imports); classes of one partner below
 * 100,000 dollars (0.01 %); differences of ordinary duty inside a class. A code stands for its class, not for itself.
 *
 * **Source**: [Census 2024 by line], US Census Bureau, USA Trade; public domain. 207,148 lines, gathered.
 * @example What the lines add up to
 * ```ts
 * import { baselineTotals, roundRate } from "tariff-whatif";
 * import { usLines2024 } from "tariff-whatif/data/us-lines-2024";
 *
 * const [all] = baselineTotals({ baseline: usLines2024, by: "all" });
 * roundRate(all!.effectiveRate, { places: 3, rounding: "half-even" }); // => "2.357%"
 * ```
 * @category Data
 */
export const usLines2024: Baseline = /* @__PURE__ */ baseline();

/**
 * The share of the trade of each class of {@link usLines2024} that claimed the North American preference in 2024.
 *
 * **Unit**: a share of the customs value, 0 to 1; the shares by heading, weighted by the lines of the class.
 *
 * **Source**: [Claims by month], US Census Bureau, imports for consumption 2024 by programme claimed.
 * @example How many classes of Canadian goods claimed something
 * ```ts
 * import { usLines2024Claims } from "tariff-whatif/data/us-lines-2024";
 *
 * Object.keys(usLines2024Claims.CAN.byProduct).length > 400; // => true
 * ```
 * @category Data
 */
export const usLines2024Claims = /* @__PURE__ */ deepFreeze({
  CAN: { byProduct: figures.claims.CAN as Readonly<Record<string, DecimalText>> },
  MEX: { byProduct: figures.claims.MEX as Readonly<Record<string, DecimalText>> },
});

/**
 * The group of industries of each class of {@link usLines2024}, by code: NAICS codes of three digits, joined where
 * the concordance of goods does not tell them apart.
 *
 * **Source**: [Census 2024 by line], US Census Bureau, import concordance of 10-digit codes to NAICS, with the
 * concordance of the Bureau of Economic Analysis.
 * @example Steel
 * ```ts
 * import { usLines2024Groups } from "tariff-whatif/data/us-lines-2024";
 *
 * new Set(Object.values(usLines2024Groups)).size; // => 23
 * ```
 * @category Data
 */
export const usLines2024Groups: Readonly<Record<string, string>> = /* @__PURE__ */ deepFreeze(
  Object.fromEntries(
    figures.products.map((code, at) => [
      code,
      figures.groups[figures.groupOfProduct[at] as number] as string,
    ]),
  ),
);
