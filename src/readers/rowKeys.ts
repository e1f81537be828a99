import { Positions } from "../trade/columns/positions.js";
import { GrowingIndex } from "./growingIndex.js";
import type { RowSink } from "./rowSink.js";
import type { TradeRow } from "./tradeRow.js";

/**
 * Which flows and periods a file has had, and where: a bit for each pair of partners and good, three numbers for each row.
 * Only a file with a repeat pays for the list of places.
 */
export class RowKeys {
  private readonly partners = new Positions<string>();
  private readonly goods = new Positions<string>();
  private readonly met: Uint32Array[] = [];
  private readonly pairOf = new GrowingIndex();
  private readonly goodsOf = new GrowingIndex();
  private readonly placeOf = new GrowingIndex();
  private places: Map<number, number> | undefined;
  private last: TradeRow | undefined;
  private pair = 0;

  /** The place of an earlier row of the same flow and period; undefined for the first one. */
  add(row: TradeRow): number | undefined {
    const pair = this.pairOfRow(row);
    const goods = this.goods.of(row.product);
    const word = goods >>> 5;
    let bits = this.met[pair];
    if (bits === undefined || word >= bits.length) {
      const wider = new Uint32Array(Math.max(4, 2 ** Math.ceil(Math.log2(word + 1))));
      if (bits !== undefined) wider.set(bits);
      bits = wider;
      this.met[pair] = bits;
    }
    const [old, bit] = [bits[word] as number, 1 << (goods & 31)];
    if ((old & bit) !== 0) return this.placeBefore(pair, goods);
    bits[word] = old | bit;
    const place = row.at.line ?? row.at.row ?? 0;
    this.pairOf.add(pair);
    this.goodsOf.add(goods);
    this.placeOf.add(place);
    this.places?.set(keyOf(pair, goods), place);
    return undefined;
  }

  /** Rows of one pair mostly follow one another. */
  private pairOfRow(row: TradeRow): number {
    const { last } = this;
    const isSame =
      last !== undefined &&
      last.exporter === row.exporter &&
      last.importer === row.importer &&
      last.period === row.period &&
      last.year === row.year;
    if (isSame) return this.pair;
    const { importer, exporter, year, period } = row;
    this.last = row;
    this.pair = this.partners.of(`${importer}${exporter}${period ?? year}`);
    return this.pair;
  }

  private placeBefore(pair: number, goods: number): number | undefined {
    if (this.places === undefined) {
      const [pairs, goodsOf, places] = [this.pairOf.finish(), this.goodsOf.finish(), this.placeOf.finish()];
      this.places = new Map();
      for (let row = 0; row < places.length; row++)
        this.places.set(keyOf(pairs[row] as number, goodsOf[row] as number), places[row] as number);
    }
    return this.places.get(keyOf(pair, goods));
  }
}

const keyOf = (pair: number, goods: number): number => pair * 2 ** 26 + goods;

/** Leaves out, and tells, rows that repeat a flow. */
export function refuseRepeats(rows: readonly TradeRow[], keys: RowKeys, sink: RowSink): readonly TradeRow[] {
  let repeats = 0;
  const own = rows.filter((row, position) => {
    const before = keys.add(row);
    if (before === undefined) return true;
    repeats++;
    sink.unread(rows.length - position);
    sink.fail(
      "duplicate-row",
      row.at,
      `${row.exporter} to ${row.importer}, ${row.product}`,
      `Look at ${row.at.line === undefined ? "row" : "line"} ${row.at.line ?? row.at.row}: it repeats ${before} (${row.exporter}, ${row.product}); pass repeatedRows: "keep" where a flow has several rows.`,
    );
    sink.reread(rows.length - position - 1);
    return false;
  });
  return repeats === 0 ? rows : own;
}
