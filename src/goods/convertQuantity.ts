import { type DecimalText, readDecimal } from "../exact/decimal.js";
import { dividedBy, readFraction, times, writeFraction } from "../exact/fraction.js";
import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import { findUnit } from "./findUnit.js";
import { type QuantityUnit, unitsOfQuantity } from "./units.js";

/**
 * What {@link convertQuantity} needs.
 *
 * @category Goods
 */
export interface ConvertQuantityOptions {
  /** The quantity as plain decimal text. */
  readonly quantity: DecimalText;
  /** The unit it is counted in. */
  readonly from: QuantityUnit;
  /** The unit it is wanted in; both must have one base. */
  readonly to: QuantityUnit;
}

/** The unit that a text names; anything else is refused with what can be written. */
export function requireUnit(name: unknown, path: string): QuantityUnit {
  const found = findUnit(requireText(name, path));
  if (found !== undefined) return found;
  throw new TariffError({
    code: "unknown-unit",
    path,
    received: name,
    advice: `Name a unit of quantity, one of ${Object.keys(unitsOfQuantity).join(", ")}.`,
  });
}

/**
 * A quantity in another unit of the same kind, exactly.
 *
 * **Formula**: quantity x base units in the old unit / base units in the new one.
 *
 * **Result**: decimal text, or a ratio such as `"25/3"` where no decimal states the value.
 *
 * **Leaves out**: densities and counts that differ from good to good: kilos do not become litres, a pair does not
 * become two pieces.
 *
 * @throws `unit-mismatch` for units of different kinds, `unknown-unit`, `not-a-decimal`, `wrong-type`.
 * @example Dozens into pieces, pieces into gross
 * ```ts
 * import { convertQuantity } from "tariff-whatif";
 *
 * convertQuantity({ quantity: "2.5", from: "dozen", to: "piece" }); // => "30"
 * convertQuantity({ quantity: "1200", from: "piece", to: "gross" }); // => "25/3"
 * convertQuantity({ quantity: "40", from: "liter", to: "kg" }); // throws unit-mismatch
 * ```
 * @category Goods
 */
export function convertQuantity(options: ConvertQuantityOptions): string {
  const { quantity, from, to } = readOptions(options, "", ["quantity", "from", "to"]);
  readDecimal(quantity, "quantity");
  const old = unitsOfQuantity[requireUnit(from, "from")];
  const wanted = unitsOfQuantity[requireUnit(to, "to")];
  if (old.base !== wanted.base) {
    throw new TariffError({
      code: "unit-mismatch",
      path: "to",
      received: to,
      advice: `Name a unit counted in ${old.base}, as ${from} is: no factor leads from one kind of quantity to another.`,
    });
  }
  const factor = dividedBy(readFraction(old.factor, "from"), readFraction(wanted.factor, "to"));
  return writeFraction(times(readFraction(quantity, "quantity"), factor));
}
