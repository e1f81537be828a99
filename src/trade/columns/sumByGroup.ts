/**
 * Exact sums of non-negative integers over groups. Doubles add up without rounding below 2^53: whatever passes 2^52 is
 * carried over into a wide integer, so that no sum is ever rounded.
 */
export function sumByGroup(
  values: Float64Array | BigInt64Array | readonly bigint[],
  groupOf: ArrayLike<number> | null,
  groups: number,
): bigint[] {
  const wide = new Array<bigint>(groups).fill(0n);
  if (!(values instanceof Float64Array)) {
    for (let row = 0; row < values.length; row++) {
      const group = groupOf === null ? 0 : (groupOf[row] as number);
      wide[group] = (wide[group] as bigint) + (values[row] as bigint);
    }
    return wide;
  }
  const carry = 2 ** 52;
  const low = new Float64Array(groups);
  for (let row = 0; row < values.length; row++) {
    const group = groupOf === null ? 0 : (groupOf[row] as number);
    const sum = (low[group] as number) + (values[row] as number);
    if (sum < carry) {
      low[group] = sum;
    } else {
      wide[group] = (wide[group] as bigint) + BigInt(sum);
      low[group] = 0;
    }
  }
  return wide.map((sum, group) => sum + BigInt(low[group] as number));
}
