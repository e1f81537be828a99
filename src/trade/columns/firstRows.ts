/** What is asked of {@link firstRows}: the parts of the key of every row. */
export interface Keys {
  readonly length: number;
  readonly importer: ArrayLike<number>;
  readonly exporter: ArrayLike<number>;
  readonly product: ArrayLike<number>;
}

/**
 * For every row, the first row with the same importer, exporter and product; null where no row repeats another. A table
 * of open addresses: one number for each row, no text for a key.
 */
export function firstRows(keys: Keys): Uint32Array | null {
  const { length, importer, exporter, product } = keys;
  let size = 16;
  while (size < 2 * length) size *= 2;
  const table = new Uint32Array(size);
  const first = new Uint32Array(length);
  let repeats = 0;
  for (let row = 0; row < length; row++) {
    const [from, to, what] = [exporter[row] as number, importer[row] as number, product[row] as number];
    const mixed = Math.imul(what, 0x9e3779b1) ^ Math.imul(from, 0x85ebca77) ^ Math.imul(to, 0xc2b2ae3d);
    let at = (mixed ^ (mixed >>> 15)) & (size - 1);
    for (;;) {
      const other = (table[at] as number) - 1;
      if (other === -1) {
        table[at] = row + 1;
        first[row] = row;
        break;
      }
      if (product[other] === what && exporter[other] === from && importer[other] === to) {
        first[row] = other;
        repeats++;
        break;
      }
      at = (at + 1) & (size - 1);
    }
  }
  return repeats === 0 ? null : first;
}
