import { type MarketAssumptions, solveMarkets } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../support/errorOf.js";

const flows = {
  product: ["a", "a", "a", "b", "b"],
  origin: ["X", "Y", "Z", "X", "Y"],
  customsValue: [50, 30, 20, 10, 90],
  rateBefore: [0.02, 0.1, 0, 0, 0.05],
  rateAfter: [0.27, 0.1, 0, 0.6, 0.05],
};
const assumptions = { substitutionElasticity: 3, importDemandElasticity: -1, exportSupplyElasticity: 4 };
const domestic = { product: ["a"], expenditure: [400] };
const solve = (changes: object = {}, changedFlows: object = {}, own?: object) =>
  solveMarkets({
    flows: { ...flows, ...changedFlows },
    assumptions: { ...assumptions, ...changes } as MarketAssumptions,
    ...(own === undefined ? {} : { domestic: own as typeof domestic }),
  });
const refused = (...asked: Parameters<typeof solve>) => {
  const { code, path } = errorOf(() => solve(...asked));
  return [code, path];
};
const sum = (values: readonly number[]) => values.reduce((one, other) => one + other, 0);

describe("sums over flows", () => {
  const names = [
    "customsValueBefore",
    "customsValueAfter",
    "dutiesBefore",
    "dutiesAfter",
    "revenueChange",
    "tradeCreation",
    "tradeDiversion",
    "priceEffect",
    "exporterSurplusChange",
  ] as const;

  it.each(names)("%s: by origin, by product and in all", (name) => {
    const { flows: rows, byOrigin, byProduct, totals } = solve();
    const of = (keep: (row: (typeof rows)[0]) => boolean) => sum(rows.filter(keep).map((row) => row[name]));
    expect(byOrigin.map(({ origin }) => origin)).toEqual(["X", "Y", "Z"]);
    for (const each of byOrigin)
      expect(each[name]).toBeCloseTo(
        of(({ origin }) => origin === each.origin),
        10,
      );
    for (const each of byProduct)
      expect(each[name]).toBeCloseTo(
        of(({ product }) => product === each.product),
        10,
      );
    expect(totals[name]).toBeCloseTo(
      of(() => true),
      10,
    );
    expect(Math.abs(totals[name])).toBeGreaterThan(1e-3);
  });

  it("each flow: duties are rate times value, prices hold the duty, surplus is the area left of supply", () => {
    for (const row of solve().flows) {
      expect(row.dutiesBefore).toBeCloseTo(row.rateBefore * row.customsValueBefore, 12);
      expect(row.dutiesAfter).toBeCloseTo(row.rateAfter * row.customsValueAfter, 12);
      expect(row.revenueChange).toBeCloseTo(row.dutiesAfter - row.dutiesBefore, 12);
      expect(row.customsValueAfter).toBeCloseTo(
        row.customsValueBefore * row.quantity * row.producerPrice,
        12,
      );
      expect(row.quantity).toBeCloseTo(row.producerPrice ** 4, 12);
      expect(row.tariffInclusivePrice).toBeCloseTo(
        (row.producerPrice * (1 + row.rateAfter)) / (1 + row.rateBefore),
        12,
      );
      expect(row.exporterSurplusChange).toBeCloseTo((row.customsValueAfter - row.customsValueBefore) / 5, 12);
      const volume = row.customsValueBefore * (row.quantity - 1);
      expect(row.tradeCreation + row.tradeDiversion).toBeCloseTo(volume, 12);
      expect(row.customsValueAfter - row.customsValueBefore - volume).toBeCloseTo(row.priceEffect, 12);
    }
  });

  it("each product: what buyers spend, what the economy gains and what is lost to all", () => {
    const { byProduct, flows: rows } = solve({ importDemandElasticity: -1.5 });
    for (const each of byProduct) {
      const own = rows.filter(({ product }) => product === each.product);
      const spent = sum(own.map((row) => row.customsValueBefore + row.dutiesBefore));
      expect(each.expenditureBefore).toBeCloseTo(spent, 12);
      expect(each.expenditureAfter).toBeCloseTo(spent * each.compositePrice ** -0.5, 12);
      expect(each.compositeQuantity).toBeCloseTo(each.compositePrice ** -1.5, 12);
      expect(each.consumerSurplusChange).toBeCloseTo((-spent * (each.compositePrice ** -0.5 - 1)) / -0.5, 12);
      expect(each.welfareChange).toBeCloseTo(each.consumerSurplusChange + each.revenueChange, 12);
      expect(each.termsOfTradeGain).toBeCloseTo(-each.priceEffect, 12);
      expect(each.efficiencyLoss).toBeCloseTo(each.termsOfTradeGain - each.welfareChange, 12);
      expect(each.domesticSurplusChange).toBe(0);
    }
  });

  it("those that gain by substitution, the largest first, with their shares", () => {
    const origins = ["P", "Q", "R", "S"];
    const { diversionGains } = solve(
      {},
      {
        product: origins.map(() => "a"),
        origin: origins,
        customsValue: [50, 10, 30, 20],
        rateBefore: [0, 0, 0, 0],
        rateAfter: [0.5, 0, 0, 0],
      },
    );
    expect(diversionGains.map(({ origin }) => origin)).toEqual(["R", "S", "Q"]);
    expect(diversionGains.map(({ share }) => share.toFixed(6))).toEqual(["0.500000", "0.333333", "0.166667"]);
    expect(sum(diversionGains.map(({ share }) => share))).toBeCloseTo(1, 12);
  });
});

describe("how a market is solved", () => {
  it("at once where all supplies are alike, in a few steps where not, in none where nothing changes", () => {
    const steps = (changes: object, changedFlows: object = {}) =>
      solve(changes, changedFlows).solver.iterations;
    expect(steps({})).toBe(1);
    expect(steps({ exportSupplyElasticity: "infinite", substitutionElasticity: 1 })).toBe(1);
    expect(steps({}, { rateAfter: flows.rateBefore })).toBe(0);
    const mixed = { exportSupplyElasticity: [4, "infinite", 1, 4, 0.5] };
    expect(steps(mixed)).toBeGreaterThan(1);
    expect(steps(mixed)).toBeLessThan(7);
    expect(steps({ ...mixed, substitutionElasticity: 1 })).toBeLessThan(4);
    expect(steps(mixed, { rateAfter: flows.rateBefore })).toBe(0);
    const { converged, residual } = solve(mixed).solver;
    expect(converged).toBe(true);
    expect(residual).toBeLessThan(1e-14);
  });

  it("in a few steps at the extremes too, with what is left of the equations told", () => {
    const steps = [
      [
        [5, 0, 5],
        [4, 5, 2, 2, 6, 5, 6, 6, 5, 6],
      ],
      [
        [-0.9, 5, 0],
        [4, 5, 2, 2, 5, 6, 6, 5, 6, 5],
      ],
      [
        [10, 10, 10],
        [4, 5, 2, 2, 7, 4, 10, 4, 18, 4],
      ],
      [
        [-0.99, -0.99, -0.5],
        [5, 6, 2, 2, 6, 3, 5, 2, 5, 2],
      ],
    ] as const;
    for (const [rateAfter, counted] of steps) {
      const found = [0.05, 1, 5, 50, 1e4].flatMap((substitutionElasticity) =>
        [-0.1, -20].map((importDemandElasticity) => {
          const market = { product: ["a", "a", "a"], origin: ["X", "Y", "Z"], customsValue: [1, 1, 2] };
          const { solver, byProduct } = solve(
            { substitutionElasticity, importDemandElasticity, exportSupplyElasticity: [0.01, "infinite", 5] },
            { ...market, rateBefore: [0, 0, 0], rateAfter },
          );
          expect(solver.residual).toBeGreaterThan(0);
          expect(solver.residual).toBeLessThan(1e-14);
          expect(byProduct[0]?.compositePrice).toBeGreaterThan(1 + Math.min(0, ...rateAfter));
          expect(byProduct[0]?.compositePrice).toBeLessThan(1 + Math.max(0, ...rateAfter));
          return solver.iterations;
        }),
      );
      found.forEach((iterations, at) => {
        expect(iterations).toBeGreaterThan(0);
        expect(iterations).toBeLessThanOrEqual(counted[at] as number);
      });
    }
  });

  it("the steps told are those of the product that took most, and a gap that is left is that of the worst", () => {
    const supply = { a: [4, "infinite", 1], b: [4, 4] };
    const of = (first: "a" | "b") => {
      const rows = [0, 1, 2, 3, 4].map((row) => (first === "a" ? row : (row + 3) % 5));
      const pick = <T>(list: readonly T[]) => rows.map((row) => list[row] as T);
      const turned = {
        product: pick(flows.product),
        origin: pick(flows.origin),
        customsValue: pick(flows.customsValue),
        rateBefore: pick(flows.rateBefore),
        rateAfter: pick(flows.rateAfter),
      };
      return solve({ exportSupplyElasticity: pick([...supply.a, ...supply.b]) }, turned).solver;
    };
    expect(of("a").iterations).toBe(of("b").iterations);
    expect(of("a").iterations).toBeGreaterThan(2);
    expect(of("a").residual).toBe(of("b").residual);
  });

  it("with supplies that differ it meets demand, supply and the price index of each product", () => {
    const supply = [4, 1e9, 1, 4, 0.5];
    for (const sigma of [0.5, 1, 3]) {
      const { flows: rows, byProduct } = solve({
        exportSupplyElasticity: [4, "infinite", 1, 4, 0.5],
        substitutionElasticity: sigma,
      });
      rows.forEach((row, at) => {
        const { compositePrice, compositeQuantity } = byProduct[at < 3 ? 0 : 1] as (typeof byProduct)[0];
        expect(row.quantity).toBeCloseTo(
          compositeQuantity * (row.tariffInclusivePrice / compositePrice) ** -sigma,
          11,
        );
        expect(row.producerPrice).toBeCloseTo(row.quantity ** (1 / (supply[at] as number)), 8);
      });
      for (const { product, compositePrice, expenditureBefore } of byProduct) {
        const own = rows.filter((row) => row.product === product);
        const share = (row: (typeof rows)[0]) =>
          (row.customsValueBefore + row.dutiesBefore) / expenditureBefore;
        const index =
          sigma === 1
            ? Math.exp(sum(own.map((row) => share(row) * Math.log(row.tariffInclusivePrice))))
            : sum(own.map((row) => share(row) * row.tariffInclusivePrice ** (1 - sigma))) **
              (1 / (1 - sigma));
        expect(compositePrice).toBeCloseTo(index, 11);
      }
    }
  });

  it("by rates or by amounts of duty, which are the same", () => {
    const { rateBefore, ...rest } = flows;
    const dutiesBefore = flows.customsValue.map((value, row) => value * (rateBefore[row] as number));
    const amounts = solveMarkets({ flows: { ...rest, dutiesBefore }, assumptions });
    for (const [name, value] of Object.entries(solve().totals))
      expect(amounts.totals[name as "welfareChange"]).toBeCloseTo(value, 10);
    const typed = solve({}, { customsValue: Float64Array.from(flows.customsValue) });
    expect(typed.totals).toEqual(solve().totals);
  });

  it("with elasticities by product, and domestic varieties last", () => {
    const byProduct = solve({
      substitutionElasticity: { a: 3, b: 2 },
      importDemandElasticity: { a: -1, b: -2 },
      exportSupplyElasticity: { a: 4, b: "infinite" },
    });
    const listed = solve({
      substitutionElasticity: { b: 2, a: 3 },
      importDemandElasticity: { b: -2, a: -1 },
      exportSupplyElasticity: [4, 4, 4, "infinite", "infinite"],
    });
    expect(byProduct.totals).toEqual(listed.totals);
    expect(byProduct.flows[3]?.producerPrice).toBe(1);
    expect(byProduct.byProduct[0]?.welfareChange).toBe(solve().byProduct[0]?.welfareChange);
    const both = { product: ["b", "a"], expenditure: [70, 400] };
    const own = solve({ domesticSupplyElasticity: { a: 2, b: "infinite" } }, {}, both);
    expect(own.byProduct.map((each) => each.domestic?.expenditureBefore)).toEqual([400, 70]);
    expect(own.byProduct[1]?.domestic?.price).toBe(1);
    expect(own.byProduct[1]?.domesticSurplusChange).toBe(0);
    expect(own.byProduct[0]?.expenditureBefore).toBeCloseTo(50 * 1.02 + 33 + 20 + 400, 10);
  });
});

describe("what was passed", () => {
  it("comes back as a copy, frozen, while the caller's own stays free", () => {
    const given = {
      substitutionElasticity: { a: 3, b: 2 },
      importDemandElasticity: -1,
      exportSupplyElasticity: [4, 4, 4, 4, 4],
      domesticSupplyElasticity: { a: 2 },
    };
    const result = solve(given, {}, domestic);
    expect(result.assumptions).toEqual(given);
    expect(Array.isArray(result.assumptions.exportSupplyElasticity)).toBe(true);
    expect(Object.isFrozen(result.assumptions.substitutionElasticity)).toBe(true);
    for (const own of [given, given.substitutionElasticity, given.exportSupplyElasticity])
      expect(Object.isFrozen(own)).toBe(false);
    given.exportSupplyElasticity[0] = 9;
    expect((result.assumptions.exportSupplyElasticity as number[])[0]).toBe(4);
    expect(solve().assumptions).toEqual(assumptions);
  });

  it.each([
    ["flows that are none", {}, null, undefined, "missing-key", "flows.product"],
    [
      "an origin that is a number",
      {},
      { origin: [1, "Y", "Z", "X", "Y"] },
      undefined,
      "wrong-type",
      "flows.origin[0]",
    ],
    ["an origin too few", {}, { origin: ["X"] }, undefined, "length-mismatch", "flows.origin"],
    ["products in a text", {}, { product: "a" }, undefined, "wrong-type", "flows.product"],
    [
      "a value too many",
      {},
      { customsValue: [1, 1, 1, 1, 1, 1] },
      undefined,
      "length-mismatch",
      "flows.customsValue",
    ],
    ["a baseline rate too few", {}, { rateBefore: [0] }, undefined, "length-mismatch", "flows.rateBefore"],
    [
      "a domestic product twice",
      { domesticSupplyElasticity: 2 },
      {},
      { product: ["a", "a"], expenditure: [1, 1] },
      "duplicate-flow",
      "domestic.product[1]",
    ],
    [
      "a domestic product without imports",
      { domesticSupplyElasticity: 2 },
      {},
      { product: ["a", "c"], expenditure: [1, 1] },
      "unknown-flow",
      "domestic.product[1]",
    ],
    [
      "spending below zero",
      { domesticSupplyElasticity: 2 },
      {},
      { product: ["a"], expenditure: [-1] },
      "out-of-range",
      "domestic.expenditure[0]",
    ],
    [
      "spending on nothing",
      { domesticSupplyElasticity: 2 },
      {},
      { product: ["a"], expenditure: [1, 2] },
      "length-mismatch",
      "domestic.expenditure",
    ],
    [
      "a domestic key that is none",
      { domesticSupplyElasticity: 2 },
      {},
      { ...domestic, bogus: 1 },
      "unknown-key",
      "domestic.bogus",
    ],
    [
      "no domestic spending",
      { domesticSupplyElasticity: 2 },
      {},
      { product: ["a"] },
      "missing-key",
      "domestic.expenditure",
    ],
    [
      "a domestic supply of another product",
      { domesticSupplyElasticity: { b: 2 } },
      {},
      domestic,
      "missing-key",
      "assumptions.domesticSupplyElasticity.a",
    ],
    [
      "a domestic supply of no product",
      { domesticSupplyElasticity: { a: 2, c: 2 } },
      {},
      domestic,
      "unknown-key",
      "assumptions.domesticSupplyElasticity.c",
    ],
    [
      "a domestic supply of zero",
      { domesticSupplyElasticity: { a: 0 } },
      {},
      domestic,
      "elasticity-sign",
      "assumptions.domesticSupplyElasticity.a",
    ],
    [
      "a domestic supply below zero",
      { domesticSupplyElasticity: -1 },
      {},
      domestic,
      "elasticity-sign",
      "assumptions.domesticSupplyElasticity",
    ],
    [
      "a supply by product that lacks one",
      { exportSupplyElasticity: { a: 2 } },
      {},
      undefined,
      "missing-key",
      "assumptions.exportSupplyElasticity.b",
    ],
    [
      "a supply by product of a stranger",
      { exportSupplyElasticity: { a: 2, b: 2, c: 2 } },
      {},
      undefined,
      "unknown-key",
      "assumptions.exportSupplyElasticity.c",
    ],
    [
      "a supply by product of zero",
      { exportSupplyElasticity: { a: 2, b: 0 } },
      {},
      undefined,
      "elasticity-sign",
      "assumptions.exportSupplyElasticity.b",
    ],
    [
      "a demand by product above zero",
      { importDemandElasticity: { a: -1, b: 1 } },
      {},
      undefined,
      "elasticity-sign",
      "assumptions.importDemandElasticity.b",
    ],
    [
      "a list of substitution",
      { substitutionElasticity: [3, 3] },
      {},
      undefined,
      "unknown-key",
      "assumptions.substitutionElasticity.0",
    ],
  ] as const)("refuses %s", (_, changes, changedFlows, own, code, path) => {
    const bare = changedFlows === null;
    const found = bare
      ? errorOf(() => solveMarkets({ flows: {}, assumptions } as never))
      : errorOf(() => solve(changes, changedFlows, own));
    expect([found.code, found.path]).toEqual([code, path]);
  });

  it("needs flows and assumptions", () => {
    const door = (changes: object) => {
      const { code, path } = errorOf(() => solveMarkets({ flows, assumptions, ...changes } as never));
      return [code, path];
    };
    expect(door({ flows: undefined })).toEqual(["missing-key", "flows"]);
    expect(door({ assumptions: undefined })).toEqual(["missing-key", "assumptions"]);
    expect(door({ bogus: 1 })).toEqual(["unknown-key", "bogus"]);
    expect(door({ flows: 5 })).toEqual(["wrong-type", "flows"]);
    expect(door({ assumptions: 5 })).toEqual(["wrong-type", "assumptions"]);
    expect(refused({}, {}, 5 as never)).toEqual(["wrong-type", "domestic"]);
    expect(errorOf(() => solveMarkets(5 as never))).toMatchObject({ code: "wrong-type", path: "" });
  });
});
