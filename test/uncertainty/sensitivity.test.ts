import fc from "fast-check";
import { januaryScenarios, partialEvaluator } from "tariff-whatif";
import { crossTable, sensitivity } from "tariff-whatif/uncertainty";
import { describe, expect, it } from "vitest";
import { usImports2024 } from "../../src/data/us-imports-2024/index.js";
import { errorOf } from "../support/errorOf.js";
import { expectClose } from "../support/expectClose.js";

const linear = {
  domains: { a: {}, b: {}, c: { above: 0 } },
  evaluate: ({ a = 0, b = 0, c = 0 }) => ({ y: 3 * a - 2 * b + c }),
};
const inputs = {
  a: { low: -1, central: 0, high: 1 },
  b: { low: -5, central: 0, high: 5 },
  c: { low: 0.5, central: 1, high: 1.5 },
};
const one = (f: (x: number) => number, low: number, central: number, high: number) =>
  sensitivity({
    evaluator: { domains: { x: {} }, evaluate: ({ x = 0 }) => ({ y: f(x) }) },
    inputs: { x: { low, central, high } },
    outcome: "y",
  }).rows[0]!;

describe("sensitivity", () => {
  it("is a tornado: the largest swing first", () => {
    const { central, rows } = sensitivity({ evaluator: linear, inputs, outcome: "y" });
    expect(central).toBe(1);
    expect(rows.map(({ input, swing }) => [input, swing])).toEqual([
      ["b", 20],
      ["a", 6],
      ["c", 1],
    ]);
    expect(rows.map(({ flipsSignAt }) => flipsSignAt?.toFixed(12) ?? null)).toEqual([
      "0.500000000000",
      "-0.333333333333",
      null,
    ]);
    expect(rows[0]).toMatchObject({ low: { value: -5, outcome: 11 }, high: { value: 5, outcome: -9 } });
  });

  it("finds any sign flip of a straight line, whatever its size", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.99, max: 0.99, noNaN: true }),
        fc.constantFrom(1e-200, 1e-20, 1, 1e20, 1e150, -1e-200, -1),
        (root, slope) => {
          const { flipsSignAt } = one((x) => slope * (x - root), -1, 0, 1);
          expect(flipsSignAt).not.toBeNull();
          expect(Math.abs(flipsSignAt! - root)).toBeLessThan(1e-12);
        },
      ),
    );
  });

  it("finds a flip between the centre and ends that have one sign", () => {
    expectClose(one((x) => x * x - 1, -2, 0, 2).flipsSignAt!, -1, 1e-12);
    expect(one((x) => x * x + 1, -2, 0, 2).flipsSignAt).toBeNull();
  });

  it("finds the rate above which a tariff costs more than it raises", () => {
    const evaluator = partialEvaluator({
      baseline: usImports2024,
      scenario: januaryScenarios.europeanUnion,
      assumptions: { substitutionElasticity: 3, importDemandElasticity: -1 },
    });
    const { rows } = sensitivity({
      evaluator,
      inputs: {
        euRate: { low: 0.05, central: 0.1, high: 3 },
        exportSupplyElasticity: { low: 2, central: 5, high: 50 },
      },
      outcome: "welfareChange",
    });
    const rate = rows.find(({ input }) => input === "euRate")!.flipsSignAt!;
    const at = (euRate: number) => evaluator.evaluate({ euRate, exportSupplyElasticity: 5 }).welfareChange!;
    expect(at(rate * 0.999)).toBeGreaterThan(0);
    expect(at(rate * 1.001)).toBeLessThan(0);
  });

  const good = { evaluator: linear, inputs, outcome: "y" };
  const withA = (a: unknown) => ({ ...good, inputs: { ...inputs, a } });
  it.each([
    ["wrong-type", "", null],
    ["wrong-type", "inputs", { ...good, inputs: null }],
    ["wrong-type", "inputs", { ...good, inputs: "abc" }],
    ["missing-key", "inputs.c", { ...good, inputs: { a: inputs.a, b: inputs.b } }],
    ["unknown-key", "inputs.d", { ...good, inputs: { ...inputs, d: inputs.a } }],
    ["unknown-key", "outcome", { ...good, outcome: "z" }],
    ["unknown-key", "outcome", { ...good, outcome: "toString" }],
    ["wrong-type", "inputs.a", withA(5)],
    ["missing-key", "inputs.a.central", withA({ low: 0, high: 1 })],
    ["not-finite", "inputs.a.low", withA({ low: Number.NaN, central: 0, high: 1 })],
    ["wrong-type", "inputs.a.high", withA({ low: 0, central: 0, high: "1" })],
    ["out-of-range", "inputs.a.central", withA({ low: 1, central: 0, high: -1 })],
    ["out-of-range", "inputs.a.central", withA({ low: 0, central: 2, high: 1 })],
    ["out-of-range", "inputs.c", { ...good, inputs: { ...inputs, c: { low: 0, central: 1, high: 2 } } }],
  ])("refuses %s at %s", (code, path, options) => {
    expect(errorOf(() => sensitivity(options as never))).toEqual({ name: "TariffError", code, path });
  });
});

describe("crossTable", () => {
  const good = {
    evaluator: linear,
    fixed: { c: 1 },
    rows: { input: "a", values: [0, 1, 2] },
    columns: { input: "b", values: [0, 10] },
    outcome: "y",
  };
  it("puts rows down and columns across", () => {
    const table = crossTable(good);
    expect(table.cells).toEqual([
      [1, -19],
      [4, -16],
      [7, -13],
    ]);
    expect(table.rows).toEqual(good.rows);
    expect(Object.isFrozen(good.rows.values)).toBe(false);
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
  });

  it.each([
    ["wrong-type", "", 5],
    ["wrong-type", "fixed", { ...good, fixed: null }],
    ["wrong-type", "fixed", { ...good, fixed: 5 }],
    ["not-finite", "fixed.c", { ...good, fixed: { c: Number.NaN } }],
    ["wrong-type", "fixed.c", { ...good, fixed: { c: "1" } }],
    ["out-of-range", "fixed.c", { ...good, fixed: { c: 0 } }],
    ["missing-key", "fixed.c", { ...good, fixed: {} }],
    ["unknown-key", "fixed.d", { ...good, fixed: { c: 1, d: 1 } }],
    ["unknown-key", "rows.input", { ...good, rows: { input: "z", values: [1] } }],
    ["wrong-type", "rows.input", { ...good, rows: { input: 5, values: [1] } }],
    ["wrong-type", "columns.values", { ...good, columns: { input: "b", values: 5 } }],
    ["empty", "columns.values", { ...good, columns: { input: "b", values: [] } }],
    ["not-finite", "columns.values[1]", { ...good, columns: { input: "b", values: [1, Infinity] } }],
    ["out-of-range", "rows.values[0]", { ...good, fixed: { a: 1 }, rows: { input: "c", values: [-1] } }],
    ["too-long", "rows.values", { ...good, rows: { input: "a", values: new Array(60_000).fill(1) } }],
    ["unknown-key", "outcome", { ...good, outcome: "z" }],
  ])("refuses %s at %s", (code, path, options) => {
    expect(errorOf(() => crossTable(options as never))).toEqual({ name: "TariffError", code, path });
  });

  it("refuses an input that stands twice", () => {
    const twice = { ...good, columns: { input: "a", values: [1] } };
    expect(errorOf(() => crossTable(twice)).code).toBe("duplicate-id");
    expect(errorOf(() => crossTable({ ...good, fixed: { a: 1, c: 1 } })).code).toBe("duplicate-id");
  });
});
