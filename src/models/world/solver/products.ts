/**
 * The two products with the N by N share matrix that every step of the solver is made of. Several rows at a time: a
 * sum, or a factor, is loaded once for several multiply-adds.
 */

/** out_i = Σ_j matrix_ji · left_j, one N² pass. */
export function sumOverExporters(
  matrix: Float64Array,
  n: number,
  left: Float64Array,
  out: Float64Array,
): void {
  out.fill(0);
  let j = 0;
  for (; j + 7 < n; j += 8) {
    const a = left[j]!;
    const b = left[j + 1]!;
    const c = left[j + 2]!;
    const d = left[j + 3]!;
    const e = left[j + 4]!;
    const f = left[j + 5]!;
    const g = left[j + 6]!;
    const h = left[j + 7]!;
    const r0 = j * n;
    const r1 = r0 + n;
    const r2 = r1 + n;
    const r3 = r2 + n;
    const r4 = r3 + n;
    const r5 = r4 + n;
    const r6 = r5 + n;
    const r7 = r6 + n;
    for (let i = 0; i < n; i++) {
      const first = matrix[r0 + i]! * a + matrix[r1 + i]! * b + (matrix[r2 + i]! * c + matrix[r3 + i]! * d);
      const second = matrix[r4 + i]! * e + matrix[r5 + i]! * f + (matrix[r6 + i]! * g + matrix[r7 + i]! * h);
      out[i]! += first + second;
    }
  }
  for (; j < n; j++) {
    const a = left[j] as number;
    const r = j * n;
    for (let i = 0; i < n; i++) out[i] = (out[i] as number) + (matrix[r + i] as number) * a;
  }
}

/** out_j = Σ_i matrix_ji · right_i, one N² pass. */
export function sumOverImporters(
  matrix: Float64Array,
  n: number,
  right: Float64Array,
  out: Float64Array,
): void {
  let j = 0;
  for (; j + 7 < n; j += 8) {
    const r0 = j * n;
    const r1 = r0 + n;
    const r2 = r1 + n;
    const r3 = r2 + n;
    const r4 = r3 + n;
    const r5 = r4 + n;
    const r6 = r5 + n;
    const r7 = r6 + n;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let i = 0; i < n; i++) {
      const x = right[i]!;
      a += matrix[r0 + i]! * x;
      b += matrix[r1 + i]! * x;
      c += matrix[r2 + i]! * x;
      d += matrix[r3 + i]! * x;
      e += matrix[r4 + i]! * x;
      f += matrix[r5 + i]! * x;
      g += matrix[r6 + i]! * x;
      h += matrix[r7 + i]! * x;
    }
    out[j] = a;
    out[j + 1] = b;
    out[j + 2] = c;
    out[j + 3] = d;
    out[j + 4] = e;
    out[j + 5] = f;
    out[j + 6] = g;
    out[j + 7] = h;
  }
  for (; j < n; j++) {
    const r = j * n;
    let a = 0;
    for (let i = 0; i < n; i++) a += matrix[r + i]! * right[i]!;
    out[j] = a;
  }
}
