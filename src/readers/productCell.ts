import type { HsCode } from "../goods/hsCode.js";

/** What a cell with a code of goods holds. */
export type ProductCell =
  | { readonly kind: "code"; readonly code: HsCode }
  | { readonly kind: "lost-zero"; readonly code: HsCode }
  | { readonly kind: "total" }
  | { readonly kind: "spreadsheet" }
  | { readonly kind: "none" };

const whole = /^(?!00)\d{2}(\d{2}){0,4}$/;
const parted = /^\d{2,4}([. ]\d{2,4}){0,4}$/;

/**
 * Reads a code of goods. A code with an odd number of digits has lost the zero of chapters 01 to 09: HS codes and
 * national lines have 2, 4, 6, 8 or 10 digits.
 */
export function productCell(cell: string): ProductCell {
  if (whole.test(cell)) return { kind: "code", code: cell as HsCode };
  const text = cell.trim();
  if (/^(total|all commodities|all products|all goods|-)$/i.test(text)) return { kind: "total" };
  const bare = parted.test(text) ? text.replace(/[. ]/g, "") : text;
  if (whole.test(bare)) return { kind: "code", code: bare as HsCode };
  if (/^[1-9](\d{2}){0,4}$/.test(bare)) return { kind: "lost-zero", code: `0${bare}` as HsCode };
  return /^\d+([.,]\d+)?e[+-]?\d+$/i.test(text) ? { kind: "spreadsheet" } : { kind: "none" };
}
