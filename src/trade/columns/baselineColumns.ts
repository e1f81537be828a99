import type { DecimalText } from "../../exact/decimal.js";

/**
 * The columns of a {@link Baseline}: plain frozen lists, made from typed arrays when they are first asked for.
 *
 * @category Baseline
 */
export interface BaselineColumns {
  /** Position of the importer in `importers`. */
  readonly importer: readonly number[];
  /** Position of the exporter in `exporters`. */
  readonly exporter: readonly number[];
  /** Position of the product in `products`. */
  readonly product: readonly number[];
  /** Customs value. */
  readonly customsValue: readonly DecimalText[];
  /** Duties collected in the baseline; null where the data have none. */
  readonly duties: readonly DecimalText[] | null;
  /** Quantities, one entry for each unit that occurs; absent where the data have none. */
  readonly quantities?: readonly QuantityColumn[];
}

/**
 * The quantities of a baseline in one unit. A flow that is not among `flows` states none in this unit, which is not
 * zero.
 *
 * @category Baseline
 */
export interface QuantityColumn {
  /** The unit, for example `"kg"`, `"piece"`, `"liter"`, `"m2"`, `"pair"`, `"dozen"` or `"carat"` (see `unitsOfQuantity`); other spellings
   * such as `"No."` and `"litre"` are taken for the unit they name. */
  readonly unit: string;
  /** Positions of the flows that state a quantity, ascending; null where all flows do. */
  readonly flows: readonly number[] | null;
  /** Their quantities, in the order of `flows`. */
  readonly amounts: readonly DecimalText[];
}
