/** The nearest to a root that was found. */
export interface NearRoot {
  readonly at: number;
  /** What is left of the function there. */
  readonly value: number;
  readonly evaluations: number;
}

/** More evaluations than halving any interval of float64 down to two neighbours takes, every other step a secant. */
const mostEvaluations = 2200;

/**
 * A root of a function between two points where it has opposite signs: secant steps, every other one a halving, so that
 * the bracket shrinks whatever the function looks like. Ends where the value is within `tolerance` of zero, or where no
 * float64 number is left between the ends: a function that jumps across zero then has a `value` beyond the tolerance.
 * Null where the signs are alike.
 */
export function findRoot(
  f: (at: number) => number,
  from: number,
  to: number,
  tolerance: number,
  atFrom = f(from),
  atTo = f(to),
): NearRoot | null {
  let evaluations = 2;
  let [left, right] = [from, to];
  let [atLeft, atRight] = [atFrom, atTo];
  if (Math.abs(atLeft) <= tolerance) return { at: left, value: atLeft, evaluations };
  if (Math.abs(atRight) <= tolerance) return { at: right, value: atRight, evaluations };
  if (atLeft < 0 === atRight < 0) return null;
  while (evaluations < mostEvaluations) {
    const secant = left - (atLeft * (right - left)) / (atRight - atLeft);
    const inside = secant > left && secant < right;
    const middle = evaluations % 2 === 0 && inside ? secant : left / 2 + right / 2;
    if (!(middle > left && middle < right)) break;
    const value = f(middle);
    evaluations += 1;
    if (Math.abs(value) <= tolerance) return { at: middle, value, evaluations };
    if (value < 0 === atLeft < 0) [left, atLeft] = [middle, value];
    else [right, atRight] = [middle, value];
  }
  return Math.abs(atLeft) <= Math.abs(atRight)
    ? { at: left, value: atLeft, evaluations }
    : { at: right, value: atRight, evaluations };
}
