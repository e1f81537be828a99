/**
 * The two products of a matrix of inputs (economy, sector that uses, sector of the input) with a list by economy and
 * sector, for one economy at a time. Four rows side by side: a number is loaded once for four multiply-adds.
 */

/** out_k = Σ_h m_kh list_h: what each sector that uses makes of the inputs. */
export function byUser(
  matrix: Float64Array,
  economy: number,
  s: number,
  list: Float64Array,
  out: Float64Array,
  from: number,
): void {
  const at = economy * s;
  let k = 0;
  for (; k + 3 < s; k += 4) {
    const r0 = (at + k) * s;
    const r1 = r0 + s;
    const r2 = r1 + s;
    const r3 = r2 + s;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let h = 0; h < s; h++) {
      const x = list[h]!;
      a += matrix[r0 + h]! * x;
      b += matrix[r1 + h]! * x;
      c += matrix[r2 + h]! * x;
      d += matrix[r3 + h]! * x;
    }
    out[from + k] = a;
    out[from + k + 1] = b;
    out[from + k + 2] = c;
    out[from + k + 3] = d;
  }
  for (; k < s; k++) {
    const row = (at + k) * s;
    let a = 0;
    for (let h = 0; h < s; h++) a += matrix[row + h]! * list[h]!;
    out[from + k] = a;
  }
}

/** out_h += Σ_k m_kh list_k: what the sectors that use ask of each input. */
export function addByInput(
  matrix: Float64Array,
  economy: number,
  s: number,
  list: Float64Array,
  out: Float64Array,
  from: number,
): void {
  const at = economy * s;
  let k = 0;
  for (; k + 3 < s; k += 4) {
    const r0 = (at + k) * s;
    const r1 = r0 + s;
    const r2 = r1 + s;
    const r3 = r2 + s;
    const a = list[k]!;
    const b = list[k + 1]!;
    const c = list[k + 2]!;
    const d = list[k + 3]!;
    for (let h = 0; h < s; h++)
      out[from + h]! +=
        matrix[r0 + h]! * a + matrix[r1 + h]! * b + (matrix[r2 + h]! * c + matrix[r3 + h]! * d);
  }
  for (; k < s; k++) {
    const row = (at + k) * s;
    const a = list[k]!;
    for (let h = 0; h < s; h++) out[from + h]! += matrix[row + h]! * a;
  }
}
