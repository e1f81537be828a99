/**
 * The integral of exp(a u) for u from 0 to x, (exp(a x) - 1) / a, which is x at a = 0. Surpluses of isoelastic curves
 * and the CES price index are this function of a logarithm; it loses no digits where a or x goes to 0.
 */
export function integralOfExponential(a: number, x: number): number {
  return a === 0 ? x : Math.expm1(a * x) / a;
}
