/**
 * How well a model was solved. `residual` is the largest deviation over all equations, in logarithms and relative to
 * an elasticity above 1; `iterations` is the largest number that any part of it took.
 *
 * @category Models
 */
export interface SolverReport {
  readonly converged: true;
  readonly residual: number;
  readonly iterations: number;
}
