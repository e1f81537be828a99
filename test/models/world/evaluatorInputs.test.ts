import { parseScenario } from "tariff-whatif";
import { ignatenko2025EatonKortum, worldEvaluator } from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../support/errorOf.js";
import { add, type scenarioOf } from "../../support/steps.js";
import { assumptions, flowsOf, onChina, threeEconomies } from "./threeEconomies.js";

const baseline = threeEconomies();
const evaluate = { on: "any-date", statuses: "any-status" };
const open = (changes: object = {}) =>
  parseScenario({
    id: "o",
    title: "o",
    evaluate,
    parameters: { r: { kind: "rate", title: "r" } },
    steps: [
      add("a", { rate: { parameter: "r" } as never, exporters: ["CHN"] }),
      add("b", { exporters: ["JPN"] }),
    ],
    ...changes,
  });
const make = (changes: object = {}, scenario: ReturnType<typeof scenarioOf> | object = onChina()) =>
  worldEvaluator({
    baseline,
    scenario: scenario as never,
    assumptions: { ...assumptions, ...changes } as never,
  });
const { marketingCosts, numeraire } = ignatenko2025EatonKortum;
const usual = {
  tradeElasticity: 4,
  labourSupplyElasticity: 0.5,
  scaleElasticity: 0,
  tariffPassThrough: 1,
  valueAddedShare: 1,
};

describe("the inputs of a world evaluator", () => {
  it("are the elasticities and shares that are not given, each with its domain, and the open rates", () => {
    expect(make().domains).toEqual({});
    const { domains } = make({ parameters: { marketingCosts, numeraire } }, open());
    expect(domains).toEqual({
      tradeElasticity: { from: 0.01, to: 100 },
      labourSupplyElasticity: { from: 0, below: 100 },
      scaleElasticity: { from: 0, to: 10 },
      tariffPassThrough: { from: 0.001, to: 10 },
      valueAddedShare: { from: 0.001, to: 1 },
      r: { above: -1, to: 3 },
    });
    expect(Object.isFrozen(domains)).toBe(true);
    const four = make({ parameters: { ...ignatenko2025EatonKortum, valueAddedShare: undefined } });
    expect(Object.keys(four.domains)).toEqual(["valueAddedShare"]);
  });

  it("each changes the answer, and none of what is given", () => {
    const all = make({ parameters: { marketingCosts, numeraire } });
    const at = (inputs: object) => all.evaluate({ ...usual, ...inputs });
    const base = at({});
    expect(make({ parameters: { ...usual, marketingCosts, numeraire } }).evaluate({})).toEqual(base);
    for (const change of [
      { tradeElasticity: 5 },
      { labourSupplyElasticity: 0.1 },
      { scaleElasticity: 0.1 },
      { tariffPassThrough: 0.5 },
      { valueAddedShare: 0.5 },
    ])
      expect(at(change)["USA.welfarePercent"]).not.toBe(base["USA.welfarePercent"]);
  });

  it("answer with welfare, wages, prices, employment and revenue of each economy, and world trade", () => {
    const outcomes = make().evaluate({});
    const each = (economy: string) =>
      ["welfarePercent", "realWagePercent", "priceIndexPercent", "employmentPercent", "tariffRevenue"].map(
        (name) => `${economy}.${name}`,
      );
    expect(Object.keys(outcomes)).toEqual(["worldTradePercent", ...["CHN", "USA", "JPN"].flatMap(each)]);
    expect(outcomes["USA.tariffRevenue"]).toBeGreaterThan(10);
    expect([outcomes["JPN.tariffRevenue"], outcomes["CHN.tariffRevenue"]]).toEqual([0, 0]);
    expect(outcomes.worldTradePercent).toBeLessThan(0);
  });

  it("an open rate moves its pairs, while closed steps stay", () => {
    const { evaluate: ask } = make({}, open());
    const closed = (rate: "0%" | "20%") =>
      make(
        {},
        parseScenario({
          ...{ id: "c", title: "c", evaluate },
          steps: [add("a", { rate, exporters: ["CHN"] }), add("b", { exporters: ["JPN"] })],
        }),
      ).evaluate({});
    for (const [rate, text] of [
      [0.2, "20%"],
      [0, "0%"],
    ] as const) {
      const [one, other] = [ask({ r: rate }), closed(text)];
      for (const name of Object.keys(other)) expect(one[name]).toBeCloseTo(other[name] as number, 9);
    }
    const dates = { effective: "2020-01-01" } as const;
    const spell = { over: { from: "2025-01-01", to: "2025-01-10" }, statuses: "any-status" };
    const steps = open().steps.map((step) => ({ ...step, dates }));
    const over = make({}, open({ evaluate: spell, steps })).evaluate({ r: 0.2 });
    expect(over["USA.welfarePercent"]).toBeCloseTo(ask({ r: 0.2 })["USA.welfarePercent"] as number, 9);
  });

  it("an open rate on a group moves the pairs of those that join it within the period", () => {
    const year = { over: { from: "2004-01-01", to: "2004-12-31" }, statuses: "any-status" };
    const dates = { effective: "2000-01-01" } as const;
    const onUnion = (rate: unknown, parameters: object) =>
      parseScenario({
        ...{ id: "u", title: "u", evaluate: year, parameters },
        steps: [add("a", { rate: rate as never, exporters: ["EU"], dates })],
      });
    const poland = <T>(value: T) => JSON.parse(JSON.stringify(value).replaceAll("JPN", "POL")) as T;
    const world = threeEconomies({
      ...poland({ flows: flowsOf({ total: 1 }), gdp: { CHN: "1000", USA: "1500", JPN: "600" } }),
    });
    const of = (scenario: object) =>
      worldEvaluator({ baseline: world, scenario: scenario as never, assumptions: assumptions as never });
    const moved = of(onUnion({ parameter: "r" }, { r: { kind: "rate", title: "r" } })).evaluate({ r: 0.2 });
    const still = of(onUnion("20%", {})).evaluate({});
    // Poland joined on 1 May.
    expect(moved["POL.realWagePercent"]).toBeCloseTo(still["POL.realWagePercent"] as number, 9);
    expect(still["POL.realWagePercent"]).toBeLessThan(-0.01);
  });

  it("balanced trade is another world than fixed deficits, as in the model", () => {
    const [fixed, balanced] = [make(), make({ deficits: "balancedTrade" })].map((each) => each.evaluate({}));
    expect(balanced).not.toEqual(fixed);
    const nothing = make({ deficits: "balancedTrade" }, onChina({ rate: "0%" })).evaluate({});
    for (const value of Object.values(nothing)) expect(Math.abs(value)).toBeLessThan(1e-8);
  });

  it("refuses what is wrong when it is made, before any question", () => {
    const refused = (changes: object, scenario?: object) => {
      const { code, path } = errorOf(() => make(changes, scenario));
      return [code, path];
    };
    expect(refused({ revenueUse: "burn" })).toEqual(["out-of-range", "assumptions.revenueUse"]);
    expect(refused({ deficits: "none" })).toEqual(["wrong-type", "assumptions.deficits"]);
    expect(refused({ weights: 5 })).toEqual(["not-defined", "assumptions.weights"]);
    const parameters = (changes: object) =>
      refused({ parameters: { ...ignatenko2025EatonKortum, ...changes } });
    expect(parameters({ bogus: 1 })).toEqual(["unknown-key", "assumptions.parameters.bogus"]);
    expect(parameters({ numeraire: undefined })).toEqual(["missing-key", "assumptions.parameters.numeraire"]);
    expect(parameters({ marketingCosts: undefined })).toEqual([
      "missing-key",
      "assumptions.parameters.marketingCosts",
    ]);
    expect(parameters({ tradeElasticity: 0 })).toEqual([
      "out-of-range",
      "assumptions.parameters.tradeElasticity",
    ]);
    expect(parameters({ multipleEquilibria: "maybe" })).toEqual([
      "out-of-range",
      "assumptions.parameters.multipleEquilibria",
    ]);
    for (const key of ["parameters", "revenueUse", "deficits", "weights"])
      expect(refused({ [key]: undefined })).toEqual(["missing-key", `assumptions.${key}`]);
    expect(refused({ bogus: 1 })).toEqual(["unknown-key", "assumptions.bogus"]);
    expect(refused({}, {})).toEqual(["not-defined", "scenario"]);
    const clash = open({
      parameters: { tradeElasticity: { kind: "rate", title: "r" } },
      steps: [add("a", { rate: { parameter: "tradeElasticity" } as never })],
    });
    expect(refused({}, clash)[0]).not.toBe("none");
    const good = { baseline, scenario: onChina(), assumptions };
    const door = (changes: object) => {
      const { code, path } = errorOf(() => worldEvaluator({ ...good, ...changes } as never));
      return [code, path];
    };
    for (const key of Object.keys(good)) expect(door({ [key]: undefined })).toEqual(["missing-key", key]);
    expect(door({ baseline: {} })).toEqual(["not-defined", "baseline"]);
    expect(door({ assumptions: 5 })).toEqual(["wrong-type", "assumptions"]);
    expect(door({ bogus: 5 })).toEqual(["unknown-key", "bogus"]);
    expect(errorOf(() => worldEvaluator(5 as never))).toMatchObject({ code: "wrong-type", path: "" });
    const asked = (inputs: unknown) => errorOf(() => make().evaluate(inputs as never));
    expect(asked({ r: 1 })).toMatchObject({ code: "unknown-key", path: "inputs.r" });
    expect(asked(5)).toMatchObject({ code: "wrong-type", path: "inputs" });
  });
});
