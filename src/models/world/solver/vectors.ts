/**
 * Sums over short lists of the solver's 2N-vectors. Four sums run side by side, because each addition would else wait
 * for the one before it.
 */

/** Σ a_i b_i over `size` entries, from a place in each list. */
export function dotProduct(
  a: Float64Array,
  fromA: number,
  b: Float64Array,
  fromB: number,
  size: number,
): number {
  let s = 0;
  let t = 0;
  let u = 0;
  let v = 0;
  let i = 0;
  for (; i + 3 < size; i += 4) {
    s += a[fromA + i]! * b[fromB + i]!;
    t += a[fromA + i + 1]! * b[fromB + i + 1]!;
    u += a[fromA + i + 2]! * b[fromB + i + 2]!;
    v += a[fromA + i + 3]! * b[fromB + i + 3]!;
  }
  for (; i < size; i++) s += a[fromA + i]! * b[fromB + i]!;
  return s + t + (u + v);
}

/** Adds `weights` times the first `count` rows of a matrix with rows of `size` entries to `out`. */
export function addRows(
  rows: Float64Array,
  count: number,
  weights: Float64Array,
  size: number,
  out: Float64Array,
): void {
  let r = 0;
  for (; r + 3 < count; r += 4) {
    const a = weights[r]!;
    const b = weights[r + 1]!;
    const c = weights[r + 2]!;
    const d = weights[r + 3]!;
    const r0 = r * size;
    const r1 = r0 + size;
    const r2 = r1 + size;
    const r3 = r2 + size;
    for (let i = 0; i < size; i++)
      out[i]! += rows[r0 + i]! * a + rows[r1 + i]! * b + (rows[r2 + i]! * c + rows[r3 + i]! * d);
  }
  for (; r < count; r++) {
    const a = weights[r]!;
    const from = r * size;
    for (let i = 0; i < size; i++) out[i]! += rows[from + i]! * a;
  }
}
