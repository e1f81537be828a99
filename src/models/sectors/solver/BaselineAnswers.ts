/**
 * How the equations answer near the baseline, roughly: what turns the gaps of one round into a step that comes close to
 * the solution. It decides how many rounds a solve takes, and nothing else.
 */
export interface BaselineAnswers {
  /** Minus the inverse of how labour asked for answers to wages, N by N. */
  readonly wages: Float64Array;
  /**
   * Inputs x (I - own share x inputs)^-1 for each economy: what prices from abroad do to the cost of inputs once the prices
   * at home have followed, and, turned around, what exports ask of inputs. Empty without links.
   */
  readonly through: Float64Array;
  /** Own share of each economy in its spending on a sector: economy, sector. Empty without links. */
  readonly home: Float64Array;
  /** What a sector's cost of inputs does when the wage at home rises by one, and its sum of input shares. */
  readonly wageInInputs: Float64Array;
  readonly inputTotal: Float64Array;
  /** What an economy spends on a sector when its final use rises by one, inputs at home included. */
  readonly spentOn: Float64Array;
}
