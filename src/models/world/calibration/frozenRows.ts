/** A row-major matrix as frozen rows. A plain loop: `Array.from` takes a typed array through its iterator. */
export function frozenRows(matrix: Float64Array, n: number): readonly (readonly number[])[] {
  const rows: (readonly number[])[] = [];
  for (let from = 0; from < n * n; from += n) {
    const row = new Array<number>(n);
    for (let i = 0; i < n; i++) row[i] = matrix[from + i]!;
    rows.push(Object.freeze(row));
  }
  return Object.freeze(rows);
}
