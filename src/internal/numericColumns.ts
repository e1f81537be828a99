import { listBounds, requirePlainList } from "./listBounds.js";
import { requireFinite } from "./requireFinite.js";
import { TariffError } from "./TariffError.js";

/**
 * A list of numbers: a plain array or a typed one. It is read and copied, never changed.
 *
 * @category Models
 */
export type NumberColumn = ArrayLike<number>;

/** Checks that a value is a list, of the length asked for, and not a text. */
export function requireList<T>(value: ArrayLike<T>, path: string, length?: number): ArrayLike<T> {
  if (!Array.isArray(value) && !(ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    throw new TariffError({ code: "wrong-type", path, received: value, advice: "Pass a list." });
  }
  requirePlainList(value, path);
  // Before anything is copied: a list without entries can claim to have four thousand million of them.
  if (value.length > listBounds.rows) {
    throw new TariffError({
      code: "too-long",
      path,
      received: value,
      advice: `Pass at most ${listBounds.rows.toLocaleString("en-US")} entries.`,
    });
  }
  if (length !== undefined && value.length !== length) {
    throw new TariffError({
      code: "length-mismatch",
      path,
      received: value.length,
      advice: `Pass one entry for each row; here ${length}.`,
    });
  }
  return value;
}

/** Copies a list of finite numbers, each at or above a floor; -0 becomes 0, as in JSON. */
export function readNumbers(
  value: NumberColumn,
  path: string,
  length?: number,
  least = -Infinity,
): Float64Array {
  const list = requireList(value, path, length);
  // A loop: Float64Array.from with a function takes ten times as long.
  const numbers = new Float64Array(list.length);
  for (let row = 0; row < numbers.length; row++) {
    const number = requireNumber(list[row], path, row);
    if (number < least) {
      throw new TariffError({
        code: "out-of-range",
        path: `${path}[${row}]`,
        received: number,
        advice: `Pass a number of at least ${least}.`,
      });
    }
    numbers[row] = number + 0;
  }
  return numbers;
}

/** The place is written only for a number that is none. */
const requireNumber = (value: unknown, path: string, row: number): number =>
  typeof value === "number" && Number.isFinite(value) ? value : requireFinite(value, `${path}[${row}]`);

/** A rate above it, 1000 %, is taken for a percentage that was passed where a fraction is wanted. */
const largestRate = 10;

/**
 * Copies a list of rates as fractions, 0.25 for 25 %. A column of plain numbers does not carry its unit, so that
 * a rate no tariff has is refused: 25 is not taken for 2500 %.
 */
export function readRates(value: NumberColumn, path: string, length?: number): Float64Array {
  const rates = readNumbers(value, path, length);
  for (let row = 0; row < rates.length; row++) {
    const rate = rates[row]!;
    if (rate > -1 && rate <= largestRate) continue;
    const tooHigh = rate > largestRate;
    throw new TariffError({
      code: tooHigh ? "out-of-range" : "price-not-positive",
      path: `${path}[${row}]`,
      received: rate,
      advice: tooHigh
        ? "Pass rates as fractions, at most 10: 0.25 for 25 %."
        : "Pass a rate above -1, as a fraction: 0.25 for 25 %.",
    });
  }
  return rates;
}
