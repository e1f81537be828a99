import { Decimal } from "./decimal.js";

/** A root and what it took. */
export interface Root {
  readonly at: Decimal;
  /** What is left of the function there. */
  readonly remainder: Decimal;
  readonly evaluations: number;
}

const mostEvaluations = 200;

/**
 * A root of a continuous function between two points where it has opposite signs: false position with the Illinois
 * correction, and a bisection whenever three steps did not halve the bracket. A straight line is solved in one step.
 * Returns null where the signs are the same, or where the function jumps across zero.
 */
export function findRoot(
  f: (at: Decimal) => Decimal,
  from: Decimal,
  to: Decimal,
  tolerance: Decimal,
): Root | null {
  let [left, right] = [from, to];
  let [atLeft, atRight] = [f(left), f(right)];
  let evaluations = 2;
  if (atLeft.abs().lte(tolerance)) return { at: left, remainder: atLeft, evaluations };
  if (atRight.abs().lte(tolerance)) return { at: right, remainder: atRight, evaluations };
  if (atLeft.isPositive() === atRight.isPositive()) return null;
  let [weightLeft, weightRight] = [atLeft, atRight];
  let widthBefore = right.minus(left);
  let moved: "left" | "right" | null = null;
  while (evaluations < mostEvaluations) {
    const bisect = evaluations % 4 === 1 && right.minus(left).times(2).gt(widthBefore);
    if (evaluations % 4 === 1) widthBefore = right.minus(left);
    const slope = weightRight.minus(weightLeft);
    const secant = left.times(weightRight).minus(right.times(weightLeft)).div(slope);
    const at = (
      bisect || secant.lte(left) || secant.gte(right) ? left.plus(right).div(2) : secant
    ).toDecimalPlaces(40);
    const value = f(at);
    evaluations += 1;
    if (value.abs().lte(tolerance)) return { at, remainder: value, evaluations };
    if (right.minus(left).lt(new Decimal(10).pow(-38))) return null;
    if (value.isPositive() === atLeft.isPositive()) {
      if (moved === "left") weightRight = weightRight.div(2);
      [left, atLeft, weightLeft, moved] = [at, value, value, "left"];
    } else {
      if (moved === "right") weightLeft = weightLeft.div(2);
      [right, atRight, weightRight, moved] = [at, value, value, "right"];
    }
  }
  return null;
}
