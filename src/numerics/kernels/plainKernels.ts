import { addScaledRows } from "../addScaledRows.js";
import { multiplyBlocksFromLeft, multiplyBlocksFromRight } from "../blockProducts.js";
import { dotProduct } from "../dotProduct.js";
import { multiplyFromLeft, multiplyFromRight } from "../matrixProducts.js";
import type { Kernels } from "./Kernels.js";

/** The loops in JavaScript, for where WebAssembly with SIMD is not at hand. */
export const plainKernels: Kernels = {
  list: (length) => new Float64Array(length),
  multiplyFromLeft,
  multiplyFromRight,
  multiplyBlocksFromLeft,
  multiplyBlocksFromRight,
  multiplyEntries(factors, count, size, lists, out) {
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let q = i; q < count * size; q += size) sum += factors[q]! * lists[q]!;
      out[i] = sum;
    }
  },
  multiplyRows(rows, count, size, list, out) {
    for (let r = 0; r < count; r++) out[r] = dotProduct(list, 0, rows, r * size, size);
  },
  addScaledRows: (rows, count, size, weights, out) => addScaledRows(rows, count, weights, size, out),
  orthogonalise(rows, count, size, list, parts) {
    for (let r = 0; r < count; r++) {
      const start = r * size;
      const part = dotProduct(list, 0, rows, start, size);
      parts[r] = part;
      for (let i = 0; i < size; i++) list[i]! -= part * rows[start + i]!;
    }
  },
};
