import { Decimal } from "../../exact/decimal.js";
import { plusScaled, type Scaled, scaledFrom } from "../../exact/scaled.js";
import { allot, hasOwnSplit } from "../../goods/concordance/commodities.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { type Baseline, requireBaseline } from "../../trade/baseline.js";
import type { BaselineTotal } from "../../trade/baselineTotals.js";
import { sumsOf } from "../../trade/columns/amountColumn.js";
import { flowColumns } from "../../trade/columns/flowColumns.js";
import { dutiableColumns } from "../../trade/requireDuties.js";
import { type PriceTables, requirePriceTables } from "../../trade/tables/priceTables.js";
import { writeTotal } from "../../trade/writeTotal.js";
import { noCommodity, requireOwnImports } from "./commodityFlows.js";

/**
 * What {@link totalsByCommodity} adds up.
 *
 * @category Consumer prices
 */
export interface CommodityTotalsOptions {
  /** The data, with imports of the economy of the tables. */
  readonly baseline: Baseline;
  /** The tables, whose concordance says which goods belong to which commodity. */
  readonly tables: PriceTables;
}

/**
 * Customs value, duties and effective rate of the imports of an economy by commodity of its price tables.
 *
 * **Formula**: value of a commodity = sum over codes of value times share; a share is 1 but for codes that the concordance
 * splits; effective rate = duties / customs value.
 *
 * **Result**: one row a commodity that has imports, in the order of the tables, and `"none"` for what belongs to no
 * commodity. Exact products and sums, and rows that add up to the imports: where the rounded shares of a split exceed one, the
 * largest gives way.
 *
 * **Leaves out**: flows into other economies.
 *
 * @throws `not-defined`, `no-duties`, `mismatched-model` where the baseline has no imports of the economy,
 * `no-concordance`, `missing-key`, `unknown-key`, `wrong-type`.
 * @example US imports of 2024, the commodity with most duties
 * ```ts
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 * import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
 * import { totalsByCommodity } from "tariff-whatif/prices";
 *
 * const rows = totalsByCommodity({ baseline: usImports2024, tables: usPrices2023 });
 * const [first] = [...rows].sort((a, b) => Number(b.duties.amount) - Number(a.duties.amount));
 * first?.name; // => "Apparel and leather and allied products"
 * ```
 * @category Consumer prices
 */
export function totalsByCommodity(options: CommodityTotalsOptions): readonly BaselineTotal[] {
  const { baseline, tables } = readOptions(options, "", ["baseline", "tables"]);
  requireBaseline(baseline, "baseline");
  requirePriceTables(tables, "tables");
  const importer = requireOwnImports(baseline, tables);
  const { customsValue, duties } = dutiableColumns(baseline, "baseline");
  const { exporters, products } = baseline;
  const columns = flowColumns(baseline);
  // Flows with one allotment are one group, summed before anything is multiplied; the first is that of other importers.
  const shares: (readonly (readonly [commodity: string, share: number])[])[] = [[]];
  const known = new Map<number, number>();
  const groupOf = new Int32Array(columns.length);
  for (let flow = 0; flow < groupOf.length; flow++) {
    if (columns.importer[flow] !== importer) continue;
    const [product, exporter] = [columns.product[flow] as number, columns.exporter[flow] as number];
    const [code, seller] = [products[product] as string, exporters[exporter] as string];
    const own = hasOwnSplit(tables.concordance, code, seller);
    const key = product * (exporters.length + 1) + (own ? exporter + 1 : 0);
    let group = known.get(key);
    if (group === undefined) {
      const allotted = allot(tables.concordance, code, own ? seller : null);
      if (allotted === undefined) throw noCommodity(tables, code, product);
      group = shares.push(allotted.shares) - 1;
      known.set(key, group);
    }
    groupOf[flow] = group;
  }
  const values = sumsOf(customsValue, groupOf, shares.length);
  const paid = sumsOf(duties, groupOf, shares.length);
  const zero: Scaled = { units: 0n, places: 0 };
  const totals = new Map<string, readonly [Scaled, Scaled]>();
  const add = (commodity: string, group: number, share: Scaled): void => {
    const [value, duty] = totals.get(commodity) ?? [zero, zero];
    totals.set(commodity, [
      plusScaled(value, times(values[group] as Scaled, share)),
      plusScaled(duty, times(paid[group] as Scaled, share)),
    ]);
  };
  for (let group = 1; group < shares.length; group++) {
    for (const [commodity, share] of wholeShares(shares[group] ?? []))
      if (!share.isZero()) add(commodity, group, scaledFrom(share));
  }
  return deepFreeze(
    [...tables.commodities, { code: none, name: "No commodity" }].flatMap(({ code, name }) => {
      const sums = totals.get(code);
      return sums === undefined ? [] : [writeTotal(code, name, sums, baseline)];
    }),
  );
}

const none = "none";

/** Shares that make one: what is missing belongs to none, and where rounded shares exceed it the largest gives way. */
function wholeShares(
  given: readonly (readonly [commodity: string, share: number])[],
): (readonly [commodity: string, share: Decimal])[] {
  const shares = given.map(([commodity, share]) => [commodity, new Decimal(share)] as const);
  const rest = shares.reduce((left, [, share]) => left.minus(share), new Decimal(1));
  if (!rest.isNegative()) return [...shares, [none, rest]];
  const [first, ...others] = shares.sort(([, one], [, other]) => other.comparedTo(one));
  return first === undefined ? others : [[first[0], first[1].plus(rest)], ...others];
}

const times = (one: Scaled, other: Scaled): Scaled => ({
  units: one.units * other.units,
  places: one.places + other.places,
});
