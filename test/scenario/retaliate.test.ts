import {
  assumeFreeTrade,
  bind,
  defineScenario,
  explainRate,
  januaryScenarios,
  parsePolicy,
  parseScenario,
  partialEquilibrium,
  type RetaliationRule,
  requireClosed,
  retaliate,
  type Scenario,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { world2023 } from "../../src/data/world-2023/index.js";
import { errorOf } from "../support/errorOf.js";
import { numberIn } from "../support/numberIn.js";
import { scenarioOf, stepOf } from "../support/scenarioOf.js";

const names = { id: "answered", title: "answered", aggressor: "USA" as const };
const mirror = { kind: "mirror" } as const;
const answer = (scenario: Scenario<string>, by: string[], rule: RetaliationRule = mirror) =>
  retaliate({ ...names, scenario, by: by as never, rule });
const added = (scenario: Scenario<string>, by: string[], rule: RetaliationRule = mirror) =>
  answer(scenario, by, rule).steps.slice(scenario.steps.length) as unknown as Record<string, unknown>[];
const add = (id: string, rate: unknown, given: object = {}) =>
  stepOf(id, { operator: "add", authority: "x", rate, ...given });
const again = (scenario: Scenario<string>) => parseScenario(JSON.parse(JSON.stringify(scenario)));

describe("mirror", () => {
  it("returns each step that hits, the other way round, and no other", () => {
    const scenario = januaryScenarios.chinaMexicoCanadaEnergy10;
    const before = JSON.stringify(scenario);
    const result = answer(scenario, ["CAN", "CHN"]);
    expect(result.steps.slice(0, 4)).toEqual(scenario.steps);
    expect(
      result.steps
        .slice(4)
        .map(({ id, importers, exporters, products }) => [id, importers, exporters, products]),
    ).toEqual([
      ["canada-25-answer-CAN", ["CAN"], ["USA"], "all"],
      ["canada-energy-10-answer-CAN", ["CAN"], ["USA"], ["27"]],
      ["china-10-answer-CHN", ["CHN"], ["USA"], "all"],
    ]);
    expect(JSON.stringify(scenario)).toBe(before);
    expect(again(result)).toEqual(result);
  });

  it("charges the partner's rate under an authority of its own", () => {
    const result = answer(januaryScenarios.chinaMexicoCanadaEnergy10, ["CAN"]);
    const rateOf = (importer: "CAN" | "USA", exporter: "CAN" | "USA", product: string) =>
      explainRate(
        requireClosed(result) as never,
        {
          importer,
          exporter,
          product,
          on: "any-date",
          statuses: "any-status",
          base: {},
        } as never,
      ).rate;
    expect(rateOf("CAN", "USA", "8703")).toBe("25%");
    expect(rateOf("CAN", "USA", "2709")).toBe("10%");
    expect(rateOf("USA", "CAN", "2709")).toBe("10%");
  });

  it("takes only those parts of a split that hit the partner", () => {
    const split = stepOf("split", {
      operator: "split",
      share: "0.4",
      exporters: "all",
      first: [add("mexico", "25%", { exporters: ["MEX"] }), add("all", "5%", { exporters: "all" })],
      rest: [add("canada", "10%")],
    });
    const [returned] = added(scenarioOf([split]), ["CAN"]) as unknown as { first: []; rest: [] }[];
    const ids = (steps: { id: string }[]) => steps.map(({ id }) => id);
    expect(ids(returned!.first)).toEqual(["all-answer-CAN"]);
    expect(ids(returned!.rest)).toEqual(["canada-answer-CAN"]);
    const onlyMexico = { ...split, first: [add("mexico", "25%", { exporters: ["MEX"] })], rest: [] };
    expect(errorOf(() => answer(scenarioOf([onlyMexico]), ["CAN"])).code).toBe("empty");
  });

  it("keeps an open rate open, under the same name", () => {
    const result = retaliate({
      ...names,
      scenario: januaryScenarios.europeanUnion,
      by: ["EU27"],
      rule: mirror,
    });
    expect(result.openParameters).toEqual(["euRate"]);
    const closed = bind(result, { euRate: "10%" });
    expect(closed.steps.map((step) => (step as { rate: unknown }).rate)).toEqual(["10%", "10%"]);
  });

  it("keeps what was bound, so that it reaches results", () => {
    const result = answer(bind(januaryScenarios.europeanUnion, { euRate: "10%" }), ["EU27"]);
    expect(result.bound).toEqual({ euRate: "10%" });
  });

  it("keeps the baseline's authority and renames others, also in conditions", () => {
    const scenario = scenarioOf([
      add("a", "25%"),
      stepOf("cap", {
        operator: "capTotalAt",
        authority: "x",
        of: ["baseline", "x"],
        rate: "20%",
        when: { authority: "x", above: "10%" },
      }),
    ]);
    expect(added(scenario, ["CAN"])[1]).toMatchObject({
      of: ["baseline", "retaliation-x"],
      when: { authority: "retaliation-x", above: "10%" },
    });
  });

  it("has results for both sides", () => {
    const scenario = answer(januaryScenarios.mexicoCanada25, ["CAN"]);
    const outcome = partialEquilibrium({
      baseline: assumeFreeTrade(world2023),
      scenario: requireClosed(scenario),
      assumptions: { substitutionElasticity: 3, importDemandElasticity: -1, exportSupplyElasticity: 5 },
    });
    expect(numberIn(outcome, "importer", "CAN", "additionalDuties")).toBeGreaterThan(0);
    expect(numberIn(outcome, "importer", "MEX", "additionalDuties")).toBe(0);
    expect(numberIn(outcome, "exporter", "USA", "exporterSurplusChange")).toBeLessThan(0);
  });
});

describe("proportion", () => {
  const rates = (scenario: Scenario<string>, share: `${number}`) =>
    added(scenario, ["CAN"], { kind: "proportion", share }).map(({ rate }) => rate);

  it("scales rates, those by product and in splits too, and not shares", () => {
    const scenario = scenarioOf([
      add("a", "25%"),
      add("b", { byProduct: { "27": "10%", "87": "2.5%" } }),
      stepOf("s", { operator: "scale", of: ["x"], share: "0.5" }),
      stepOf("sp", { operator: "split", share: "0.4", first: [add("in", "8%")], rest: [] }),
    ]);
    expect(rates(scenario, "0.5").slice(0, 2)).toEqual([
      "12.5%",
      { byProduct: { "27": "5%", "87": "1.25%" } },
    ]);
    const [, , scale, split] = added(scenario, ["CAN"], { kind: "proportion", share: "0.5" });
    expect(scale!.share).toBe("0.5");
    expect(split).toMatchObject({ share: "0.4", first: [{ rate: "4%" }] });
    expect(rates(scenario, "0")[0]).toBe("0%");
    expect(rates(scenario, "2")[0]).toBe("50%");
    expect(answer(scenario, ["CAN"], { kind: "proportion", share: "1" })).toEqual(answer(scenario, ["CAN"]));
  });

  it("writes rates that can be read back, whatever the share", () => {
    const share = `0.${"3".repeat(30)}` as `${number}`;
    const result = answer(scenarioOf([add("a", "2.123456789%")]), ["CAN"], { kind: "proportion", share });
    expect(again(result)).toEqual(result);
  });

  it.each([
    ["out-of-range", "rule.share", "-0.5"],
    ["not-a-decimal", "rule.share", "50%"],
    ["not-a-decimal", "rule.share", "NaN"],
    ["wrong-type", "rule.share", 0.5],
  ])("refuses %s at %s: %s", (code, path, share) => {
    const run = () =>
      answer(januaryScenarios.mexicoCanada25, ["CAN"], { kind: "proportion", share } as never);
    expect(errorOf(run)).toEqual({ name: "TariffError", code, path });
  });

  it("refuses an open rate, and a rate that would fall below -100 %", () => {
    const open = () => answer(januaryScenarios.europeanUnion, ["EU27"], { kind: "proportion", share: "1" });
    expect(errorOf(open).code).toBe("open-parameters");
    const below = () => answer(scenarioOf([add("a", "-60%")]), ["CAN"], { kind: "proportion", share: "2" });
    expect(errorOf(below).code).toBe("rate-below-minus-100");
  });
});

describe("list", () => {
  const own = requireClosed(scenarioOf([add("own", "30%", { importers: ["CAN"], exporters: ["USA"] })]));
  it("adds the steps as they are", () => {
    const scenario = januaryScenarios.mexicoCanada25;
    expect(answer(scenario, ["CAN"], { kind: "list", steps: own }).steps).toEqual([
      ...scenario.steps,
      ...own.steps,
    ]);
  });

  it("keeps what was bound on both sides", () => {
    const open = scenarioOf([add("own", { parameter: "back" }, { importers: ["CAN"], exporters: ["USA"] })], {
      back: "rate",
    });
    const steps = requireClosed(bind(open, { back: "7%" } as never));
    const result = answer(bind(januaryScenarios.europeanUnion, { euRate: "10%" }), ["EU27"], {
      kind: "list",
      steps,
    });
    expect(result.bound).toEqual({ euRate: "10%", back: "7%" });
    expect(again(result)).toEqual(result);
  });

  it.each([
    ["open-parameters", "rule.steps", januaryScenarios.europeanUnion],
    ["not-defined", "rule.steps", own.steps],
    ["not-defined", "rule.steps", parsePolicy({ id: "p", title: "p", steps: own.steps })],
    ["empty", "rule.steps", januaryScenarios.baseline],
    [
      "mismatched-model",
      "rule.steps.evaluate",
      scenarioOf([add("own", "3%")], undefined, { on: "2025-03-04", statuses: "any-status" }),
    ],
    ["duplicate-id", "steps[2].id", januaryScenarios.mexicoCanada25],
  ])("refuses %s at %s", (code, path, steps) => {
    const run = () => answer(januaryScenarios.mexicoCanada25, ["CAN"], { kind: "list", steps } as never);
    expect(errorOf(run)).toEqual({ name: "TariffError", code, path });
  });
});

describe("bad input to retaliate", () => {
  const good = { ...names, scenario: januaryScenarios.mexicoCanada25, by: ["CAN"], rule: mirror };
  it.each([
    ["wrong-type", "", null],
    ["missing-key", "rule", { ...good, rule: undefined }],
    ["unknown-key", "share", { ...good, share: "1" }],
    ["wrong-type", "id", { ...good, id: 5 }],
    ["out-of-range", "id", { ...good, id: "a b" }],
    ["wrong-type", "title", { ...good, title: "" }],
    ["not-defined", "scenario", { ...good, scenario: { ...good.scenario } }],
    [
      "not-defined",
      "scenario",
      { ...good, scenario: parsePolicy({ id: "p", title: "p", steps: good.scenario.steps }) },
    ],
    ["unknown-economy", "aggressor", { ...good, aggressor: "XXX" }],
    ["empty", "by", { ...good, by: [] }],
    ["empty", "by", { ...good, by: ["FRA"] }],
    ["empty", "by", { ...good, aggressor: "JPN" }],
    ["unknown-economy", "by[1]", { ...good, by: ["CAN", "Mexico"] }],
    ["overlapping-scope", "by[1]", { ...good, by: ["CAN", "CAN"] }],
    ["overlapping-scope", "by[1]", { ...good, by: ["EU27", "DEU"] }],
    ["overlapping-scope", "by[1]", { ...good, by: ["CAN", "USA"] }],
    ["wrong-type", "rule", { ...good, rule: null }],
    ["wrong-type", "rule", { ...good, rule: "mirror" }],
    ["wrong-type", "rule", { ...good, rule: { kind: "escalate" } }],
    ["unknown-key", "rule.share", { ...good, rule: { kind: "mirror", share: "0.5" } }],
    ["missing-key", "rule.share", { ...good, rule: { kind: "proportion" } }],
    ["missing-key", "rule.steps", { ...good, rule: { kind: "list" } }],
  ])("%s at %s", (code, path, options) => {
    expect(errorOf(() => retaliate(options as never))).toEqual({ name: "TariffError", code, path });
  });

  it("refuses names that would grow too long to be read back", () => {
    const long = "x".repeat(64);
    expect(errorOf(() => answer(scenarioOf([add(long, "5%")]), ["CAN"])).code).toBe("too-long");
    expect(errorOf(() => answer(scenarioOf([add("a", "5%", { authority: long })]), ["CAN"])).code).toBe(
      "too-long",
    );
  });
});

describe("a proportion of a step with a condition", () => {
  it("scales the threshold with the rates that it is compared with", () => {
    const scenario = defineScenario({
      id: "conditional",
      title: "ten percent where steel pays more than twenty",
      evaluate: { on: "any-date", statuses: "any-status" },
      steps: [
        {
          id: "conditional",
          title: "conditional",
          operator: "add",
          authority: "surcharge",
          rate: "10%",
          importers: ["USA"],
          exporters: ["CAN"],
          products: "all",
          dates: {},
          status: "threatened",
          when: { authority: "steel", above: "20%" },
          source: { title: "assumption" },
        },
      ],
    });
    const answered = retaliate({
      id: "half",
      title: "half",
      scenario,
      aggressor: "USA",
      by: ["CAN"],
      rule: { kind: "proportion", share: "0.5" },
    });
    expect(answered.steps[1]).toMatchObject({
      rate: "5%",
      when: { authority: "retaliation-steel", above: "10%" },
    });
    expect(answered.steps[0]).toMatchObject({ rate: "10%", when: { authority: "steel", above: "20%" } });
  });
});
