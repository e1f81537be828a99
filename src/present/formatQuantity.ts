import { type Rounding, roundDecimal } from "../exact/roundingModes.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { Quantity } from "../models/outcome.js";
import { numberOf, requireQuantity } from "../models/quantity.js";

const scales = { unit: 0, thousand: 3, million: 6, billion: 9, trillion: 12 } as const;

/**
 * How {@link formatQuantity} writes a number.
 *
 * @category Presentation
 */
export interface FormatOptions extends Rounding {
  /** For money: the unit to count in. */
  readonly moneyIn: keyof typeof scales;
}

/**
 * A quantity for people: rounded, grouped, with its unit.
 *
 * **Result**: `"USD 42.9 billion"`, `"3.66%"`, `"1.32 pp"`, `"+4.1 percent"`; thousands are parted by commas. Changes
 * carry their sign. Percent and percentage points are never mixed.
 *
 * @throws `out-of-range` for places, `unknown-rounding`, `not-a-decimal`, `not-a-rate`, `wrong-type`, `missing-key`.
 * @example A headline figure
 * ```ts
 * import { formatQuantity } from "tariff-whatif";
 *
 * const duties = { amount: "42942583500", currency: "USD", priceYear: 2024 } as const;
 * formatQuantity(duties, { moneyIn: "billion", places: 1, rounding: "half-even" }); // => "USD 42.9 billion"
 * formatQuantity("1.3174pp", { moneyIn: "unit", places: 2, rounding: "half-even" }); // => "+1.32 pp"
 * ```
 * @category Presentation
 */
export function formatQuantity(quantity: Quantity, options: FormatOptions): string {
  requireFormat(options, "options");
  return writeQuantity(quantity, options, "quantity");
}

/** Refuses what is no way to write numbers. */
export function requireFormat(options: FormatOptions, path: string): void {
  const { moneyIn, places, rounding } = readOptions(options, path, ["moneyIn", "places", "rounding"]);
  readMoneyScale(moneyIn, `${path}.moneyIn`);
  roundDecimal(numberOf("0%"), { places, rounding }, path);
}

/** The power of ten of the unit that money is counted in. */
export function readMoneyScale(moneyIn: unknown, path: string): number {
  if (typeof moneyIn === "string" && Object.hasOwn(scales, moneyIn))
    return scales[moneyIn as keyof typeof scales];
  throw new TariffError({
    code: "wrong-type",
    path: path,
    received: moneyIn,
    advice: `Name one of ${Object.keys(scales).join(", ")}.`,
  });
}

/** Writes a quantity in a way that was checked. */
export function writeQuantity(quantity: Quantity, options: FormatOptions, path: string): string {
  const { moneyIn, places, rounding } = options;
  requireQuantity(quantity, path);
  const number = numberOf(quantity);
  if (typeof quantity !== "string") {
    const scaled = roundDecimal(number.div(10 ** scales[moneyIn]), { places, rounding }, path);
    return `${quantity.currency} ${group(scaled.toFixed(places))}${moneyIn === "unit" ? "" : ` ${moneyIn}`}`;
  }
  const rounded = roundDecimal(number, { places, rounding }, path);
  const text = group(rounded.isZero() ? rounded.abs().toFixed(places) : rounded.toFixed(places));
  if (quantity.endsWith("%")) return `${text}%`;
  const signed = rounded.gt(0) ? `+${text}` : text;
  return quantity.endsWith("pp") ? `${signed} pp` : `${signed} percent`;
}

function group(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
