/**
 * Σ a_k b_k over `size` entries, from a place in each list. Four sums run side by side, because each addition would else
 * wait for the one before it.
 */
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
