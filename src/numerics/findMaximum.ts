/** A point of a curve. */
export interface CurvePoint {
  readonly at: number;
  readonly value: number;
}

/** How a maximum is looked for. */
export interface MaximumSearch {
  /** Equal steps of the scan. */
  readonly steps: number;
  /** How close to the best point is close enough, relative to one plus its size; below 1e-8 float64 sees no difference. */
  readonly tolerance: number;
}

/**
 * The largest value of a curve on an interval: a scan of equal steps, so that a second hill wider than a step is not
 * missed, then Brent's method (golden section with parabolas) between the neighbours of the best point.
 */
export function findMaximum(
  curve: (at: number) => number,
  low: number,
  high: number,
  { steps, tolerance }: MaximumSearch,
): { readonly best: CurvePoint; readonly scan: readonly CurvePoint[] } {
  const scan: CurvePoint[] = [];
  let top = 0;
  for (let k = 0; k <= steps; k++) {
    const at = low + ((high - low) * k) / steps;
    scan.push({ at, value: curve(at) });
    // Where the curve ends it does not begin again.
    if (k > 0 && scan[k]!.value === Number.NEGATIVE_INFINITY && Number.isFinite(scan[k - 1]!.value)) break;
    if (scan[k]!.value > scan[top]!.value) top = k;
  }
  const a = scan[Math.max(0, top - 1)]!.at;
  const b = scan[Math.min(scan.length - 1, top + 1)]!.at;
  const found = brent(curve, a, b, scan[top]!, tolerance);
  return { best: found.value >= scan[top]!.value ? found : scan[top]!, scan };
}

function brent(
  curve: (at: number) => number,
  low: number,
  high: number,
  start: CurvePoint,
  precision: number,
): CurvePoint {
  const golden = (3 - Math.sqrt(5)) / 2;
  let a = low;
  let b = high;
  let best = start;
  let second = start;
  let third = start;
  let step = 0;
  let earlier = 0;
  for (let k = 0; k < 60; k++) {
    const middle = (a + b) / 2;
    const tolerance = precision * (1 + Math.abs(best.at));
    if (Math.abs(best.at - middle) <= 2 * tolerance - (b - a) / 2) break;
    const r = (best.at - second.at) * (best.value - third.value);
    const s = (best.at - third.at) * (best.value - second.value);
    let p = (best.at - third.at) * s - (best.at - second.at) * r;
    let q = 2 * (s - r);
    if (q > 0) p = -p;
    q = Math.abs(q);
    const before = earlier;
    earlier = step;
    const fits = Math.abs(p) < Math.abs((q * before) / 2) && p > q * (a - best.at) && p < q * (b - best.at);
    if (fits) step = p / q;
    else {
      earlier = best.at < middle ? b - best.at : a - best.at;
      step = golden * earlier;
    }
    const move = Math.abs(step) >= tolerance ? step : step > 0 ? tolerance : -tolerance;
    const at = best.at + move;
    const point = { at, value: curve(at) };
    if (point.value >= best.value) {
      if (at < best.at) b = best.at;
      else a = best.at;
      third = second;
      second = best;
      best = point;
    } else {
      if (at < best.at) a = at;
      else b = at;
      if (point.value >= second.value || second === best) {
        third = second;
        second = point;
      } else if (point.value >= third.value || third === best || third === second) third = point;
    }
  }
  return best;
}
