import { Decimal, type DecimalText } from "../../exact/decimal.js";
import { decimalText, readScaled, type Scaled, unitsAt } from "../../exact/scaled.js";
import { sumByGroup } from "./sumByGroup.js";

/**
 * Amounts as whole numbers of the last decimal place that occurs: `places` 2 means cents. Float64 holds them exactly up
 * to 2^52; wider ones are held as 64-bit or, beyond that, as free integers.
 */
export interface AmountColumn {
  /** Decimal places that the integers are scaled by. */
  readonly places: number;
  /** The scaled integers, one for each flow. */
  readonly values: Float64Array | BigInt64Array | readonly bigint[];
}

/** The largest integer of a Float64 column: two of them still add up without rounding. */
export const widest = 2 ** 52;

const largest64 = 2n ** 63n - 1n;

/** A column from plain decimal texts that were checked. */
export function columnFromTexts(texts: ArrayLike<string>): AmountColumn {
  let places = 0;
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row] as string;
    const point = text.indexOf(".");
    if (point !== -1) places = Math.max(places, text.length - point - 1);
  }
  const values = new Float64Array(texts.length);
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row] as string;
    const value = scaleSmall(text, places);
    if (value > widest) return wideColumn(texts, places);
    values[row] = value;
  }
  return { places, values };
}

/** The scaled integer of a decimal text where a double holds it; infinite where it does not. */
function scaleSmall(text: string, places: number): number {
  const point = text.indexOf(".");
  if (point === -1) {
    if (text.length > 16 || places > 15) return text === "0" ? 0 : wideOr(scaleWide(text, places));
    const whole = Number(text);
    return places === 0 ? whole : whole <= widest / 10 ** places ? whole * 10 ** places : Infinity;
  }
  const digits = text.slice(0, point) + text.slice(point + 1).padEnd(places, "0");
  return digits.length > 16 ? wideOr(BigInt(digits)) : Number(digits);
}

const wideOr = (value: bigint): number => (value <= BigInt(widest) ? Number(value) : Infinity);

/** The scaled integer of a decimal text, of any size. */
export const scaleWide = (text: string, places: number): bigint => unitsAt(readScaled(text), places);

function wideColumn(texts: ArrayLike<string>, places: number): AmountColumn {
  const values = Array.from(texts, (text) => scaleWide(text, places));
  const fits = values.every((value) => value <= largest64);
  return { places, values: fits ? BigInt64Array.from(values) : values };
}

/** The decimal text of one entry of a column. */
export const amountText = (column: AmountColumn, row: number): DecimalText =>
  decimalText(column.values[row] as number | bigint, column.places);

/** All entries of a column as decimal texts. */
export function columnTexts(column: AmountColumn): DecimalText[] {
  const texts = new Array<DecimalText>(column.values.length);
  for (let row = 0; row < texts.length; row++) texts[row] = amountText(column, row);
  return texts;
}

/** A scaled integer as a decimal. */
export const scaledDecimal = (value: number | bigint, places: number): Decimal =>
  new Decimal(decimalText(value, places));

/** All entries of a column as the nearest doubles. */
export function columnNumbers({ values, places }: AmountColumn): Float64Array {
  const numbers = new Float64Array(values.length);
  // A double divided by a power of ten that a double holds is rounded once, as reading the text would be.
  const small = values instanceof Float64Array && places <= 22;
  for (let row = 0; row < numbers.length; row++) {
    const value = values[row] as number | bigint;
    numbers[row] = small ? (value as number) / 10 ** places : Number(decimalText(value, places));
  }
  return numbers;
}

/** The exact sums of a column over groups; without groups, one sum. */
export const sumsOf = (column: AmountColumn, groupOf: ArrayLike<number> | null, groups: number): Scaled[] =>
  sumByGroup(column.values, groupOf, groups).map((units) => ({ units, places: column.places }));
