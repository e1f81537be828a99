/** The step of the differences that stand for slopes and curvatures, and how small a move ends the search. */
const difference = 2e-4;
const still = 1e-7;
const mostSteps = 60;

/** Where a function of several numbers is largest. */
export interface BoxMaximum {
  readonly at: Float64Array;
  readonly value: number;
  readonly steps: number;
}

/**
 * The largest value of a smooth function between two bounds that hold for each of its numbers: a quasi-Newton search
 * (BFGS) from central differences, begun with the curvature along each number. Numbers at a bound that they would leave stay.
 * A function that is not defined somewhere returns -Infinity there.
 */
export function maximizeInBox(
  f: (at: Float64Array) => number,
  start: Float64Array,
  low: number,
  high: number,
): BoxMaximum {
  const size = start.length;
  const clamp = (x: number) => Math.min(high, Math.max(low, x));
  let at = start.map(clamp);
  let value = f(at);
  const curvature = new Float64Array(size);
  let slope = slopesAt(f, at, value, low, high, curvature);
  const inverse = new Float64Array(size * size);
  const reset = () => {
    inverse.fill(0);
    for (let q = 0; q < size; q++) inverse[q * size + q] = 1 / Math.max(-curvature[q]!, 1e-3);
  };
  reset();
  let steps = 0;
  for (; steps < mostSteps; steps++) {
    const held = (q: number) => (at[q]! <= low && slope[q]! < 0) || (at[q]! >= high && slope[q]! > 0);
    const step = new Float64Array(size);
    let longest = 0;
    for (let q = 0; q < size; q++) {
      if (held(q)) continue;
      let sum = 0;
      for (let r = 0; r < size; r++) if (!held(r)) sum += inverse[q * size + r]! * slope[r]!;
      step[q] = sum;
      longest = Math.max(longest, Math.abs(sum));
    }
    if (!(longest > still)) break;
    let length = Math.min(1, 0.5 / longest);
    let next = at;
    let nextValue = Number.NEGATIVE_INFINITY;
    for (let halvings = 0; halvings < 30; halvings++, length /= 2) {
      next = at.map((x, q) => clamp(x + length * step[q]!));
      nextValue = f(next);
      if (nextValue >= value) break;
    }
    if (!(nextValue >= value)) break;
    const nextSlope = slopesAt(f, next, nextValue, low, high, curvature);
    update(inverse, next, at, nextSlope, slope, reset);
    const gained = nextValue - value;
    at = next;
    value = nextValue;
    slope = nextSlope;
    if (gained <= 1e-13 * Math.max(1, Math.abs(value)) && longest < 1e-5) break;
  }
  return { at, value, steps };
}

/** Slopes by central differences, one-sided at a bound; second differences in `curvature`. */
function slopesAt(
  f: (at: Float64Array) => number,
  at: Float64Array,
  value: number,
  low: number,
  high: number,
  curvature: Float64Array,
): Float64Array {
  const probe = Float64Array.from(at);
  return at.map((x, q) => {
    const up = Math.min(high, x + difference);
    const down = Math.max(low, x - difference);
    probe[q] = up;
    const above = up > x ? f(probe) : value;
    probe[q] = down;
    const below = down < x ? f(probe) : value;
    probe[q] = x;
    if (up > x && down < x) {
      curvature[q] = (above - 2 * value + below) / ((up - x) * (x - down));
    } else curvature[q] = -1;
    const slope = (above - below) / (up - down);
    return Number.isFinite(slope) ? slope : above > below ? 1 : -1;
  });
}

/** The BFGS update of the inverse of minus the second derivatives; begun anew where the two points show no curvature. */
function update(
  inverse: Float64Array,
  next: Float64Array,
  at: Float64Array,
  nextSlope: Float64Array,
  slope: Float64Array,
  reset: () => void,
): void {
  const size = at.length;
  const moved = next.map((x, q) => x - at[q]!);
  const fell = slope.map((value, q) => value - nextSlope[q]!);
  let curved = 0;
  for (let q = 0; q < size; q++) curved += moved[q]! * fell[q]!;
  if (!(curved > 1e-14)) {
    reset();
    return;
  }
  const image = new Float64Array(size);
  let bent = 0;
  for (let q = 0; q < size; q++) {
    for (let r = 0; r < size; r++) image[q]! += inverse[q * size + r]! * fell[r]!;
    bent += image[q]! * fell[q]!;
  }
  for (let q = 0; q < size; q++) {
    for (let r = 0; r < size; r++) {
      inverse[q * size + r]! +=
        ((1 + bent / curved) * moved[q]! * moved[r]! - image[q]! * moved[r]! - moved[q]! * image[r]!) /
        curved;
    }
  }
}
