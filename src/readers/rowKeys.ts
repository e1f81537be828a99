import { Positions } from "../trade/columns/positions.js";
import { GrowingIndex } from "./growingIndex.js";
import type { PlainRows } from "./plain/plainRows.js";
import { Renumbered } from "./renumbered.js";
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
  /** For rows of columns: pairs by the number of the exporter for each importer and time, goods by that of the product. */
  private readonly plainPairs = new Map<number, number[]>();
  private plainGroup = -1;
  private pairsOfGroup: number[] = [];
  private readonly plainGoods = new Renumbered(this.goods);

  /** The place of an earlier row of the same flow and period; undefined for the first one. */
  add(row: TradeRow): number | undefined {
    return this.mark(this.pairOfRow(row), this.goods.of(row.product), row.at.line ?? row.at.row ?? 0);
  }

  /** The same for a row of columns, whose texts are looked up once. */
  addPlain(plain: PlainRows, row: number): number | undefined {
    const [to, from, what, , when] = plain.codes;
    const [exporter, group] = [from[row] as number, (to[row] as number) * 2 ** 20 + (when[row] as number)];
    if (group !== this.plainGroup) {
      this.plainGroup = group;
      this.pairsOfGroup = this.plainPairs.get(group) ?? [];
      this.plainPairs.set(group, this.pairsOfGroup);
    }
    const pairs = this.pairsOfGroup;
    let pair = pairs[exporter];
    if (pair === undefined) {
      pair = this.pairOfRow(plain.row(row));
      pairs[exporter] = pair;
    }
    const goods = this.plainGoods.of(what[row] as number, plain.tables.product.meanings);
    return this.mark(pair, goods, plain.line[row] as number);
  }

  private mark(pair: number, goods: number, place: number): number | undefined {
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
