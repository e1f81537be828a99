import * as tariff from "tariff-whatif";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import { passThrough } from "tariff-whatif/formulas";
import { tariffsBySector } from "tariff-whatif/sectors";
import { crossTable, sensitivity, uncertainty } from "tariff-whatif/uncertainty";
import { calibrateWorld, recalibrateWorld, type WorldParameters } from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";
import { add, scenarioOf, smallBaseline } from "../support/steps.js";
import { callOnce } from "./callOnce.js";

/** The code of what is thrown, and how long its message is; "none" where nothing is. */
async function refused(run: () => unknown): Promise<{ code: string; short: boolean }> {
  try {
    await run();
  } catch (error) {
    const { name, code, message } = error as tariff.TariffError;
    return { code: name === "TariffError" ? code : name, short: message.length < 2_000 };
  }
  return { code: "none", short: true };
}
const evaluator = (outcome: number) => ({
  domains: { rate: {} },
  evaluate: ({ rate = 0 }) => ({ gain: outcome * (rate === 0 ? -1 : 1) }),
});
const china = scenarioOf("china", add("china", { exporters: ["CHN"] }));
const comparison = () =>
  tariff.compareScenarios({
    baseline: smallBaseline,
    scenarios: [china],
    model: tariff.accounting,
    against: "baseline",
    by: ["all"],
  });

/** One test for each kind of mistake that hostile calls found, so that it has a name when it comes back. */
describe("kinds of mistakes that were found", () => {
  it("a rate above 1e18 % gives finite shares or an error", async () => {
    const options = {
      ...{ customsValue: 1e300, rateBefore: "0%", rateAfter: "99999999999999999999%" },
      ...{ borderPassThrough: 1, retailPassThrough: 1 },
    };
    expect(await callOnce(passThrough as never, [options], false)).toBeUndefined();
  });

  it("draws of 1e300 have no standard deviation in float64", async () => {
    const inputs = { rate: { kind: "choice", values: [0, 1] } } as const;
    const options = { evaluator: evaluator(1e300), inputs, draws: 50, seed: 1, quantiles: [], below: [] };
    expect((await refused(() => uncertainty(options))).code).toBe("not-finite");
  });

  it("a swing beyond float64 is no swing", async () => {
    const inputs = { rate: { low: 0, central: 0, high: 1 } };
    const run = () => sensitivity({ evaluator: evaluator(1.7e308), inputs, outcome: "gain" });
    expect((await refused(run)).code).toBe("not-finite");
  });

  it("a share of value added of 5e-324 is refused", async () => {
    const elasticities = { tradeElasticity: 4, labourSupplyElasticity: 0.5, scaleElasticity: 0 };
    const parameters: WorldParameters = {
      ...elasticities,
      tariffPassThrough: 1,
      marketingCosts: "none",
      valueAddedShare: 1,
      numeraire: "wages",
    };
    const exports = [
      [0, 40],
      [42, 0],
    ];
    const world = calibrateWorld({ economies: ["A", "B"], exports, gdp: [1000, 600], parameters });
    const run = (valueAddedShare: number) => () =>
      recalibrateWorld(world, { ...parameters, valueAddedShare });
    expect((await refused(run(0.5))).code).toBe("none");
    expect((await refused(run(5e-324))).code).toBe("out-of-range");
  });

  it("a label of a megabyte gives a message of some lines", async () => {
    const scope = "x".repeat(1_000_000);
    const given = structuredClone(comparison());
    const mixed = { ...given, rows: given.rows.map((row, at) => (at > 0 ? { ...row, scope } : row)) };
    const run = () =>
      tariff.rankRows({
        comparison: mixed as never,
        indicator: "duties",
        dimension: "all",
        by: "level",
        order: "largest-first",
      });
    expect((await refused(run)).short).toBe(true);
    const advice = `Name one of ${scope}.`;
    expect(
      new tariff.TariffError({ code: "empty", path: scope, received: scope, advice }).message.length,
    ).toBeLessThan(2_000);
  });

  it("a hundred thousand inputs are refused before they are looked up one among the others", async () => {
    const fixed = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, 1]));
    const axis = (input: string) => ({ input, values: [1] });
    const two = { domains: { a: {}, b: {} }, evaluate: () => ({ gain: 1 }) };
    const options = { evaluator: two, fixed, rows: axis("a"), columns: axis("b"), outcome: "gain" };
    expect(await callOnce(crossTable as never, [options], false)).toBeUndefined();
    expect((await refused(() => crossTable(options))).code).toBe("too-long");
  });

  it("what a model of the caller's returns is checked, and is not frozen", async () => {
    const sweep = (model: unknown) => () =>
      tariff.sweep({
        baseline: smallBaseline,
        scenario: tariff.parseScenario({
          id: "open",
          title: "an open rate",
          evaluate: { on: "any-date", statuses: "any-status" },
          parameters: { rate: { kind: "rate", title: "a rate" } },
          steps: [add("open", { rate: { parameter: "rate" } })],
        }) as never,
        parameter: "rate" as never,
        values: ["10%"],
        model: model as never,
      });
    for (const answer of [{}, null, Number.NaN, []])
      expect((await refused(sweep(() => answer))).code).toBe("wrong-type");
    const mine = { model: "mine", scenario: "open", title: "mine", rows: [] };
    sweep(() => mine)();
    expect(Object.isFrozen(mine)).toBe(false);
  });

  it("combined evaluators check what they are asked and what they are told", async () => {
    const { evaluate } = tariff.combineEvaluators({ one: evaluator(1) });
    for (const inputs of [null, "text", { rate: Symbol("x") }, { rate: Number.NaN }])
      expect((await refused(() => evaluate(inputs as never))).code).not.toBe("TypeError");
    const silent = tariff.combineEvaluators({ one: { domains: {}, evaluate: () => null as never } });
    expect((await refused(() => silent.evaluate({}))).code).toBe("wrong-type");
  });

  it("objects of the caller stay as they are when rows are ranked", async () => {
    const options = { comparison: structuredClone(comparison()), indicator: "duties", dimension: "all" };
    const asked = { ...options, by: "level", order: "largest-first" };
    expect(await callOnce(tariff.rankRows as never, [asked], false)).toBeUndefined();
    expect(Object.isFrozen(asked.comparison.rows[0]?.level)).toBe(false);
  });

  it("a share that is no number is refused before it is compared", () => {
    let list: unknown = [];
    for (let level = 0; level < 28; level++) list = [list, list];
    const figures = {
      ...worldSectors2011,
      hsShares: worldSectors2011.hsShares.map((row, at) =>
        at === 3 ? { ...row, share: list as never } : row,
      ),
    };
    const scenario = tariff.januaryScenarios.china10;
    expectRefusal(
      () => tariffsBySector({ figures, scenario, weights: "none" }),
      "out-of-range",
      "figures.hsShares[3]",
    );
  });
});
