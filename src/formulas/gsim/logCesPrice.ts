/**
 * The logarithm of a CES price index from shares that add up to 1 and logarithms of prices. Centred on the mean, the
 * sum inside is at least 1, so that nothing cancels at any elasticity, 1 included.
 */
export function logCesPrice(shares: readonly number[], logPrices: readonly number[], sigma: number): number {
  const power = 1 - sigma;
  const mean = shares.reduce((sum, share, r) => sum + share * logPrices[r]!, 0);
  if (power === 0) return mean;
  const excess = shares.reduce(
    (sum, share, r) => (share === 0 ? sum : sum + share * Math.expm1(power * (logPrices[r]! - mean))),
    0,
  );
  if (excess < Infinity) return mean + Math.log1p(excess) / power;
  const most = Math.max(...logPrices.map((price, r) => (shares[r] === 0 ? -Infinity : power * price)));
  const sum = shares.reduce(
    (total, share, r) => (share === 0 ? total : total + share * Math.exp(power * logPrices[r]! - most)),
    0,
  );
  return (most + Math.log(sum)) / power;
}
