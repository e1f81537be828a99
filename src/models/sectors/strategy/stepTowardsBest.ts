/** The step of the differences that stand for slopes and curvatures, and the longest move in one round. */
const difference = 2e-4;
const longest = 0.3;

/**
 * Moves each of some numbers (0 to `high`) to where a parabola through three points near it is highest, in place and one
 * after another; where the function is not hollow, uphill. Returns the longest move.
 */
export function stepTowardsBest(f: (x: Float64Array) => number, x: Float64Array, high: number): number {
  let moved = 0;
  for (let q = 0; q < x.length; q++) {
    const at = x[q]!;
    const middle = Math.min(high - difference, Math.max(difference, at));
    const value = (y: number) => {
      x[q] = y;
      return f(x);
    };
    const [below, here, above] = [value(middle - difference), value(middle), value(middle + difference)];
    const slope = (above - below) / (2 * difference);
    const curvature = (above - 2 * here + below) / difference ** 2;
    const step = curvature < 0 ? -slope / curvature : slope > 0 ? longest : -longest;
    const bounded = Math.min(longest, Math.max(-longest, Number.isFinite(step) ? step : -longest));
    const next = Math.min(high, Math.max(0, middle + bounded));
    x[q] = next;
    moved = Math.max(moved, Math.abs(next - at));
  }
  return moved;
}
