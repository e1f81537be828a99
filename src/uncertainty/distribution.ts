/**
 * What an uncertain number may be. A plain list of choices needs no weights; a normal one may be cut off at either end.
 *
 * @category Uncertainty
 */
export type Distribution =
  | UniformDistribution
  | NormalDistribution
  | LogNormalDistribution
  | PertDistribution
  | ChoiceDistribution;

/**
 * Every value between two ends is as likely as any other.
 *
 * @category Uncertainty
 */
export interface UniformDistribution {
  /** The kind. */
  readonly kind: "uniform";
  /** The lowest value. */
  readonly from: number;
  /** The highest value. */
  readonly to: number;
}

/**
 * The normal distribution, cut off where ends are given: what falls outside is drawn again.
 *
 * @category Uncertainty
 */
export interface NormalDistribution {
  /** The kind. */
  readonly kind: "normal";
  /** The mean before it is cut off. */
  readonly mean: number;
  /** The standard deviation before it is cut off, above zero. */
  readonly standardDeviation: number;
  /** The lowest value. */
  readonly from?: number;
  /** The highest value. */
  readonly to?: number;
}

/**
 * A number above zero whose logarithm is normal.
 *
 * @category Uncertainty
 */
export interface LogNormalDistribution {
  /** The kind. */
  readonly kind: "logNormal";
  /** The median, above zero. */
  readonly median: number;
  /** The standard deviation of the logarithm, above zero. */
  readonly logStandardDeviation: number;
  /** Draw minus the number instead, for elasticities below zero. */
  readonly negative?: boolean;
}

/**
 * A lowest, a most likely and a highest value (PERT, a scaled beta distribution).
 *
 * @category Uncertainty
 */
export interface PertDistribution {
  /** The kind. */
  readonly kind: "pert";
  /** The lowest value. */
  readonly from: number;
  /** The most likely value. */
  readonly mostLikely: number;
  /** The highest value. */
  readonly to: number;
}

/**
 * One of some values, each as likely as its weight says.
 *
 * @category Uncertainty
 */
export interface ChoiceDistribution {
  /** The kind. */
  readonly kind: "choice";
  /** The values. */
  readonly values: readonly number[];
  /** A weight for each, not negative, not all zero; without them all are equally likely. */
  readonly weights?: readonly number[];
}

/** Draws one value. */
export type Sampler = () => number;
