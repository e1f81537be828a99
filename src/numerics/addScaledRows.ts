/** Adds `weights` times the first `count` rows of a matrix with rows of `size` entries to `out`. */
export function addScaledRows(
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
