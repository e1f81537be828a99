import type { DecimalText } from "../exact/decimal.js";
import { decimalText } from "../exact/scaled.js";
import { type AmountColumn, columnFromTexts, widest } from "../trade/columns/amountColumn.js";

const [firstSize, blockSize] = [1 << 10, 1 << 16];

/** A column of amounts that grows: whole numbers of one block, or texts where one is wide, and the blocks before. */
export class GrowingAmounts {
  private readonly blocks: AmountColumn[] = [];
  private units = new Float64Array(firstSize);
  private count = 0;
  private places = 0;
  /** A block with an amount too wide for a double, or one of more digits than it holds for sure. */
  private texts: DecimalText[] = [];
  length = 0;

  /** Adds an amount as text. */
  add(text: DecimalText): void {
    const point = text.indexOf(".");
    if (text.length > 15) this.addText(text);
    else if (point === -1) this.addUnits(Number(text), 0);
    else this.addUnits(Number(text.slice(0, point) + text.slice(point + 1)), text.length - point - 1);
  }

  /** Adds an amount as a whole number up to 10^15 of its own last decimal place. */
  addUnits(units: number, places: number): void {
    // An amount with fewer places is scaled up; one with more begins a block.
    if (places > this.places) {
      this.endBlock();
      this.places = places;
    }
    const scaled = places === this.places ? units : units * 10 ** (this.places - places);
    if (this.texts.length > 0 || scaled > widest) {
      this.addText(decimalText(units, places));
      return;
    }
    if (this.count === this.units.length) this.widen();
    this.units[this.count++] = scaled;
    this.length++;
  }

  private addText(text: DecimalText): void {
    if (this.texts.length === 0) this.endBlock();
    this.length++;
    this.texts.push(text);
    if (this.texts.length === blockSize) this.endBlock();
  }

  private widen(): void {
    if (this.count === blockSize) {
      this.endBlock();
      return;
    }
    const wider = new Float64Array(4 * this.count);
    wider.set(this.units);
    this.units = wider;
  }

  private endBlock(): void {
    if (this.texts.length > 0) this.blocks.push(columnFromTexts(this.texts));
    this.texts = [];
    if (this.count === 0) return;
    this.blocks.push({ places: this.places, values: this.units.slice(0, this.count) });
    this.count = 0;
  }

  /** All amounts as whole numbers of the last decimal place that occurs. */
  finish(): AmountColumn {
    this.endBlock();
    const places = this.blocks.reduce((most, block) => Math.max(most, block.places), 0);
    const isSmall = this.blocks.every(
      ({ values, places: own }) =>
        values instanceof Float64Array &&
        (own === places || values.every((value) => value * 10 ** (places - own) <= widest)),
    );
    if (!isSmall) {
      const wide = this.blocks.flatMap(({ values, places: own }) =>
        Array.from(
          values as ArrayLike<number | bigint>,
          (value) => BigInt(value) * 10n ** BigInt(places - own),
        ),
      );
      return { places, values: wide };
    }
    const values = new Float64Array(this.length);
    let at = 0;
    for (const block of this.blocks) {
      const factor = 10 ** (places - block.places);
      for (let row = 0; row < block.values.length; row++)
        values[at++] = (block.values[row] as number) * factor;
    }
    return { places, values };
  }
}
