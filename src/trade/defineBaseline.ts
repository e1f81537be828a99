import type { PartnerCode } from "../economies/partner.js";
import { refuseOverlap } from "../economies/refuseOverlap.js";
import { TariffError } from "../internal/TariffError.js";
import { parse } from "../internal/zod/parse.js";
import { type Baseline, type ProductCode, sealBaseline } from "./baseline.js";
import type { BaselineInput } from "./baselineInput.js";
import { baselineSchema } from "./baselineSchema.js";
import { dutiesOf, refuseDuplicates, refuseNestedProducts } from "./checkFlows.js";

const mostFlows = 500_000;

/**
 * Checks your own trade data and returns them as a {@link Baseline}.
 *
 * **Result**: frozen; the input is not changed.
 *
 * **Leaves out**: any check of the figures against another source.
 *
 * @throws `missing-key`, `unknown-key`, `unsafe-key`, `wrong-type`, `not-a-decimal`, `out-of-range` for a negative
 * amount or duties in some flows only, `unknown-economy`, `not-an-hs-code`, `duplicate-flow`, `overlapping-scope` where
 * a group stands beside its member, `empty`, `too-long`, `not-a-currency`, `not-a-year`.
 * @example Two flows of your own
 * ```ts
 * import { baselineTotals, defineBaseline } from "tariff-whatif";
 *
 * const baseline = defineBaseline({
 *   id: "steel-2024",
 *   title: "UK imports of steel, 2024",
 *   year: 2024,
 *   currency: "GBP",
 *   priceYear: 2024,
 *   flows: [
 *     { importer: "GBR", exporter: "EU27", product: "72", customsValue: "3000000", duties: "0" },
 *     { importer: "GBR", exporter: "CHN", product: "72", customsValue: "1000000", duties: "100000" },
 *   ],
 *   sources: [{ id: "own", title: "Own figures", publisher: "Us", licence: "ours", note: "an example" }],
 * });
 * baselineTotals({ baseline, by: "all" })[0]?.effectiveRate; // => "2.5%"
 * ```
 * @category Baseline
 */
export function defineBaseline(input: BaselineInput): Baseline {
  if (Array.isArray(input?.flows) && input.flows.length > mostFlows) {
    throw new TariffError({
      code: "too-long",
      path: "flows",
      received: input.flows,
      advice: `Pass at most ${mostFlows} flows; add up products that the question does not tell apart.`,
    });
  }
  const { flows, gdp, ...rest } = parse(baselineSchema(), input);
  const importers = new Map<PartnerCode, number>();
  const exporters = new Map<PartnerCode, number>();
  const products = new Map<ProductCode, number>();
  const position = <T>(map: Map<T, number>, key: T) => {
    const known = map.get(key);
    if (known !== undefined) return known;
    map.set(key, map.size);
    return map.size - 1;
  };
  const rows = flows.map((flow) => ({
    importer: position(importers, flow.importer),
    exporter: position(exporters, flow.exporter),
    product: position(products, flow.product),
  }));
  refuseOverlap([...importers.keys()], "importers");
  refuseOverlap([...exporters.keys()], "exporters");
  refuseNestedProducts([...products.keys()]);
  refuseDuplicates(rows, flows);
  return sealBaseline({
    ...rest,
    importers: [...importers.keys()],
    exporters: [...exporters.keys()],
    products: [...products.keys()],
    columns: {
      importer: rows.map((row) => row.importer),
      exporter: rows.map((row) => row.exporter),
      product: rows.map((row) => row.product),
      customsValue: flows.map((flow) => flow.customsValue),
      duties: dutiesOf(flows),
    },
    gdp: gdp ?? {},
  });
}
