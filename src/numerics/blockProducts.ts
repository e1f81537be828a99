/**
 * The two products of square blocks, one after another, with a list each. Four rows side by side: a number is loaded once
 * for four multiply-adds.
 */

/** out_bc = Σ_r list_br · block_brc. */
export function multiplyBlocksFromLeft(
  blocks: Float64Array,
  count: number,
  size: number,
  lists: Float64Array,
  out: Float64Array,
): void {
  out.fill(0, 0, count * size);
  for (let from = 0; from < count * size; from += size) {
    let r = 0;
    for (; r + 3 < size; r += 4) {
      const r0 = (from + r) * size;
      const r1 = r0 + size;
      const r2 = r1 + size;
      const r3 = r2 + size;
      const a = lists[from + r]!;
      const b = lists[from + r + 1]!;
      const c = lists[from + r + 2]!;
      const d = lists[from + r + 3]!;
      for (let k = 0; k < size; k++)
        out[from + k]! +=
          blocks[r0 + k]! * a + blocks[r1 + k]! * b + (blocks[r2 + k]! * c + blocks[r3 + k]! * d);
    }
    for (; r < size; r++) {
      const row = (from + r) * size;
      const a = lists[from + r]!;
      for (let k = 0; k < size; k++) out[from + k]! += blocks[row + k]! * a;
    }
  }
}

/** out_br = Σ_c block_brc · list_bc. */
export function multiplyBlocksFromRight(
  blocks: Float64Array,
  count: number,
  size: number,
  lists: Float64Array,
  out: Float64Array,
): void {
  for (let from = 0; from < count * size; from += size) {
    let r = 0;
    for (; r + 3 < size; r += 4) {
      const r0 = (from + r) * size;
      const r1 = r0 + size;
      const r2 = r1 + size;
      const r3 = r2 + size;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let k = 0; k < size; k++) {
        const x = lists[from + k]!;
        a += blocks[r0 + k]! * x;
        b += blocks[r1 + k]! * x;
        c += blocks[r2 + k]! * x;
        d += blocks[r3 + k]! * x;
      }
      out[from + r] = a;
      out[from + r + 1] = b;
      out[from + r + 2] = c;
      out[from + r + 3] = d;
    }
    for (; r < size; r++) {
      const row = (from + r) * size;
      let a = 0;
      for (let k = 0; k < size; k++) a += blocks[row + k]! * lists[from + k]!;
      out[from + r] = a;
    }
  }
}
