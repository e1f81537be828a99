import { describe, expect, it } from "vitest";
import { logCesPrice } from "../../../src/formulas/gsim/logCesPrice.js";

/** The definition, in a form that holds for small exponents only. */
const plain = (shares: number[], prices: number[], sigma: number) =>
  Math.log(shares.reduce((sum, share, r) => sum + share * prices[r]! ** (1 - sigma), 0)) / (1 - sigma);

describe("the logarithm of a CES price", () => {
  it("is the definition where that can be worked out", () => {
    const shares = [0.2, 0.5, 0.3];
    const prices = [1.1, 0.7, 2];
    expect(logCesPrice(shares, prices.map(Math.log), 4)).toBeCloseTo(plain(shares, prices, 4), 14);
    expect(logCesPrice(shares, prices.map(Math.log), 0.5)).toBeCloseTo(plain(shares, prices, 0.5), 14);
  });

  it("is the mean of the logarithms at an elasticity of 1", () => {
    expect(logCesPrice([0.25, 0.75], [1, 3], 1)).toBe(2.5);
  });

  it("holds where the sum overflows: the cheapest rules, less what its share takes away", () => {
    // exp(2,000 x 1) is far above the largest number; by hand: log price = -1 + log(0.5) / (1 - 2,001).
    const value = logCesPrice([0.5, 0.5], [-1, 1], 2001);
    expect(value).toBeCloseTo(-1 + Math.log(0.5) / -2000, 14);
  });

  it("leaves out, also there, whoever has no share", () => {
    expect(logCesPrice([0, 1], [-1000, 0], 2001)).toBe(0);
    expect(logCesPrice([0, 0.5, 0.5], [-1000, -1, 1], 2001)).toBeCloseTo(-1 + Math.log(0.5) / -2000, 14);
  });
});
