import { type MarketAssumptions, type SupplyElasticity, solveMarkets } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { prepareTotals } from "../../../src/models/partial/prepareTotals.js";
import { errorOf } from "../../support/errorOf.js";
import { expectClose } from "../../support/expectClose.js";

const flows = {
  product: ["a", "a", "a", "b", "b"],
  origin: ["X", "Y", "Z", "X", "Y"],
  customsValue: [50, 30, 20, 10, 90],
  rateBefore: [0.02, 0.1, 0, 0, 0.05],
  rateAfter: [0.27, 0.1, 0, 0.6, 0.05],
};
const solve = (change: Partial<MarketAssumptions>, changedFlows: object = {}) =>
  solveMarkets({
    flows: { ...flows, ...changedFlows },
    assumptions: {
      substitutionElasticity: 3,
      importDemandElasticity: -1,
      exportSupplyElasticity: 4,
      ...change,
    },
  });

describe("closed forms", () => {
  it("one origin with infinite supply: Q = T^epsilon and the surplus under the demand curve", () => {
    const { byProduct, flows: rows } = solveMarkets({
      flows: { product: ["a"], origin: ["X"], customsValue: [100], rateBefore: [0], rateAfter: [0.25] },
      assumptions: {
        substitutionElasticity: 7,
        importDemandElasticity: -2,
        exportSupplyElasticity: "infinite",
      },
    });
    expectClose(rows[0]!.quantity, 1.25 ** -2, 1e-14);
    expectClose(byProduct[0]!.consumerSurplusChange, -100 * (1 - 1 / 1.25), 1e-14);
    expectClose(byProduct[0]!.welfareChange, -20 + 0.25 * 64, 1e-14);
    expectClose(rows[0]!.tradeDiversion, 0, 1e-15, 100);
  });

  it("the same factor on all origins diverts nothing", () => {
    const { flows: rows } = solve(
      { exportSupplyElasticity: 3 },
      { rateBefore: [0, 0, 0, 0, 0], rateAfter: [0.3, 0.3, 0.3, 0.3, 0.3] },
    );
    for (const row of rows) expectClose(row.tradeDiversion, 0, 1e-13, row.customsValueBefore);
  });

  it("the consumer surplus is minus the integral of demand over the price", () => {
    const { byProduct } = solve({ importDemandElasticity: -0.7, exportSupplyElasticity: "infinite" });
    const { compositePrice, expenditureBefore, consumerSurplusChange } = byProduct[0]!;
    const steps = 2000;
    const width = (compositePrice - 1) / steps;
    let area = 0;
    for (let k = 0; k < steps; k++) {
      const at = (part: number) => (1 + (k + part) * width) ** -0.7;
      area += ((at(0) + 4 * at(0.5) + at(1)) * width) / 6;
    }
    expectClose(consumerSurplusChange, -expenditureBefore * area, 1e-12);
  });
});

describe("limits", () => {
  const near = (left: Partial<MarketAssumptions>, right: Partial<MarketAssumptions>, relative: number) => {
    const a = solve(left);
    const b = solve(right);
    a.flows.forEach((flow, row) => {
      expectClose(flow.quantity, b.flows[row]!.quantity, relative);
    });
    expectClose(a.totals.consumerSurplusChange, b.totals.consumerSurplusChange, relative);
    expectClose(a.totals.welfareChange, b.totals.welfareChange, relative);
  };

  it.each([1e-6, 1e-9, 1e-12, 1e-15])("sigma 1 + %g and 1 - it are Cobb-Douglas", (gap) => {
    near({ substitutionElasticity: 1 + gap }, { substitutionElasticity: 1 }, 5 * gap + 1e-14);
    near({ substitutionElasticity: 1 - gap }, { substitutionElasticity: 1 }, 5 * gap + 1e-14);
  });

  it.each([1e-6, 1e-9, 1e-12, 1e-15])("epsilon -1 + %g and -1 - it are the logarithm", (gap) => {
    near({ importDemandElasticity: -1 + gap }, { importDemandElasticity: -1 }, 100 * gap + 1e-13);
    near({ importDemandElasticity: -1 - gap }, { importDemandElasticity: -1 }, 100 * gap + 1e-13);
  });

  it.each([1e6, 1e9, 1e12, 1e300])("supply of %g is close to infinite supply", (eta) => {
    near({ exportSupplyElasticity: eta }, { exportSupplyElasticity: "infinite" }, 100 / eta + 1e-14);
  });

  it("prices do not move at all with infinite supply", () => {
    for (const row of solve({ exportSupplyElasticity: "infinite" }).flows) expect(row.producerPrice).toBe(1);
  });
});

describe("extremes", () => {
  const supplies: SupplyElasticity[] = [0.01, 1, 1000, "infinite"];
  it.each([0.05, 1, 5, 50, 500, 1e6].flatMap((sigma) => supplies.map((eta) => [sigma, eta] as const)))(
    "500 %% tariffs, shares of 1e-6, sigma %s, eta %s",
    (sigma, eta) => {
      const {
        flows: rows,
        solver,
        totals,
      } = solve(
        { substitutionElasticity: sigma, exportSupplyElasticity: [eta, eta, 2, eta, eta] },
        { customsValue: [1e6, 1, 1e-6, 1, 1e6], rateAfter: [5, 0, 5, 5, -0.9] },
      );
      expect(solver.residual).toBeLessThan(1e-12);
      expect(solver.iterations).toBeLessThan(80);
      for (const row of rows) for (const value of Object.values(row)) expect(Number.isNaN(value)).toBe(false);
      expect(Number.isFinite(totals.welfareChange)).toBe(true);
    },
  );

  it("a tariff change of 1e-12 loses no digits", () => {
    const tiny = solve({}, { rateBefore: [0, 0, 0, 0, 0], rateAfter: [1e-12, 0, 0, 0, 0] });
    const small = solve({}, { rateBefore: [0, 0, 0, 0, 0], rateAfter: [1e-7, 0, 0, 0, 0] });
    expectClose(tiny.totals.tradeCreation * 1e5, small.totals.tradeCreation, 1e-6);
    expectClose(tiny.totals.termsOfTradeGain * 1e5, small.totals.termsOfTradeGain, 1e-6);
  });

  it("a flow without value stays without", () => {
    const { flows: rows } = solve({}, { customsValue: [50, 0, 20, 10, 90] });
    expect(rows[1]!.customsValueAfter).toBe(0);
    expect(rows[1]!.dutiesAfter).toBe(0);
  });
});

describe("a domestic variety", () => {
  const domestic = { product: ["a"], expenditure: [400] };
  const assumptions = {
    substitutionElasticity: 3,
    importDemandElasticity: -1,
    exportSupplyElasticity: 4,
    domesticSupplyElasticity: 2,
  };
  it("gains by a tariff on its rivals, and its gain is in welfare", () => {
    const { byProduct, totals } = solveMarkets({ flows, domestic, assumptions });
    const own = byProduct[0]!.domestic!;
    expect(own.price).toBeGreaterThan(1);
    expectClose(own.price, own.quantity ** 0.5, 1e-13);
    expectClose(own.producerSurplusChange, (400 * (own.price ** 3 - 1)) / 3, 1e-12);
    expectClose(own.expenditureAfter, 400 * own.price * own.quantity, 1e-13);
    expect(byProduct[1]!.domestic).toBeUndefined();
    expect(totals.domesticSurplusChange).toBe(own.producerSurplusChange);
    const { consumerSurplusChange, revenueChange, domesticSurplusChange } = totals;
    expect(domesticSurplusChange).toBeGreaterThan(1);
    expectClose(totals.welfareChange, consumerSurplusChange + revenueChange + domesticSurplusChange, 1e-12);
  });
  it("is wanted with its own supply, by product if so given", () => {
    const byName = { ...assumptions, domesticSupplyElasticity: { a: 2 } };
    expect(solveMarkets({ flows, domestic, assumptions: byName }).totals).toEqual(
      solveMarkets({ flows, domestic, assumptions }).totals,
    );
    const { domesticSupplyElasticity: _, ...without } = assumptions;
    expect(errorOf(() => solveMarkets({ flows, domestic, assumptions: without }))).toMatchObject({
      code: "missing-key",
      path: "assumptions.domesticSupplyElasticity",
    });
    expect(errorOf(() => solveMarkets({ flows, assumptions }))).toMatchObject({ code: "unknown-key" });
  });
});

describe("bad input", () => {
  const at = (code: string, path: string, change: object, changedFlows: object = {}) => [
    code,
    path,
    change,
    changedFlows,
  ];
  it.each([
    at("elasticity-sign", "assumptions.importDemandElasticity", { importDemandElasticity: 1 }),
    at("elasticity-sign", "assumptions.importDemandElasticity", { importDemandElasticity: 0 }),
    at("elasticity-sign", "assumptions.substitutionElasticity", { substitutionElasticity: 0 }),
    at("elasticity-sign", "assumptions.substitutionElasticity", { substitutionElasticity: -3 }),
    at("elasticity-sign", "assumptions.exportSupplyElasticity", { exportSupplyElasticity: 0 }),
    at("elasticity-sign", "assumptions.exportSupplyElasticity", { exportSupplyElasticity: -1 }),
    at("elasticity-sign", "assumptions.exportSupplyElasticity", { exportSupplyElasticity: "large" }),
    at("elasticity-sign", "assumptions.exportSupplyElasticity", { exportSupplyElasticity: 5e-324 }),
    at("elasticity-sign", "assumptions.exportSupplyElasticity[2]", {
      exportSupplyElasticity: [1, 2, 0, 4, 5],
    }),
    at("length-mismatch", "assumptions.exportSupplyElasticity", { exportSupplyElasticity: [1, 2] }),
    at("not-finite", "assumptions.exportSupplyElasticity", { exportSupplyElasticity: Infinity }),
    at("not-finite", "assumptions.substitutionElasticity", { substitutionElasticity: Number.NaN }),
    at("wrong-type", "assumptions.substitutionElasticity", { substitutionElasticity: "3" }),
    at("missing-key", "assumptions.substitutionElasticity.b", { substitutionElasticity: { a: 3 } }),
    at("unknown-key", "assumptions.substitutionElasticity.c", {
      substitutionElasticity: { a: 3, b: 3, c: 3 },
    }),
    at("missing-key", "assumptions.substitutionElasticity", { substitutionElasticity: undefined }),
    at("unknown-key", "assumptions.sigma", { sigma: 3 }),
    at("unknown-key", "flows.rate", {}, { rate: [] }),
    at("conflicting-keys", "flows.rateBefore", {}, { dutiesBefore: [0, 0, 0, 0, 0] }),
    at("missing-key", "flows.rateBefore", {}, { rateBefore: undefined }),
    at("price-not-positive", "flows.rateAfter[1]", {}, { rateAfter: [0, -1, 0, 0, 0] }),
    at("price-not-positive", "flows.rateBefore[1]", {}, { rateBefore: [0, -1.5, 0, 0, 0] }),
    at("out-of-range", "flows.rateAfter[1]", {}, { rateAfter: [0, 25, 0, 0, 0] }),
    at("out-of-range", "flows.rateBefore[0]", {}, { rateBefore: [10.01, 0, 0, 0, 0] }),
    at("not-finite", "flows.rateAfter[0]", {}, { rateAfter: [Number.NaN, 0, 0, 0, 0] }),
    at("not-finite", "flows.customsValue[0]", {}, { customsValue: [Infinity, 0, 0, 0, 0] }),
    at("out-of-range", "flows.customsValue[0]", {}, { customsValue: [-1, 0, 0, 0, 0] }),
    at("length-mismatch", "flows.rateAfter", {}, { rateAfter: [0] }),
    at("wrong-type", "flows.rateAfter", {}, { rateAfter: "25%" }),
    at("wrong-type", "flows.product[0]", {}, { product: ["", "a", "a", "b", "b"] }),
    at("duplicate-flow", "flows.product[1]", {}, { origin: ["X", "X", "Z", "X", "Y"] }),
    at("empty", "flows.product.b", {}, { customsValue: [1, 1, 1, 0, 0] }),
    at(
      "empty",
      "flows.product",
      {},
      { product: [], origin: [], customsValue: [], rateBefore: [], rateAfter: [] },
    ),
    at("not-finite", "totals.expenditureBefore", {}, { customsValue: [1e308, 1e308, 1e308, 1, 1] }),
  ])("%s at %s", (code, path, change, changedFlows) => {
    const thrown = errorOf(() => solve(change as object, changedFlows as object));
    expect(thrown).toEqual({ name: "TariffError", code, path });
  });

  it("takes a rate of 500 %, and says what to do with one that was meant as percent", () => {
    expect(solve({}, { rateAfter: [5, 0, 0, 0, 0] }).flows[0]?.rateAfter).toBe(5);
    expect(solve({}, { rateAfter: [10, 0, 0, 0, 0] }).flows[0]?.rateAfter).toBe(10);
    const percent = () => solve({}, { rateAfter: [25, 0, 0, 0, 0] });
    expect(percent).toThrow("Pass rates as fractions, at most 10: 0.25 for 25 %.");
    const totals = prepareTotals({ flows, open: [0, 1, 2, 3, 4] });
    const assumptions = { substitutionElasticity: 3, importDemandElasticity: -1, exportSupplyElasticity: 4 };
    expect(errorOf(() => totals(assumptions, [25, 0, 0, 0, 0]))).toEqual({
      name: "TariffError",
      code: "out-of-range",
      path: "rateAfter[0]",
    });
  });

  it("refuses duties without a value, and a domestic variety of nothing", () => {
    const { rateBefore: _, ...rest } = flows;
    const assumptions = {
      substitutionElasticity: 3,
      importDemandElasticity: -1,
      exportSupplyElasticity: 4,
    };
    const withDuties = { ...rest, customsValue: [0, 30, 20, 10, 90], dutiesBefore: [1, 0, 0, 0, 0] };
    expect(errorOf(() => solveMarkets({ flows: withDuties, assumptions }))).toMatchObject({
      code: "division-by-zero",
      path: "flows.dutiesBefore[0]",
    });
    const domestic = { product: ["c"], expenditure: [1] };
    expect(errorOf(() => solveMarkets({ flows, domestic, assumptions }))).toMatchObject({
      code: "unknown-flow",
      path: "domestic.product[0]",
    });
  });
});
