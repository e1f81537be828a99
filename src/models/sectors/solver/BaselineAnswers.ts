/**
 * How the equations answer near the baseline, roughly: what turns the gaps of one round into a step that comes close to
 * the solution. It decides how many rounds a solve takes, and nothing else.
 */
export interface BaselineAnswers {
  /** Minus the inverse of how labour asked for answers to wages, N by N. */
  readonly wages: Float64Array;
  /** (I - own share x inputs)^-1 for each economy: what prices at home do to one another. Empty without links. */
  readonly own: Float64Array;
  /** What a sector's price at home does when the wage rises by one, economy and sector. */
  readonly price: Float64Array;
}
