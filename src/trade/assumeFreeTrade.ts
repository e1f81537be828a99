import { type Baseline, requireBaseline, sealBaseline } from "./baseline.js";
import { columnsOver, flowColumns } from "./columns/flowColumns.js";
import type { SourceCard } from "./source.js";

const card: SourceCard = {
  id: "assumed-free-trade",
  title: "Assumption: no duties in the baseline",
  publisher: "chosen by the user",
  licence: "none needed",
  note: "The data have no duties, or they were set aside: results are changes from free trade.",
};

/**
 * A baseline without duty figures, taken as if no duties were charged.
 *
 * **Result**: the same flows with duties of zero, and a source card that says so, which reaches every result; a baseline
 * that says so already comes back as it is.
 *
 * **Leaves out**: the duties that were in fact charged: results are changes from free trade.
 *
 * @throws `not-defined`.
 * @example World trade, which has no duties
 * ```ts
 * import { assumeFreeTrade, baselineTotals } from "tariff-whatif";
 * import { world2023 } from "tariff-whatif/data/world-2023";
 *
 * const [whole] = baselineTotals({ baseline: assumeFreeTrade(world2023), by: "all" });
 * whole?.effectiveRate; // => "0%"
 * ```
 * @category Baseline
 */
export function assumeFreeTrade(baseline: Baseline): Baseline {
  requireBaseline(baseline, "baseline");
  const columns = flowColumns(baseline);
  const isAssumed = baseline.sources.some(({ id }) => id === card.id);
  if (isAssumed && columns.duties?.values.every((duty: number | bigint) => Number(duty) === 0))
    return baseline;
  const { id, title, year, currency, priceYear, importers, exporters, products, gdp, sources } = baseline;
  return sealBaseline({
    id: `${id}-free-trade`,
    title,
    year,
    currency,
    priceYear,
    importers,
    exporters,
    products,
    columns: columnsOver({ ...columns, duties: { places: 0, values: new Float64Array(columns.length) } }),
    gdp,
    sources: [...sources, card],
  });
}
