/**
 * Rounds quotients with one denominator, above zero, to whole units that add up to their sum, which must be whole: each
 * is cut towards zero, and the units left over go one each to the parts that lost most, the earlier first where they
 * lost the same. In whole numbers, because quotients need not end and a rounded remainder decides a tie wrongly.
 */
export function allocateExactly(numerators: readonly bigint[], denominator: bigint): bigint[] {
  const parts = numerators.map((numerator) => numerator / denominator);
  const add = (list: readonly bigint[]) => list.reduce((left, right) => left + right, 0n);
  const missing = add(numerators) / denominator - add(parts);
  const unit = missing < 0n ? -1n : 1n;
  const lost = numerators.map((numerator, index) => ({ index, lost: (numerator % denominator) * unit }));
  lost.sort((a, b) => (a.lost === b.lost ? a.index - b.index : a.lost < b.lost ? 1 : -1));
  for (const { index } of lost.slice(0, Number(missing * unit))) parts[index] = (parts[index] ?? 0n) + unit;
  return parts;
}
