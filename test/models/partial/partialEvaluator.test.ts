import fc from "fast-check";
import {
  bind,
  combineEvaluators,
  januaryScenarios,
  parsePolicy,
  partialEquilibrium,
  partialEvaluator,
  requireClosed,
  type Scenario,
} from "tariff-whatif";
import { uncertainty } from "tariff-whatif/uncertainty";
import { describe, expect, it } from "vitest";
import { usImports2024 } from "../../../src/data/us-imports-2024/index.js";
import { errorOf } from "../../support/errorOf.js";
import { expectClose } from "../../support/expectClose.js";
import { scenarioOf, stepOf } from "../../support/scenarioOf.js";

const known = { importDemandElasticity: -1, exportSupplyElasticity: 5, substitutionElasticity: 3 };
const rate = { parameter: "rate" };
const share = { parameter: "share" };
const other = stepOf("other", { operator: "add", authority: "x", rate: "15%", exporters: ["MEX"] });

/** Scenarios whose open values stand inside every operator, with and without others around them. */
const open: [string, Scenario<string>][] = [
  ["add", scenarioOf([other, stepOf("a", { operator: "add", authority: "x", rate })], { rate: "rate" })],
  [
    "add under a ceiling on all",
    scenarioOf(
      [
        stepOf("a", { operator: "add", authority: "x", rate, exporters: ["CHN", "CAN"] }),
        stepOf("c", {
          operator: "capTotalAt",
          authority: "x",
          of: ["baseline", "x"],
          rate: "12%",
          exporters: ["CHN"],
        }),
      ],
      { rate: "rate" },
    ),
  ],
  [
    "a ceiling itself",
    scenarioOf(
      [
        other,
        stepOf("c", {
          operator: "capTotalAt",
          authority: "x",
          of: ["baseline", "x"],
          rate,
          exporters: ["CHN", "MEX"],
        }),
      ],
      { rate: "rate" },
    ),
  ],
  [
    "a floor",
    scenarioOf(
      [stepOf("f", { operator: "raiseTotalTo", authority: "x", of: ["baseline"], rate, exporters: ["CHN"] })],
      { rate: "rate" },
    ),
  ],
  [
    "replace",
    scenarioOf(
      [
        stepOf("r", {
          operator: "replace",
          authority: "x",
          of: ["baseline"],
          rate,
          exporters: ["CHN", "JPN"],
        }),
      ],
      { rate: "rate" },
    ),
  ],
  [
    "scale",
    scenarioOf([other, stepOf("s", { operator: "scale", of: ["baseline"], share, exporters: ["CHN"] })], {
      share: "share",
    }),
  ],
  [
    "split with an open share and an open rate inside",
    scenarioOf(
      [
        stepOf("sp", {
          operator: "split",
          share,
          exporters: "all",
          first: [stepOf("in", { operator: "add", authority: "x", rate })],
          rest: [stepOf("no", { operator: "scale", of: ["baseline"], share: "0", exporters: ["CHN"] })],
        }),
        other,
      ],
      { rate: "rate", share: "share" },
    ),
  ],
  [
    "by product",
    scenarioOf(
      [stepOf("p", { operator: "add", authority: "x", rate: { byProduct: { "27": "5%", "87": rate } } })],
      { rate: "rate" },
    ),
  ],
];

describe("partialEvaluator gives the totals of partialEquilibrium", () => {
  const exact = (min: number, max: number) => fc.integer({ min, max });
  it.each(open)("%s", (_, scenario) => {
    const evaluator = partialEvaluator({ baseline: usImports2024, scenario, assumptions: {} });
    fc.assert(
      fc.property(
        exact(1, 90),
        exact(1, 40),
        exact(1, 200),
        fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
        fc.oneof(fc.constantFrom(0, 3), fc.double({ min: -0.2, max: 2, noNaN: true })),
        (sigma, epsilon, eta, someShare, someRate) => {
          const elasticities = {
            substitutionElasticity: sigma / 10,
            importDemandElasticity: -epsilon / 10,
            exportSupplyElasticity: eta / 10,
          };
          const names = scenario.openParameters;
          const [shareDigits, rateDigits] = [Number(someShare.toFixed(6)), Number(someRate.toFixed(6))];
          // A rate of all duties is refused at -100 % only; -20 % on top of any baseline duty is well above.
          const values = Object.fromEntries(
            names.map((name) => [name, name === "share" ? shareDigits : rateDigits]),
          );
          const texts = Object.fromEntries(
            names.map((name) => [
              name,
              name === "share" ? shareDigits.toFixed(6) : `${(rateDigits * 100).toFixed(4)}%`,
            ]),
          );
          const drawn = evaluator.evaluate({ ...elasticities, ...values });
          const { totals } = partialEquilibrium({
            baseline: usImports2024,
            scenario: requireClosed(bind(scenario, texts as never)),
            assumptions: elasticities,
          }).market;
          for (const [name, wanted] of Object.entries(totals)) {
            expectClose(drawn[name]!, wanted, 1e-12, totals.customsValueBefore * 1e-3, name);
          }
          expectClose(drawn.effectiveRate!, totals.dutiesAfter / totals.customsValueAfter, 1e-12);
        },
      ),
      { numRuns: 8 },
    );
  });

  it("whatever was evaluated before", () => {
    const scenario = januaryScenarios.chinaMexicoCanadaEu;
    const evaluator = partialEvaluator({ baseline: usImports2024, scenario, assumptions: known });
    const fresh = (euRate: number) =>
      partialEvaluator({ baseline: usImports2024, scenario, assumptions: known }).evaluate({ euRate });
    for (const euRate of [0.3, 0, 0.1, 0.3, 1]) expect(evaluator.evaluate({ euRate })).toEqual(fresh(euRate));
    expect(errorOf(() => evaluator.evaluate({ euRate: 50 })).code).toBe("out-of-range");
    expect(evaluator.evaluate({ euRate: 0.1 })).toEqual(fresh(0.1));
  });

  it("with infinite supply and elasticities by product", () => {
    const bySigma = Object.fromEntries(usImports2024.products.map((product, at) => [product, 1 + at / 50]));
    const assumptions = {
      ...known,
      substitutionElasticity: bySigma,
      exportSupplyElasticity: "infinite",
    } as const;
    const options = { baseline: usImports2024, scenario: januaryScenarios.china10, assumptions };
    const { totals } = partialEquilibrium(options).market;
    const numbers = partialEvaluator(options).evaluate({});
    for (const [name, total] of Object.entries(totals)) expectClose(numbers[name]!, total, 1e-9);
  });
});

describe("what partialEvaluator leaves to vary", () => {
  it("has a domain for each", () => {
    const { domains } = partialEvaluator({
      baseline: usImports2024,
      scenario: open[6]![1],
      assumptions: { importDemandElasticity: -1 },
    });
    expect(domains).toEqual({
      substitutionElasticity: { above: 0 },
      exportSupplyElasticity: { above: 0 },
      rate: { above: -1, to: 3 },
      share: { from: 0, to: 1 },
    });
  });

  it("is drawn by uncertainty, to golden numbers", async () => {
    const { outcomes, below } = await uncertainty({
      evaluator: combineEvaluators({
        eu: partialEvaluator({
          baseline: usImports2024,
          scenario: januaryScenarios.europeanUnion,
          assumptions: { importDemandElasticity: -1, exportSupplyElasticity: 5 },
        }),
        neighbours: partialEvaluator({
          baseline: usImports2024,
          scenario: januaryScenarios.mexicoCanada25,
          assumptions: { importDemandElasticity: -1, exportSupplyElasticity: 5 },
        }),
      }),
      inputs: {
        euRate: { kind: "uniform", from: 0.1, to: 0.25 },
        substitutionElasticity: { kind: "pert", from: 1.5, mostLikely: 3, to: 6 },
      },
      draws: 100,
      seed: 2025,
      quantiles: [0.5],
      below: [["eu.welfareChange", "neighbours.welfareChange"]],
    });
    expectClose(outcomes["eu.revenueChange"]!.mean, golden.mean, 1e-9);
    expectClose(outcomes["eu.revenueChange"]!.quantiles[0]!.value, golden.median, 1e-9);
    expectClose(outcomes["neighbours.welfareChange"]!.standardDeviation, golden.deviation, 1e-9);
    expect(below[0]!.probability).toBe(golden.below);
  });
});

const golden = {
  mean: 75363374060.6033,
  median: 76194176125.56418,
  deviation: 3345633949.364881,
  below: 0.42,
};

describe("bad input to partialEvaluator", () => {
  const good = { baseline: usImports2024, scenario: januaryScenarios.europeanUnion, assumptions: known };
  const policy = parsePolicy({ id: "p", title: "p", steps: januaryScenarios.china10.steps });
  const clash = scenarioOf(
    [stepOf("a", { operator: "add", authority: "x", rate: { parameter: "substitutionElasticity" } })],
    { substitutionElasticity: "rate" },
  );
  it.each([
    ["wrong-type", "", null],
    ["missing-key", "assumptions", { ...good, assumptions: undefined }],
    ["unknown-key", "inputs", { ...good, inputs: {} }],
    ["not-defined", "baseline", { ...good, baseline: {} }],
    ["not-defined", "scenario", { ...good, scenario: {} }],
    ["not-defined", "scenario", { ...good, scenario: policy }],
    ["wrong-type", "assumptions", { ...good, assumptions: null }],
    ["unknown-key", "assumptions.sigma", { ...good, assumptions: { sigma: 3 } }],
    ["duplicate-id", "scenario.parameters", { ...good, scenario: clash }],
  ])("%s at %s", (code, path, options) => {
    expect(errorOf(() => partialEvaluator(options as never))).toEqual({ name: "TariffError", code, path });
  });

  const { evaluate } = partialEvaluator({
    ...good,
    assumptions: { ...known, substitutionElasticity: undefined } as never,
  });
  it.each([
    ["wrong-type", "inputs", null],
    ["missing-key", "inputs.substitutionElasticity", {}],
    ["missing-key", "inputs.euRate", { substitutionElasticity: 3 }],
    ["unknown-key", "inputs.eurate", { substitutionElasticity: 3, euRate: 0.1, eurate: 0.1 }],
    ["not-finite", "inputs.euRate", { substitutionElasticity: 3, euRate: Number.NaN }],
    ["not-finite", "inputs.euRate", { substitutionElasticity: 3, euRate: Infinity }],
    ["not-a-rate", "inputs.euRate", { substitutionElasticity: 3, euRate: "10" }],
    ["out-of-range", "inputs.euRate", { substitutionElasticity: 3, euRate: 5 }],
    ["wrong-type", "inputs.substitutionElasticity", { substitutionElasticity: "3", euRate: 0.1 }],
    ["elasticity-sign", "assumptions.substitutionElasticity", { substitutionElasticity: 0, euRate: 0.1 }],
  ])("when evaluated: %s at %s", (code, path, inputs) => {
    expect(errorOf(() => evaluate(inputs as never))).toEqual({ name: "TariffError", code, path });
  });

  it("takes a rate with its unit too, above 300 % only so", () => {
    const at = (euRate: number | "10%" | "500%") => evaluate({ substitutionElasticity: 3, euRate });
    expect(at("10%")).toEqual(at(0.1));
    expect(at("500%").dutiesAfter).toBeGreaterThan(0);
  });
});

describe("combineEvaluators", () => {
  const one = { domains: { a: { above: 0 } }, evaluate: ({ a = 0 }) => ({ y: a }) };
  const two = { domains: { a: { above: 0 }, b: {} }, evaluate: ({ a = 0, b = 0 }) => ({ y: a * b }) };
  it("shares inputs and keeps outcomes apart", () => {
    const both = combineEvaluators({ one, two });
    expect(both.domains).toEqual({ a: { above: 0 }, b: {} });
    expect(both.evaluate({ a: 2, b: 5 })).toEqual({ "one.y": 2, "two.y": 10 });
  });
  it("names the keys of a domain where none is needed", () => {
    const wrong = { one: { domains: { a: [0, 1] }, evaluate: one.evaluate } };
    expect(() => combineEvaluators(wrong as never)).toThrow(
      "Pass an object with the keys above, from, below, to.",
    );
  });
  it.each([
    ["empty", "evaluators", {}],
    ["empty", "evaluators", null],
    ["wrong-type", "one", { one: 5 }],
    ["unknown-key", "one.domains.a.min", { one: { domains: { a: { min: 0 } }, evaluate: one.evaluate } }],
    ["mismatched-model", "two.domains.a", { one, two: { ...two, domains: { a: { from: 0 }, b: {} } } }],
  ])("%s at %s", (code, path, evaluators) => {
    expect(errorOf(() => combineEvaluators(evaluators as never))).toEqual({
      name: "TariffError",
      code,
      path,
    });
  });
});
