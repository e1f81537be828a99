import fc from "fast-check";
import { defineBaseline, maximise, partialEvaluator, solveFor } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";
import { expectClose } from "../support/expectClose.js";
import { scenarioOf, stepOf } from "../support/scenarioOf.js";

describe("solveFor", () => {
  it("inverts powers and exponentials", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0.3, 1, 2, 7, -1, -0.5),
        fc.double({ min: 0.2, max: 9, noNaN: true }),
        (power, wanted) => {
          const evaluate = (x: number) => x ** power;
          const target = evaluate(wanted);
          const found = solveFor({
            evaluate,
            target,
            bracket: [0.1, 10],
            tolerance: 1e-10 * Math.abs(target),
          });
          expect(Math.abs(evaluate(found.value) - target)).toBeLessThanOrEqual(1.001e-10 * Math.abs(target));
          expectClose(found.reached, evaluate(found.value), 1e-12);
          expectClose(found.value, wanted, 1e-8);
          expect(found.evaluations).toBeLessThan(130);
        },
      ),
    );
  });

  it("solves a straight line at once", () => {
    expect(solveFor({ evaluate: (x) => 2 * x, target: 1, bracket: [0, 100], tolerance: 1e-12 })).toEqual({
      value: 0.5,
      reached: 1,
      solutions: [{ value: 0.5, reached: 1 }],
      // The ends, the secant, and whether its neighbour gives the same.
      evaluations: 4,
    });
  });

  it("gives both sides of a hump, and the peak where the target is the peak", () => {
    const hump = (x: number) => (100 * x) / (1 + x) ** 3;
    const found = solveFor({ evaluate: hump, target: 10, bracket: [0, 4], tolerance: 1e-10 });
    expect(found.solutions).toHaveLength(2);
    for (const { value } of found.solutions) expectClose(hump(value), 10, 1e-11);
    expect(found.value).toBe(found.solutions[0]?.value);
    expect(found.value).toBeLessThan(0.5);
    expect(found.solutions[1]!.value).toBeGreaterThan(0.5);
    const top = solveFor({ evaluate: hump, target: 400 / 27, bracket: [0, 4], tolerance: 1e-10 });
    expectClose(top.value, 0.5, 1e-4);
    const hollow = solveFor({
      evaluate: (x) => (x - 1) ** 2,
      target: 0.25,
      bracket: [0, 2],
      tolerance: 1e-12,
    });
    expect(hollow.solutions.map(({ value }) => value.toFixed(6))).toEqual(["0.500000", "1.500000"]);
  });

  it("says what the peak gives where the target lies above it", () => {
    expect(() =>
      solveFor({ evaluate: (x) => 1 - x * x, target: 2, bracket: [-1, 1], tolerance: 1e-6 }),
    ).toThrow(/goes from 0\.00000 to 0\.00000, and is nearest with 1\.00000/);
  });

  it.each([
    ["both ends below", (x: number) => x, 5],
    ["a hump that stays below", (x: number) => 1 - x * x, 1.5],
    ["a jump", (x: number) => (x < 0.3 ? 0 : 1), 0.5],
  ])("says that there is no such value: %s", (_, evaluate, target) => {
    const start = performance.now();
    const run = () => solveFor({ evaluate, target, bracket: [-1, 1], tolerance: 1e-6 });
    expect(errorOf(run)).toEqual({ name: "TariffError", code: "target-not-reached", path: "target" });
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("maximise", () => {
  it("finds the top of parabolas", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -4.9, max: 4.9, noNaN: true }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        (top, steep) => {
          const found = maximise({
            evaluate: (x) => -steep * (x - top) ** 2,
            bracket: [-5, 5],
            tolerance: 1e-6,
          });
          expect(Math.abs(found.value - top)).toBeLessThan(1e-6);
          expect(found.atEnd).toBe(false);
          expect(found.evaluations).toBeLessThan(100);
        },
      ),
    );
  });

  it("says when the top lies at an end", () => {
    const up = maximise({ evaluate: (x) => x, bracket: [0, 2], tolerance: 1e-6 });
    expect(up).toMatchObject({ value: 2, maximum: 2, atEnd: true });
    const down = maximise({ evaluate: (x) => -x, bracket: [0, 2], tolerance: 1e-6 });
    expect(down).toMatchObject({ value: 0, atEnd: true });
  });

  it("finds the higher of two tops", () => {
    const evaluate = (x: number) => Math.exp(-50 * (x - 0.2) ** 2) + 1.2 * Math.exp(-50 * (x - 0.8) ** 2);
    expect(Math.abs(maximise({ evaluate, bracket: [0, 1], tolerance: 1e-7 }).value - 0.8)).toBeLessThan(1e-5);
  });

  it("ends for any tolerance", () => {
    for (const tolerance of [5, 1e-15, Number.MIN_VALUE]) {
      const found = maximise({ evaluate: (x) => -((x - 0.7) ** 2), bracket: [0, 1], tolerance });
      expect(found.evaluations).toBeLessThan(200);
    }
  });

  it("finds the revenue-maximising rate of one product from two origins, computed apart", () => {
    const value = [60, 40];
    const [sigma, epsilon] = [4, -1.5];
    const baseline = defineBaseline({
      id: "one",
      title: "one product",
      year: 2024,
      currency: "USD",
      priceYear: 2024,
      flows: (["CAN", "JPN"] as const).map((exporter, at) => ({
        importer: "USA" as const,
        exporter,
        product: "72",
        customsValue: `${value[at]!}` as `${number}`,
        duties: "0" as const,
      })),
      sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "a test" }],
    });
    const scenario = scenarioOf(
      [stepOf("a", { operator: "add", authority: "x", rate: { parameter: "rate" } })],
      {
        rate: "rate",
      },
    );
    const { evaluate } = partialEvaluator({
      baseline,
      scenario,
      assumptions: {
        substitutionElasticity: sigma,
        importDemandElasticity: epsilon,
        exportSupplyElasticity: "infinite",
      },
    });
    // With P^(1-sigma) = 0.6 (1+t)^(1-sigma) + 0.4, imports from Canada are 60 (1+t)^-sigma P^(epsilon+sigma).
    const revenue = (t: number) => {
      const price = (0.6 * (1 + t) ** (1 - sigma) + 0.4) ** (1 / (1 - sigma));
      return t * 60 * (1 + t) ** -sigma * price ** (epsilon + sigma);
    };
    // d ln revenue / dt = 0: 1/t - sigma/(1+t) + (epsilon+sigma) s/(1+t) = 0, s Canada's share of spending.
    const slope = (t: number) => {
      const share = (0.6 * (1 + t) ** (1 - sigma)) / (0.6 * (1 + t) ** (1 - sigma) + 0.4);
      return (1 + t) / t - sigma + (epsilon + sigma) * share;
    };
    let [low, high] = [0.01, 5];
    for (let step = 0; step < 100; step++) {
      const middle = (low + high) / 2;
      if (slope(middle) > 0) low = middle;
      else high = middle;
    }
    const found = maximise({
      evaluate: (rate) => evaluate({ rate }).revenueChange!,
      bracket: [0, 3],
      tolerance: 1e-7,
    });
    expect(Math.abs(found.value - low)).toBeLessThan(1e-6);
    expectClose(found.maximum, revenue(low), 1e-10);
    const target = revenue(low) / 2;
    const half = solveFor({
      evaluate: (rate) => evaluate({ rate }).dutiesAfter!,
      target,
      bracket: [0, low],
      tolerance: 1e-9,
    });
    expectClose(revenue(half.value), target, 1e-9);
  });
});

describe("bad input to solveFor and maximise", () => {
  const good = { evaluate: (x: number) => x, target: 0.5, bracket: [0, 1], tolerance: 1e-6 };
  it.each([
    ["wrong-type", "evaluate", { evaluate: 5 }],
    ["missing-key", "evaluate", { evaluate: undefined }],
    ["unknown-key", "step", { step: 5 }],
    ["not-finite", "evaluate", { evaluate: () => Number.NaN }],
    ["wrong-type", "evaluate", { evaluate: () => "1" }],
    ["out-of-range", "tolerance", { tolerance: 0 }],
    ["out-of-range", "tolerance", { tolerance: -1 }],
    ["not-finite", "tolerance", { tolerance: Number.NaN }],
    ["wrong-type", "tolerance", { tolerance: "0.1" }],
    ["out-of-range", "bracket", { bracket: [1, 0] }],
    ["out-of-range", "bracket", { bracket: [1, 1] }],
    ["out-of-range", "bracket", { bracket: [1] }],
    ["out-of-range", "bracket", { bracket: [Symbol("x")] }],
    ["wrong-type", "bracket", { bracket: "0 to 1" }],
    ["not-finite", "bracket[1]", { bracket: [0, Infinity] }],
    ["wrong-type", "bracket[0]", { bracket: ["0", 1] }],
  ])("%s at %s", (code, path, given) => {
    const wanted = { name: "TariffError", code, path };
    expect(errorOf(() => solveFor({ ...good, ...given } as never))).toEqual(wanted);
    const { target: _, ...rest } = { ...good, ...given };
    expect(errorOf(() => maximise(rest as never))).toEqual(wanted);
  });
  it.each([
    ["not-finite", Number.NaN],
    ["wrong-type", "0.5"],
  ])("a target: %s", (code, target) => {
    const run = () => solveFor({ ...good, target } as never);
    expect(errorOf(run)).toEqual({ name: "TariffError", code, path: "target" });
  });
});
