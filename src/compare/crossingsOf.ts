import { type CurvePoint, findMaximum } from "../numerics/findMaximum.js";

/** Where a curve comes nearest to zero, and the stretches over which it changes its sign. */
export interface Crossings {
  readonly nearest: CurvePoint;
  readonly stretches: readonly (readonly [number, number])[];
}

/**
 * Looks inside an interval at whose ends a curve has one sign: on a hump it crosses zero twice. 33 points, and the point
 * nearest to zero as found between them; a narrower hump can be missed.
 */
export function crossingsOf(off: (at: number) => number, from: number, to: number): Crossings {
  const sign = off(from) < 0 ? 1 : -1;
  const towards = (at: number): number => sign * off(at);
  const { best, scan } = findMaximum(towards, from, to, { steps: 32, tolerance: 1e-9 });
  const points = [...scan.filter(({ at }) => at !== best.at), best].sort((one, other) => one.at - other.at);
  const stretches = points.flatMap(({ at, value }, index): [number, number][] => {
    const next = points[index + 1];
    return next !== undefined && value < 0 !== next.value < 0 ? [[at, next.at]] : [];
  });
  return { nearest: { at: best.at, value: sign * best.value }, stretches };
}
