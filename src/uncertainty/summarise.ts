/**
 * A quantile of an outcome, and the range in which it lies with 95 percent confidence given the number of draws; where
 * fewer than ten draws lie beyond it, from the lowest to the highest draw.
 *
 * @category Uncertainty
 */
export interface Quantile {
  /** The share of draws at or below it. */
  readonly probability: number;
  /** The quantile. */
  readonly value: number;
  /** The lower end of its range. */
  readonly low: number;
  /** The upper end of its range. */
  readonly high: number;
}

/**
 * The distribution of one outcome.
 *
 * @category Uncertainty
 */
export interface OutcomeSummary {
  /** The mean. */
  readonly mean: number;
  /** The standard error of the mean: how far it may be off because the draws are so many and not more. */
  readonly standardError: number;
  /** The standard deviation. */
  readonly standardDeviation: number;
  /** The lowest draw. */
  readonly lowest: number;
  /** The highest draw. */
  readonly highest: number;
  /** The share of draws below zero. */
  readonly shareBelowZero: number;
  /** The quantiles asked for. */
  readonly quantiles: readonly Quantile[];
}

/**
 * How likely one outcome is below another, on the same draws.
 *
 * @category Uncertainty
 */
export interface ProbabilityBelow {
  /** The first outcome. */
  readonly first: string;
  /** The second outcome. */
  readonly second: string;
  /** The share of draws in which the first is below the second. */
  readonly probability: number;
  /** The standard error of that share. */
  readonly standardError: number;
}

/** Summarises the draws of an outcome. */
export function summarise(draws: Float64Array, probabilities: readonly number[]): OutcomeSummary {
  const count = draws.length;
  const sorted = Float64Array.from(draws).sort();
  const mean = draws.reduce((sum, value) => sum + value, 0) / count;
  const squares = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardDeviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
  const at = (rank: number) => sorted[Math.min(count - 1, Math.max(0, Math.ceil(rank) - 1))] as number;
  return {
    mean,
    standardError: standardDeviation / Math.sqrt(count),
    standardDeviation,
    lowest: at(1),
    highest: at(count),
    shareBelowZero: draws.reduce((sum, value) => sum + (value < 0 ? 1 : 0), 0) / count,
    quantiles: probabilities.map((probability) => {
      // The ranks of a quantile are binomial; with few draws beyond it the normal law is too narrow, so the whole range is given.
      const beyond = count * Math.min(probability, 1 - probability);
      const reach = beyond < 10 ? count : 1.96 * Math.sqrt(count * probability * (1 - probability));
      const rank = count * probability;
      return { probability, value: at(rank), low: at(rank - reach), high: at(rank + reach) };
    }),
  };
}

/** How often one column is below another. */
export function probabilityOf(
  first: string,
  second: string,
  left: Float64Array,
  right: Float64Array,
): ProbabilityBelow {
  const count = left.length;
  const probability =
    left.reduce((sum, value, draw) => sum + (value < (right[draw] as number) ? 1 : 0), 0) / count;
  return { first, second, probability, standardError: Math.sqrt((probability * (1 - probability)) / count) };
}
