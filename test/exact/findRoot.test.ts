import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/exact/decimal.js";
import { findRoot } from "../../src/exact/findRoot.js";

const d = (value: number | string) => new Decimal(value);
const solve = (f: (at: Decimal) => Decimal, from: number, to: number, tolerance: string) =>
  findRoot(f, d(from), d(to), d(tolerance));

/** A function through some points, straight between them. */
function piecewise(points: readonly (readonly [number, number])[]) {
  return (at: Decimal): Decimal => {
    const right = Math.max(1, points.findIndex(([x]) => at.lte(x)) || 1);
    const [[x0, y0], [x1, y1]] = [points[right - 1]!, points[right]!];
    return d(y0).plus(at.minus(x0).times(d(y1).minus(y0)).div(d(x1).minus(x0)));
  };
}

const slopes = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -5, max: 6 })), {
  minLength: 2,
  maxLength: 8,
});

describe("findRoot", () => {
  it("solves any rising or falling piecewise straight function, to the tolerance, in few steps", () => {
    fc.assert(
      fc.property(
        slopes,
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.boolean(),
        (parts, where, falls) => {
          let y = 0;
          const heights = [0, ...parts.map(([mantissa, power]) => (y += mantissa * 10 ** power))];
          const points = heights.map((height, x) => [x, (height - where * y) * (falls ? -1 : 1)] as const);
          const f = piecewise(points);
          const root = solve(f, 0, parts.length, "0.000001");
          expect(root).not.toBeNull();
          expect(f(root!.at).abs().lte("0.000001")).toBe(true);
          expect(root!.remainder.eq(f(root!.at))).toBe(true);
          expect(root!.at.gte(0) && root!.at.lte(parts.length)).toBe(true);
          expect(root!.evaluations).toBeLessThan(150);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("solves a straight line in one step", () => {
    expect(solve((at) => at.times(7).minus(3), 0, 100, "1e-30")!.evaluations).toBe(3);
  });

  it("is quick on smooth curves, however they bend", () => {
    const curves = [
      (at: Decimal) => at.pow(5).minus(2),
      (at: Decimal) => d(1).minus(d(2).div(at.plus("0.01"))),
      (at: Decimal) => at.times(20).exp().minus(50),
    ];
    for (const curve of curves) {
      const root = solve(curve, 0, 3, "1e-12")!;
      expect(curve(root.at).abs().lte("1e-12")).toBe(true);
      expect(root.evaluations).toBeLessThan(40);
    }
  });

  it("takes an end that is close enough", () => {
    expect(solve((at) => at, 0, 5, "0.1")).toMatchObject({ evaluations: 2 });
    expect(solve((at) => at.minus(5), 0, 5, "0.1")!.at.toNumber()).toBe(5);
  });

  it("has no root where the signs are the same", () => {
    expect(solve((at) => at.plus(1), 0, 5, "0.1")).toBeNull();
    expect(solve((at) => at.minus(2).pow(2).plus(1), 0, 5, "0.1")).toBeNull();
  });

  it("has no root where the function jumps over zero, wherever that is", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 1000 }),
        (where, low, high) => {
          let evaluations = 0;
          const jump = (at: Decimal) => {
            evaluations += 1;
            return at.lt(where) ? d(-low) : d(high);
          };
          expect(solve(jump, 0, 1, "0.5")).toBeNull();
          expect(evaluations).toBeLessThanOrEqual(201);
        },
      ),
      { numRuns: 20 },
    );
  });
});
