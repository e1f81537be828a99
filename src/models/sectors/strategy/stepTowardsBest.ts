/** The step of the differences that stand for slopes and curvatures, and the longest move in one round. */
const difference = 2e-4;
const longest = 0.3;

/** Moves below this are steps of Newton's method near the top, which need no bound; and how much a reach grows again. */
const short = 1e-2;
const growth = 1.4;

/** Numbers on their way to where a function is highest, with what the last round did to each, and to all together. */
export interface Climb {
  readonly at: Float64Array;
  readonly moved: Float64Array;
  /** How far each may move in the next round. */
  readonly reach: Float64Array;
}

/** Begins where all numbers are the same. */
export const beginClimb = (size: number, at: number): Climb => ({
  at: new Float64Array(size).fill(at),
  moved: new Float64Array(size + 1),
  reach: new Float64Array(size + 1).fill(longest),
});

/**
 * Moves each of some numbers (0 to `high`) to where a parabola through three points near it is highest, in place and one
 * after another, and then all of them together by as much, because they rise and fall together most of all. Returns the
 * longest move.
 */
export function stepTowardsBest(f: (x: Float64Array) => number, climb: Climb, high: number): number {
  const { at: x } = climb;
  const before = Float64Array.from(x);
  for (let q = 0; q < x.length; q++) {
    const at = x[q]!;
    const middle = Math.min(high - difference, Math.max(difference, at));
    const step = stepAlong(climb, q, (by) => {
      x[q] = middle + by;
      return f(x);
    });
    x[q] = Math.min(high, Math.max(0, middle + step));
    climb.moved[q] = x[q]! - at;
  }
  if (x.length > 1) {
    const each = Float64Array.from(x);
    const shift = (by: number) => {
      for (let q = 0; q < x.length; q++) x[q] = Math.min(high, Math.max(0, each[q]! + by));
    };
    const step = stepAlong(climb, x.length, (by) => {
      shift(by);
      return f(x);
    });
    shift(step);
    climb.moved[x.length] = step;
  }
  return x.reduce((most, at, q) => Math.max(most, Math.abs(at - before[q]!)), 0);
}

/**
 * The step to where a parabola through three points is highest; where the function is not hollow, uphill. Who turns back by
 * more than half of the last move may go half as far: between two slopes that are not hollow it would go to and fro for ever.
 */
function stepAlong({ moved, reach }: Climb, q: number, value: (by: number) => number): number {
  const [below, here, above] = [value(-difference), value(0), value(difference)];
  const slope = (above - below) / (2 * difference);
  const curvature = (above - 2 * here + below) / difference ** 2;
  const step = curvature < 0 ? -slope / curvature : slope > 0 ? longest : -longest;
  const wanted = Number.isFinite(step) ? step : -longest;
  const last = moved[q]!;
  if (wanted * last < 0 && Math.abs(last) > short && Math.abs(wanted) > Math.abs(last) / 2)
    reach[q] = Math.abs(last) / 2;
  else if (wanted * last > 0) reach[q] = Math.min(longest, growth * reach[q]!);
  return Math.min(reach[q]!, Math.max(-reach[q]!, wanted));
}
