/**
 * Exact sums of non-negative integers over groups. Doubles add up without rounding below 2^53: whatever passes 2^52 is
 * carried over into a wide integer, so that no sum is ever rounded. With `lines` only those rows count, and `groupOf`
 * has an entry for each of them.
 */
export function sumByGroup(
  values: Float64Array | BigInt64Array | readonly bigint[],
  groupOf: ArrayLike<number> | null,
  groups: number,
  lines?: Uint32Array,
): bigint[] {
  const wide = new Array<bigint>(groups).fill(0n);
  const rows = lines?.length ?? values.length;
  if (!(values instanceof Float64Array)) {
    for (let row = 0; row < rows; row++) {
      const group = groupOf === null ? 0 : (groupOf[row] as number);
      const value = values[lines === undefined ? row : (lines[row] as number)] as bigint;
      wide[group] = (wide[group] as bigint) + value;
    }
    return wide;
  }
  const carry = 2 ** 52;
  const low = new Float64Array(groups);
  for (let row = 0; row < rows; row++) {
    const group = groupOf === null ? 0 : (groupOf[row] as number);
    const value = values[lines === undefined ? row : (lines[row] as number)] as number;
    const sum = (low[group] as number) + value;
    if (sum < carry) {
      low[group] = sum;
    } else {
      wide[group] = (wide[group] as bigint) + BigInt(sum);
      low[group] = 0;
    }
  }
  return wide.map((sum, group) => sum + BigInt(low[group] as number));
}
