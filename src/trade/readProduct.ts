import { readHsCode } from "../goods/hsCode.js";
import type { ProductCode } from "./baseline.js";

/** Reads an HS code or `"total"`. */
export const readProduct = (value: unknown, path: string): ProductCode =>
  value === "total" ? "total" : readHsCode(value, path);
