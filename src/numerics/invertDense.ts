/**
 * The inverse of a dense square matrix (row-major), by Gauss-Jordan elimination with partial pivoting; undefined where a
 * pivot is below 1e-13 of the largest entry. The input stays as it is.
 */
export function invertDense(matrix: Float64Array, n: number): Float64Array | undefined {
  const a = Float64Array.from(matrix);
  const inverse = new Float64Array(n * n);
  let largest = 0;
  for (let q = 0; q < n * n; q++) largest = Math.max(largest, Math.abs(a[q]!));
  for (let r = 0; r < n; r++) inverse[r * n + r] = 1;
  for (let c = 0; c < n; c++) {
    let best = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(a[r * n + c]!) > Math.abs(a[best * n + c]!)) best = r;
    if (!(Math.abs(a[best * n + c]!) > 1e-13 * largest)) return undefined;
    if (best !== c) {
      swapRows(a, best, c, n);
      swapRows(inverse, best, c, n);
    }
    const pivot = 1 / a[c * n + c]!;
    for (let k = 0; k < n; k++) {
      a[c * n + k]! *= pivot;
      inverse[c * n + k]! *= pivot;
    }
    for (let r = 0; r < n; r++) {
      const factor = a[r * n + c]!;
      if (r === c || factor === 0) continue;
      for (let k = c; k < n; k++) a[r * n + k]! -= factor * a[c * n + k]!;
      for (let k = 0; k < n; k++) inverse[r * n + k]! -= factor * inverse[c * n + k]!;
    }
  }
  return inverse;
}

function swapRows(a: Float64Array, first: number, second: number, n: number): void {
  for (let k = 0; k < n; k++) {
    const kept = a[first * n + k]!;
    a[first * n + k] = a[second * n + k]!;
    a[second * n + k] = kept;
  }
}
