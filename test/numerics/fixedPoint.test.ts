import { describe, expect, it } from "vitest";
import { makeFixedPointSpace, solveFixedPoint } from "../../src/numerics/fixedPoint.js";
import { invertDense } from "../../src/numerics/invertDense.js";
import { maximizeInBox } from "../../src/numerics/maximizeInBox.js";

describe("solveFixedPoint", () => {
  it("solves a map that plain iteration would leave: x = cos of the sum, steeply", () => {
    const space = makeFixedPointSpace(3, 4);
    const solved = solveFixedPoint(
      (x, y) => {
        for (let i = 0; i < 3; i++) y[i] = Math.cos((x[0] ?? 0) + (x[1] ?? 0) + (x[2] ?? 0) + i);
      },
      space,
      1e-13,
      100,
    );
    expect(solved).toBe(true);
    const [a = 0, b = 0, c = 0] = space.state;
    expect(Math.abs(Math.cos(a + b + c) - a)).toBeLessThan(1e-12);
    expect(Math.abs(Math.cos(a + b + c + 2) - c)).toBeLessThan(1e-12);
  });

  it("says so where a map has no fixed point, or is not a number", () => {
    const away = makeFixedPointSpace(1, 2);
    expect(solveFixedPoint((x, y) => y.set([(x[0] ?? 0) + 1]), away, 1e-12, 50)).toBe(false);
    const broken = makeFixedPointSpace(1, 2);
    expect(solveFixedPoint((_, y) => y.set([Number.NaN]), broken, 1e-12, 50)).toBe(false);
    expect(broken.evaluations).toBe(1);
  });
});

describe("invertDense", () => {
  it("inverts, with rows changing places", () => {
    const inverse = invertDense(Float64Array.of(0, 2, 4, 1), 2);
    expect(Array.from(inverse ?? [])).toEqual([-0.125, 0.25, 0.5, 0]);
  });

  it("has no inverse for a singular matrix, and leaves its input alone", () => {
    const matrix = Float64Array.of(1, 2, 2, 4);
    expect(invertDense(matrix, 2)).toBeUndefined();
    expect(Array.from(matrix)).toEqual([1, 2, 2, 4]);
  });
});

describe("maximizeInBox", () => {
  it("finds the top of a tilted hill, and stops at a wall", () => {
    const hill = (x: Float64Array) => {
      const [a = 0, b = 0] = x;
      return -((a - 0.3) ** 2) - 2 * (b - 0.6) ** 2 - 0.9 * (a - 0.3) * (b - 0.6) + Math.sin(a * b) * 0.01;
    };
    const free = maximizeInBox(hill, Float64Array.of(0.9, 0.1), 0, 1);
    for (const [q, step] of [
      [0, 1e-3],
      [0, -1e-3],
      [1, 1e-3],
      [1, -1e-3],
    ] as const) {
      const near = Float64Array.from(free.at);
      near[q] = (near[q] ?? 0) + step;
      expect(hill(near)).toBeLessThan(free.value);
    }
    const walled = maximizeInBox(hill, Float64Array.of(0.1, 0.1), 0, 0.5);
    expect(walled.at[1]).toBe(0.5);
  });
});
