import { decimalText } from "../../exact/scaled.js";
import { scaleWide, widest } from "../../trade/columns/amountColumn.js";
import { amountCell, type NumberForm } from "../amountCell.js";

/** Decimal places that are added up. */
export const placesCounted = 6;
const blank = /^(|total|grand total|sum|all|-)[:.]?$/i;

/** Finds a row that is the sum of those above it, or that names no partner and no goods. */
export class TotalFinder {
  private wide = 0n;
  /** What was counted by its decimal places, in whole numbers that a double holds. */
  private readonly low = new Float64Array(placesCounted + 1);
  private rows = 0;

  /** Counts a row. */
  add(value: string): void {
    const short = value.length < 15 && !value.includes(".");
    if (short) {
      this.addUnits(Number(value), 0);
      return;
    }
    this.rows++;
    this.wide += scaleWide(cut(value), placesCounted);
  }

  /** Counts a row by a whole number up to 10^15 of its last decimal place, the sixth at most. */
  addUnits(units: number, own: number): void {
    this.rows++;
    const sum = (this.low[own] as number) + units;
    const isWide = sum >= widest;
    if (isWide) this.wide += BigInt(sum) * 10n ** BigInt(placesCounted - own);
    this.low[own] = isWide ? 0 : sum;
  }

  /** Whether an amount is the sum of two rows or more. */
  equals(cell: string, numbers: NumberForm): boolean {
    return this.rows > 1 && this.equalsAny(cell, numbers);
  }

  /** Whether an amount is the sum of the rows, however many there are. */
  equalsAny(cell: string, numbers: NumberForm): boolean {
    const value = amountCell(cell, numbers);
    return (
      value !== undefined && !value.startsWith("-") && scaleWide(cut(value), placesCounted) === this.sum()
    );
  }

  /** The sum as text. */
  text(): string {
    return decimalText(this.sum(), placesCounted);
  }

  private sum(): bigint {
    return this.low.reduce(
      (sum, units, own) => sum + BigInt(units) * 10n ** BigInt(placesCounted - own),
      this.wide,
    );
  }

  /** Whether a row names neither who nor what, or not one of them and is the sum. */
  isTotal(
    cells: readonly string[],
    partner: number,
    product: number,
    value: number,
    numbers: NumberForm,
  ): boolean {
    const who = cells[partner] as string;
    const what = product === -1 ? who : (cells[product] as string);
    if (who.length > 12 || what.length > 12) return false;
    const [noPartner, noProduct] = [blank.test(who.trim()), blank.test(what.trim())];
    if (noPartner && noProduct) return true;
    return (noPartner || noProduct) && this.equals(cells[value] as string, numbers);
  }
}

const cut = (text: string): string => text.replace(/(\.\d{6})\d+$/, "$1");
