import type { PriceTables } from "../../trade/tables/priceTables.js";

/** The bridge as columns, one entry a purchase; lines and groups as positions. */
export interface ConsumptionColumns {
  readonly line: Int32Array;
  readonly commodity: Int32Array;
  readonly producers: Float64Array;
  readonly purchasers: Float64Array;
  readonly hasRetail: readonly boolean[];
  readonly groupOfLine: Int32Array;
  readonly spendingOfLine: Float64Array;
  /** Share of imports in the consumption of each commodity. */
  readonly importedShare: Float64Array;
  /** Shares of tenths by group, divided by their sum; empty without households. */
  readonly shares: readonly (readonly number[])[];
}

const known = /* @__PURE__ */ new WeakMap<PriceTables, ConsumptionColumns>();

/** The consumption of a set of tables in columns, read once. */
export function consumptionColumnsOf(tables: PriceTables): ConsumptionColumns {
  const found = known.get(tables);
  if (found) return found;
  const { commodities, consumption, groups, households, lines, unit } = tables;
  const commodityAt = new Map(commodities.map(({ code }, at) => [code, at]));
  const groupAt = new Map(groups.map(({ code }, at) => [code, at]));
  const purchases = lines.flatMap((line, at) => line.purchases.map((purchase) => ({ at, ...purchase })));
  const columns: ConsumptionColumns = {
    line: Int32Array.from(purchases, ({ at }) => at),
    commodity: Int32Array.from(purchases, ({ commodity }) => commodityAt.get(commodity)!),
    producers: Float64Array.from(purchases, ({ producersValue }) => producersValue * unit),
    purchasers: Float64Array.from(purchases, ({ purchasersValue }) => purchasersValue * unit),
    hasRetail: purchases.map(({ retail }) => retail > 0),
    groupOfLine: Int32Array.from(lines, ({ group }) => groupAt.get(group)!),
    spendingOfLine: Float64Array.from(
      lines,
      (line) => line.purchases.reduce((sum, { purchasersValue }) => sum + purchasersValue, 0) * unit,
    ),
    importedShare: Float64Array.from(commodities, (_, c) =>
      consumption.total[c] === 0 ? 0 : consumption.imported[c]! / consumption.total[c]!,
    ),
    shares:
      households === null
        ? []
        : groups.map(({ code }) => {
            const weights = households.shares[code]!;
            const sum = weights.reduce((total, each) => total + each, 0);
            return weights.map((each) => each / sum);
          }),
  };
  known.set(tables, columns);
  return columns;
}
