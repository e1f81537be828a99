/**
 * Goods trade among 38 economies in 2023, and their GDP.
 *
 * @module tariff-whatif/data/world-2023
 */

import type { PartnerCode } from "../../economies/partner.js";
import { type Baseline, sealBaseline } from "../../trade/baseline.js";
import { withZeros } from "../../trade/fromThousands.js";
import * as figures from "./figures.js";

const economies = figures.economies as PartnerCode[];
const gdp = /* @__PURE__ */ withZeros(figures.gdp, "000000");

/**
 * Goods trade in 2023 between 36 economies, the European Union and the rest of the world, with their GDP.
 *
 * **Unit**: US dollars (published in millions), prices of 2023.
 *
 * **Leaves out**: Taiwan, which the source matrix does not have; trade inside the European Union and inside the rest of
 * the world; services; duties; goods apart from one another (product `"total"`).
 *
 * **Source**: [BACI 2023], [GDP 2023], CEPII BACI HS22, release 202501 (Etalab Open Licence 2.0); GDP from World Bank
 * WDI, IMF for gaps (CC BY 4.0).
 *
 * @example Both directions of China-Russia trade
 * ```ts
 * import { tradeBetween } from "tariff-whatif";
 * import { world2023 } from "tariff-whatif/data/world-2023";
 *
 * tradeBetween({ baseline: world2023, first: "CHN", second: "RUS" }).total.amount; // => "239017000000"
 * ```
 * @category Data
 */
export const world2023: Baseline = /* @__PURE__ */ sealBaseline({
  id: "world-2023",
  title: "World goods trade, 2023",
  year: 2023,
  currency: "USD",
  priceYear: 2023,
  importers: economies,
  exporters: economies,
  products: ["total"],
  columns: {
    importer: figures.importer,
    exporter: figures.exporter,
    product: figures.exporter.map(() => 0),
    customsValue: withZeros(figures.customsValue, "000000"),
    duties: null,
  },
  gdp: Object.fromEntries(economies.map((economy, index) => [economy, gdp[index]])) as Baseline["gdp"],
  sources: [
    {
      id: "baci-2023",
      title: "BACI HS22, release 202501: goods trade 2023",
      publisher: "CEPII",
      licence: "Etalab Open Licence 2.0",
      note: "36 economies, EU27, rest of the world; Taiwan is absent; trade inside EU27 and inside the rest left out.",
    },
    {
      id: "gdp-2023",
      title: "GDP 2023, current US dollars",
      publisher: "World Bank WDI; IMF for gaps",
      licence: "CC BY 4.0",
      note: "The same economies as the trade matrix.",
    },
  ],
});
