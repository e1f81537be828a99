import { scaledText, scaleWide } from "../../trade/columns/amountColumn.js";
import { amountCell, type NumberForm } from "../amountCell.js";

const places = 6;
const blank = /^(|total|grand total|sum|all|-)[:.]?$/i;

/** Finds a row that is the sum of those above it, or that names no partner and no goods. */
export class TotalFinder {
  private wide = 0n;
  private low = 0;
  private rows = 0;

  /** Counts a row. */
  add(value: string): void {
    this.rows++;
    const short = value.length < 15 && !value.includes(".") ? Number(value) : undefined;
    if (short === undefined) {
      this.wide += scaleWide(cut(value), places);
      return;
    }
    this.low += short;
    if (this.low < 2 ** 52) return;
    this.wide += BigInt(this.low) * 10n ** BigInt(places);
    this.low = 0;
  }

  /** Whether an amount is the sum of two rows or more. */
  equals(cell: string, numbers: NumberForm): boolean {
    return this.rows > 1 && this.equalsAny(cell, numbers);
  }

  /** Whether an amount is the sum of the rows, however many there are. */
  equalsAny(cell: string, numbers: NumberForm): boolean {
    const value = amountCell(cell, numbers);
    return value !== undefined && !value.startsWith("-") && scaleWide(cut(value), places) === this.sum();
  }

  /** The sum as text. */
  text(): string {
    return scaledText(this.sum(), places);
  }

  private sum(): bigint {
    return this.wide + BigInt(this.low) * 10n ** BigInt(places);
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
