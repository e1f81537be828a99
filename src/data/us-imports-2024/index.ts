/**
 * United States imports for consumption in 2024: customs value and calculated duties by partner and HS chapter.
 *
 * @module tariff-whatif/data/us-imports-2024
 */

import { type Baseline, sealBaseline } from "../../trade/baseline.js";
import { withZeros } from "../../trade/fromThousands.js";
import * as figures from "./figures.js";

/**
 * United States imports for consumption in 2024, by partner and HS chapter, with the duties calculated on them.
 *
 * **Unit**: customs value and calculated duties in US dollars (published in thousands), prices of 2024.
 *
 * **Leaves out**: which law each duty was charged under; goods below the chapter; Germany, France and the other members
 * apart from the European Union as a whole; freight and insurance (customs value is free on board).
 *
 * **Source**: [Census 2024], US Census Bureau, USA Trade; public domain. 3,414 rows: 36 economies, EU27 and the rest
 * of the world.
 *
 * @example How much China sold, and what it paid in duty
 * ```ts
 * import { baselineTotals } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const china = baselineTotals({ baseline: usImports2024, by: "exporter" }).find((row) => row.key === "CHN");
 * china?.customsValue.amount; // => "429425835000"
 * china?.duties.amount; // => "46661216000"
 * ```
 * @category Data
 */
export const usImports2024: Baseline = /* @__PURE__ */ sealBaseline({
  id: "us-imports-2024",
  title: "US imports for consumption, 2024",
  year: 2024,
  currency: "USD",
  priceYear: 2024,
  importers: ["USA"],
  exporters: figures.exporters as Baseline["exporters"],
  products: figures.products as Baseline["products"],
  columns: {
    importer: figures.exporter.map(() => 0),
    exporter: figures.exporter,
    product: figures.product,
    customsValue: withZeros(figures.customsValue, "000"),
    duties: withZeros(figures.duties, "000"),
  },
  gdp: {},
  sources: [
    {
      id: "census-2024",
      title: "US imports for consumption 2024, customs value and calculated duties by partner and HS chapter",
      publisher: "US Census Bureau, USA Trade",
      licence: "public domain",
      note: "36 economies, EU27 and the rest of the world; USD thousand; all duties of 2024 together, whatever their law.",
    },
  ],
});
