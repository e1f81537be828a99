import type { DecimalText } from "../exact/decimal.js";

/** Whole thousands (or millions) written out in units, exactly: figures are published so. */
export function withZeros(figures: readonly number[], zeros: "000" | "000000"): DecimalText[] {
  return figures.map((figure) => (figure === 0 ? "0" : (`${figure}${zeros}` as DecimalText)));
}
