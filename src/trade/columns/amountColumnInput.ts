import type { DecimalText } from "../../exact/decimal.js";

/**
 * A column of amounts: plain decimal texts, or whole numbers of the last decimal place that is kept.
 *
 * @category Baseline
 */
export type AmountColumnInput =
  | readonly DecimalText[]
  | {
      /** Whole numbers, not negative; numbers up to 2^52, 64-bit integers beyond. */
      readonly values: ArrayLike<number> | ArrayLike<bigint>;
      /** Decimal places of those integers: 2 where they are cents. */
      readonly places: number;
    };
