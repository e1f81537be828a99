import fc from "fast-check";
import { solveMarkets } from "tariff-whatif";
import { type GsimOptions, gsimLinear, gsimNonlinear } from "tariff-whatif/formulas";
import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../../src/internal/deepFreeze.js";
import { between } from "../../support/between.js";
import { errorOf } from "../../support/errorOf.js";
import { expectClose } from "../../support/expectClose.js";

const worlds = (freeTrade = false): fc.Arbitrary<GsimOptions> =>
  fc.integer({ min: 2, max: 5 }).chain((n) => {
    const list = <T>(entry: fc.Arbitrary<T>) => fc.array(entry, { minLength: n, maxLength: n });
    const rate = between(0, 0.8);
    return fc.record({
      regions: fc.constant(Array.from({ length: n }, (_, r) => `region ${r}`)),
      trade: list(
        list(
          fc.oneof({ weight: 5, arbitrary: between(0.01, 500) }, { weight: 1, arbitrary: fc.constant(0) }),
        ),
      ).filter((rows) => rows.flat().some((value) => value > 0)),
      rateBefore: list(list(freeTrade ? fc.constant(0) : rate)),
      rateAfter: list(list(rate)),
      importDemandElasticity: list(fc.oneof(between(-3, -0.3), fc.constant(-1))),
      substitutionElasticity: list(fc.oneof(between(0.5, 8), fc.constant(1))),
      exportSupplyElasticity: list(fc.oneof(between(0.3, 20), fc.constant("infinite" as const))),
    });
  });

const at = <T>(value: T | readonly T[], r: number): T => (Array.isArray(value) ? value[r] : value) as T;

const example: GsimOptions = {
  regions: ["A", "B", "C"],
  trade: [
    [50, 100, 20],
    [100, 50, 30],
    [10, 40, 0],
  ],
  rateBefore: [
    [0, 0.2, 0.1],
    [0.05, 0, 0.1],
    [0, 0, 0],
  ],
  rateAfter: [
    [0, 0.1, 0.1],
    [0.25, 0, 0.1],
    [0, 0.02, 0],
  ],
  importDemandElasticity: -1.25,
  substitutionElasticity: 5,
  exportSupplyElasticity: 1.5,
};

describe("gsimNonlinear", () => {
  it("meets every demand, supply and price equation", () => {
    fc.assert(
      fc.property(worlds(), (options) => {
        const { regions, quantityChange, internalPriceChange, tradeAfter, solver } = gsimNonlinear(options);
        expect(solver.residual).toBeLessThan(1e-11);
        regions.forEach((importer, v) => {
          const sigma = at(options.substitutionElasticity, v);
          const composite = 1 + importer.compositePriceChange;
          options.trade.forEach((row, r) => {
            const price =
              (1 + regions[r]!.worldPriceChange) *
              ((1 + options.rateAfter[r]![v]!) / (1 + options.rateBefore[r]![v]!));
            expectClose(1 + internalPriceChange[r]![v]!, price, 1e-12);
            if (importer.importsBefore === 0) return;
            const quantity =
              composite ** at(options.importDemandElasticity, v) * (price / composite) ** -sigma;
            expectClose(1 + quantityChange[r]![v]!, quantity, 1e-10);
            expectClose(tradeAfter[r]![v]!, row[v]! * quantity * (1 + regions[r]!.worldPriceChange), 1e-10);
          });
        });
        regions.forEach((exporter, r) => {
          if (exporter.exportsBefore === 0) return;
          const eta = at(options.exportSupplyElasticity, r);
          const price = 1 + exporter.worldPriceChange;
          const output = options.trade[r]!.reduce(
            (sum, value, v) => sum + value * (1 + quantityChange[r]![v]!),
            0,
          );
          expectClose(output / exporter.exportsBefore, 1 + exporter.outputChange, 1e-12);
          expectClose(price, eta === "infinite" ? 1 : (1 + exporter.outputChange) ** (1 / eta), 1e-10);
        });
      }),
    );
  });

  it("never gains for the world by leaving free trade", () => {
    fc.assert(
      fc.property(worlds(true), (options) => {
        const { regions } = gsimNonlinear(options);
        const world = regions.reduce((sum, row) => sum + row.welfareChange, 0);
        const size = regions.reduce((sum, row) => sum + row.exportsBefore, 0);
        expect(world).toBeLessThanOrEqual(1e-11 * size);
      }),
    );
  });

  it("is solveMarkets where one region alone buys", () => {
    const values = [50, 30, 20];
    const [before, after] = [
      [0.02, 0.1, 0],
      [0.27, 0.1, 0.05],
    ];
    const supply = [4, 0.7, "infinite"] as const;
    const square = (column: readonly number[]) => [[0, 0, 0, 0], ...column.map((value) => [value, 0, 0, 0])];
    const world = gsimNonlinear({
      regions: ["importer", "X", "Y", "Z"],
      trade: square(values),
      rateBefore: square(before!),
      rateAfter: square(after!),
      importDemandElasticity: -0.8,
      substitutionElasticity: 3,
      exportSupplyElasticity: [1, ...supply],
    });
    const { flows, totals } = solveMarkets({
      flows: {
        product: ["a", "a", "a"],
        origin: ["X", "Y", "Z"],
        customsValue: values,
        rateBefore: before!,
        rateAfter: after!,
      },
      assumptions: {
        substitutionElasticity: 3,
        importDemandElasticity: -0.8,
        exportSupplyElasticity: supply,
      },
    });
    flows.forEach((flow, j) => {
      expectClose(1 + world.regions[j + 1]!.worldPriceChange, flow.producerPrice, 1e-13);
      expectClose(world.tradeAfter[j + 1]![0]!, flow.customsValueAfter, 1e-12);
      expectClose(world.regions[j + 1]!.producerSurplusChange, flow.exporterSurplusChange, 1e-11);
    });
    expectClose(world.regions[0]!.welfareChange, totals.welfareChange, 1e-11);
  });

  it("has the linear model as its first order", () => {
    const gap = (size: number) => {
      const rateAfter = example.rateBefore.map((row, r) =>
        row.map((rate, v) => rate + size * (example.rateAfter[r]![v]! - rate)),
      );
      const exact = gsimNonlinear({ ...example, rateAfter });
      const linear = gsimLinear({ ...example, rateAfter });
      return Math.max(
        ...exact.regions.map((row, r) =>
          Math.abs(row.worldPriceChange - linear.regions[r]!.worldPriceChange),
        ),
      );
    };
    expect(gap(1e-3) / gap(1e-2)).toBeLessThan(0.0105);
    expect(gap(1e-3) / gap(1e-2)).toBeGreaterThan(0.0095);
  });
});

describe.each([
  ["gsimLinear", gsimLinear],
  ["gsimNonlinear", gsimNonlinear],
])("%s", (_, solve) => {
  it("no shock gives exactly zero", () => {
    fc.assert(
      fc.property(worlds(), (options) => {
        const { regions, quantityChange } = solve({ ...options, rateAfter: options.rateBefore });
        for (const row of regions)
          for (const [key, value] of Object.entries(row)) if (key.endsWith("Change")) expect(value).toBe(0);
        for (const value of quantityChange.flat()) expect(value).toBe(0);
      }),
    );
  });

  it("doubling all trade doubles money and changes no ratio; inputs stay; results survive JSON", () => {
    fc.assert(
      fc.property(worlds(), (options) => {
        const once = solve(deepFreeze(options));
        const twice = solve({ ...options, trade: options.trade.map((row) => row.map((value) => 2 * value)) });
        once.regions.forEach((row, r) => {
          expect(twice.regions[r]!.worldPriceChange).toBe(row.worldPriceChange);
          expect(twice.regions[r]!.consumerSurplusChange).toBe(2 * row.consumerSurplusChange);
        });
        expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      }),
    );
  });

  it("takes a rate of 500 %", () => {
    const { internalPriceChange } = solve({ ...example, rateAfter: [none, [0, 0, 5], none] });
    expect(internalPriceChange[1]?.[2]).toBeGreaterThan(1);
  });

  const none = [0, 0, 0];
  it.each([
    ["not-square", "trade", { trade: [[1, 2, 3]] }],
    ["length-mismatch", "trade[1]", { trade: [[1, 2, 3], [1], [1, 2, 3]] }],
    [
      "empty",
      "trade",
      {
        trade: [
          [0, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
      },
    ],
    [
      "out-of-range",
      "trade[0][1]",
      {
        trade: [
          [0, -1, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
      },
    ],
    [
      "price-not-positive",
      "rateAfter[0][0]",
      {
        rateAfter: [
          [-1, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
      },
    ],
    ["out-of-range", "rateAfter[1][2]", { rateAfter: [none, [0, 0, 25], none] }],
    ["out-of-range", "rateBefore[0][1]", { rateBefore: [[0, 10.01, 0], none, none] }],
    ["elasticity-sign", "importDemandElasticity", { importDemandElasticity: 1.25 }],
    ["elasticity-sign", "substitutionElasticity[2]", { substitutionElasticity: [1, 1, 0] }],
    ["elasticity-sign", "exportSupplyElasticity", { exportSupplyElasticity: -1 }],
    ["length-mismatch", "exportSupplyElasticity", { exportSupplyElasticity: [1] }],
    ["duplicate-id", "regions[1]", { regions: ["A", "A", "C"] }],
    ["unknown-key", "Em", { Em: -1.25 }],
    [
      "not-finite",
      "rateBefore[0][0]",
      {
        rateBefore: [
          [Number.NaN, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
      },
    ],
  ])("refuses %s at %s", (code, path, change) => {
    expect(errorOf(() => solve({ ...example, ...(change as object) }))).toEqual({
      name: "TariffError",
      code,
      path,
    });
  });
});
