import { describe, expect, it } from "vitest";
import { beginClimb, stepTowardsBest } from "../../../src/models/sectors/strategy/stepTowardsBest.js";

const rounds = (f: (x: Float64Array) => number, climb = beginClimb(1, 0), most = 60) => {
  let count = 0;
  while (count < most && stepTowardsBest(f, climb, 2) > 1e-7) count++;
  return { count, at: climb.at };
};

describe("stepTowardsBest", () => {
  it("finds the top of a parabola, a bound, and numbers that hang on one another", () => {
    expect(rounds(([x = 0]) => -((x - 0.7) ** 2)).at[0]).toBeCloseTo(0.7, 7);
    expect(rounds(([x = 0]) => x).at[0]).toBe(2);
    expect(rounds(([x = 0]) => -x).at[0]).toBe(0);
    const { at } = rounds(([x = 0, y = 0]) => -((x - 0.5) ** 2) - (y - 0.3) ** 2 + x * y, beginClimb(2, 0.1));
    // 2 x - y = 1 and 2 y - x = 0.6.
    expect(at[0]).toBeCloseTo(2.6 / 3, 6);
    expect(at[1]).toBeCloseTo(2.2 / 3, 6);
  });

  it("does not go to and fro between two slopes that are not hollow", () => {
    const peak = ([x = 0]: Float64Array) => -Math.log1p(((x - 0.4321) / 0.01) ** 2);
    const { at, count } = rounds(peak);
    expect(count).toBeLessThan(60);
    expect(at[0]).toBeCloseTo(0.4321, 6);
  });

  it("moves together what rises together: numbers by themselves would take hundreds of rounds", () => {
    const near = (x: Float64Array) => {
      const mean = x.reduce((sum, each) => sum + each, 0) / x.length;
      return -((mean - 0.6) ** 2) - 50 * x.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    };
    const { at, count } = rounds(near, beginClimb(4, 0));
    expect(count).toBeLessThan(12);
    for (const each of at) expect(each).toBeCloseTo(0.6, 6);
  });
});
