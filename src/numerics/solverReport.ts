/**
 * How well a model was solved. A model that was not solved throws and has no result.
 *
 * @category Models
 */
export interface SolverReport {
  /** Always true: a solver that does not converge throws `not-converged`. */
  readonly converged: true;
  /**
   * The largest deviation over all equations, in logarithms (1e-12 is a relative error of 1e-12), and relative to an
   * elasticity above 1; not negative.
   */
  readonly residual: number;
  /** The steps taken; where a model is solved in parts, those of the part that took most. */
  readonly iterations: number;
}
