/**
 * The two products of a row-major matrix with a vector that every step of an equilibrium solver is made of. Several rows
 * at a time: a sum, or a factor, is loaded once for several multiply-adds.
 */

/** out_c = Σ_r left_r · matrix_rc: each row times its factor, added up down the columns. */
export function multiplyFromLeft(
  matrix: Float64Array,
  rows: number,
  columns: number,
  left: Float64Array,
  out: Float64Array,
): void {
  out.fill(0, 0, columns);
  let j = 0;
  for (; j + 7 < rows; j += 8) {
    const a = left[j]!;
    const b = left[j + 1]!;
    const c = left[j + 2]!;
    const d = left[j + 3]!;
    const e = left[j + 4]!;
    const f = left[j + 5]!;
    const g = left[j + 6]!;
    const h = left[j + 7]!;
    const r0 = j * columns;
    const r1 = r0 + columns;
    const r2 = r1 + columns;
    const r3 = r2 + columns;
    const r4 = r3 + columns;
    const r5 = r4 + columns;
    const r6 = r5 + columns;
    const r7 = r6 + columns;
    for (let i = 0; i < columns; i++) {
      const first = matrix[r0 + i]! * a + matrix[r1 + i]! * b + (matrix[r2 + i]! * c + matrix[r3 + i]! * d);
      const second = matrix[r4 + i]! * e + matrix[r5 + i]! * f + (matrix[r6 + i]! * g + matrix[r7 + i]! * h);
      out[i]! += first + second;
    }
  }
  for (; j < rows; j++) {
    const a = left[j] as number;
    const r = j * columns;
    for (let i = 0; i < columns; i++) out[i] = (out[i] as number) + (matrix[r + i] as number) * a;
  }
}

/** out_r = Σ_c matrix_rc · right_c: each row added up with the weights of the columns. */
export function multiplyFromRight(
  matrix: Float64Array,
  rows: number,
  columns: number,
  right: Float64Array,
  out: Float64Array,
): void {
  let j = 0;
  for (; j + 7 < rows; j += 8) {
    const r0 = j * columns;
    const r1 = r0 + columns;
    const r2 = r1 + columns;
    const r3 = r2 + columns;
    const r4 = r3 + columns;
    const r5 = r4 + columns;
    const r6 = r5 + columns;
    const r7 = r6 + columns;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let i = 0; i < columns; i++) {
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
  for (; j < rows; j++) {
    const r = j * columns;
    let a = 0;
    for (let i = 0; i < columns; i++) a += matrix[r + i]! * right[i]!;
    out[j] = a;
  }
}
