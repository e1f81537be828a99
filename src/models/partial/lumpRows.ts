import type { Market } from "./market.js";

/**
 * A market in which the rows of a product that meet the same shock are one row. Under one supply elasticity a product
 * they change alike, and whatever is added up over them is in proportion to their values: the totals are those of the
 * market. Rows of `apart` stay alone, because their rates will change; so does a domestic variety, which stays the last row
 * of its product. `rowOf` then holds the flow of a row that is alone, -2 for several, -1 for a domestic variety.
 */
export function lumpRows(market: Market, apart: ReadonlySet<number>): Market {
  const { products, starts, rowOf, logTariff } = market;
  const groups: number[][] = [];
  const ends = [0];
  products.forEach((_, p) => {
    const alike = new Map<number, number[]>();
    for (let r = starts[p]!; r < starts[p + 1]!; r++) {
      const known = alike.get(logTariff[r]!);
      if (rowOf[r]! < 0 || apart.has(rowOf[r]!)) groups.push([r]);
      else if (known) known.push(r);
      else {
        const group = [r];
        alike.set(logTariff[r]!, group);
        groups.push(group);
      }
    }
    ends.push(groups.length);
  });
  const sum = (column: Float64Array, weight?: Float64Array): Float64Array =>
    Float64Array.from(groups, (rows) =>
      rows.reduce((total, r) => total + column[r]! * (weight === undefined ? 1 : weight[r]!), 0),
    );
  const value = sum(market.value);
  const average = (column: Float64Array): Float64Array =>
    sum(column, market.value).map((total, at) => {
      const only = groups[at]!.length === 1 || value[at] === 0;
      return only ? column[groups[at]![0]!]! : total / value[at]!;
    });
  const rateBefore = average(market.rateBefore);
  const change = average(market.rateAfter.map((after, r) => after - market.rateBefore[r]!));
  return {
    products,
    starts: Int32Array.from(ends),
    rowOf: Int32Array.from(groups, (rows) => (rows.length === 1 ? rowOf[rows[0]!]! : -2)),
    value,
    duties: sum(market.duties),
    rateBefore,
    rateAfter: rateBefore.map((before, at) => before + change[at]!),
    logTariff: Float64Array.from(groups, ([first]) => logTariff[first!]!),
    share: sum(market.share),
    expenditure: market.expenditure,
  };
}
