import { bind, parseScenario, partialEquilibrium, partialEvaluator } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { prepareTotals } from "../../../src/models/partial/prepareTotals.js";
import { errorOf } from "../../support/errorOf.js";
import { add, smallBaseline } from "../../support/steps.js";

const elasticities = {
  substitutionElasticity: 3,
  importDemandElasticity: -1.5,
  exportSupplyElasticity: 4,
};
/** A rate on China that is open, and one on Mexico that is not. */
const open = (name = "rate") =>
  parseScenario({
    id: "o",
    title: "o",
    evaluate: { on: "any-date", statuses: "any-status" },
    parameters: { [name]: { kind: "rate", title: name } },
    steps: [
      add("a", { rate: { parameter: name } as never, exporters: ["CHN"] }),
      add("b", { rate: "5%", exporters: ["MEX"] }),
    ],
  });
const solve = (rate: string, assumptions: object = elasticities) =>
  partialEquilibrium({
    baseline: smallBaseline,
    scenario: bind(open(), { rate } as never) as never,
    assumptions: assumptions as never,
  }).market.totals;

describe("a market as numbers in, numbers out", () => {
  it("has the totals of the model at each value, whatever was asked before", () => {
    const { evaluate } = partialEvaluator({
      baseline: smallBaseline,
      scenario: open(),
      assumptions: elasticities,
    });
    for (const percent of [10, 0, 25, 10]) {
      const { effectiveRate, ...numbers } = evaluate({ rate: percent / 100 });
      const totals = solve(`${percent}%`);
      expect(Object.keys(numbers)).toEqual(Object.keys(totals));
      for (const [name, total] of Object.entries(totals)) expect(numbers[name]).toBeCloseTo(total, 9);
      expect(effectiveRate).toBeCloseTo(totals.dutiesAfter / totals.customsValueAfter, 12);
      expect(evaluate({ rate: `${percent}%` })).toEqual({ effectiveRate, ...numbers });
    }
  });

  it("varies the elasticities that are not known, each in its domain, and the open rate", () => {
    const all = partialEvaluator({ baseline: smallBaseline, scenario: open(), assumptions: {} });
    expect(all.domains).toEqual({
      substitutionElasticity: { above: 0 },
      importDemandElasticity: { below: 0 },
      exportSupplyElasticity: { above: 0 },
      rate: { above: -1, to: 3 },
    });
    const asked = { substitutionElasticity: 5, importDemandElasticity: -0.5, exportSupplyElasticity: 2 };
    for (const given of [elasticities, asked]) {
      const numbers = all.evaluate({ ...given, rate: 0.2 });
      for (const [name, total] of Object.entries(solve("20%", given)))
        expect(numbers[name]).toBeCloseTo(total, 9);
    }
    const { substitutionElasticity: _, ...others } = elasticities;
    const one = partialEvaluator({ baseline: smallBaseline, scenario: open(), assumptions: others });
    expect(Object.keys(one.domains)).toEqual(["substitutionElasticity", "rate"]);
    expect(one.evaluate({ substitutionElasticity: 3, rate: 0.2 })).toEqual(
      all.evaluate({ ...elasticities, rate: 0.2 }),
    );
    expect(Object.isFrozen(one)).toBe(true);
  });

  it("asks for no rate where none is open", () => {
    const scenario = bind(open(), { rate: "10%" } as never);
    const closed = partialEvaluator({ baseline: smallBaseline, scenario, assumptions: elasticities });
    expect(closed.domains).toEqual({});
    expect(closed.evaluate({}).welfareChange).toBeCloseTo(solve("10%").welfareChange, 9);
    const byGood = { ...elasticities, substitutionElasticity: { 27: 2, 87: 3, 71: 4 } };
    const told = partialEvaluator({ baseline: smallBaseline, scenario, assumptions: byGood });
    expect(told.evaluate({}).welfareChange).toBeCloseTo(solve("10%", byGood).welfareChange, 9);
  });

  it("refuses by its place", () => {
    const good = { baseline: smallBaseline, scenario: open(), assumptions: elasticities };
    const door = (changes: object) => {
      const { code, path } = errorOf(() => partialEvaluator({ ...good, ...changes } as never));
      return [code, path];
    };
    expect(door({})).toEqual(["none", "none"]);
    for (const key of ["baseline", "scenario", "assumptions"])
      expect(door({ [key]: undefined })).toEqual(["missing-key", key]);
    expect(door({ bogus: 1 })).toEqual(["unknown-key", "bogus"]);
    expect(door({ baseline: {} })).toEqual(["not-defined", "baseline"]);
    expect(door({ scenario: {} })).toEqual(["not-defined", "scenario"]);
    expect(door({ assumptions: { bogus: 1 } })).toEqual(["unknown-key", "assumptions.bogus"]);
    expect(door({ scenario: open("exportSupplyElasticity") })).toEqual([
      "duplicate-id",
      "scenario.parameters",
    ]);
    expect(errorOf(() => partialEvaluator(null as never))).toMatchObject({ code: "wrong-type", path: "" });
    const { evaluate } = partialEvaluator(good);
    const asked = (inputs: unknown) => {
      const { code, path } = errorOf(() => evaluate(inputs as never));
      return [code, path];
    };
    expect(asked(null)).toEqual(["wrong-type", "inputs"]);
    expect(asked({})).toEqual(["missing-key", "inputs.rate"]);
    expect(asked({ rate: 0.1, bogus: 1 })).toEqual(["unknown-key", "inputs.bogus"]);
    expect(asked({ rate: 5 })).toEqual(["out-of-range", "inputs.rate"]);
  });
});

describe("totals that are asked for often", () => {
  const flows = {
    product: ["a", "a", "a", "b", "b"],
    origin: ["X", "Y", "Z", "X", "Y"],
    customsValue: [50, 30, 20, 10, 90],
    rateBefore: [0.02, 0.1, 0, 0, 0.05],
    rateAfter: [0.27, 0.1, 0, 0.6, 0.05],
  };
  const listed = { ...elasticities, exportSupplyElasticity: [4, 4, 4, 4, 4] };

  it("keep rates until others are passed, for rows of one supply and for those of their own", () => {
    const totals = prepareTotals({ flows, open: [3, 0] });
    const before = totals(elasticities);
    const changed = totals(elasticities, [0.1, 0.4]);
    const anew = prepareTotals({ flows: { ...flows, rateAfter: [0.4, 0.1, 0, 0.1, 0.05] } });
    const close = (one: object, other: object) => {
      for (const [name, value] of Object.entries(one))
        expect(other[name as never], name).toBeCloseTo(value as number, 10);
    };
    close(changed, anew(elasticities));
    close(totals(listed), changed);
    expect(totals(elasticities)).toEqual(changed);
    close(totals(elasticities, [0.6, 0.27]), before);
    expect(Math.abs(before.dutiesAfter - changed.dutiesAfter)).toBeGreaterThan(0.1);
  });

  it("refuse by their place", () => {
    const totals = prepareTotals({ flows, open: [3, 0] });
    const asked = (run: () => unknown) => {
      const { code, path } = errorOf(run);
      return [code, path];
    };
    expect(asked(() => totals(elasticities, [0.1]))).toEqual(["length-mismatch", "rateAfter"]);
    expect(asked(() => totals(elasticities, [0.1, -1]))).toEqual(["price-not-positive", "rateAfter[1]"]);
    expect(asked(() => totals(undefined as never))).toEqual(["wrong-type", "assumptions"]);
    expect(asked(() => prepareTotals({} as never))).toEqual(["missing-key", "flows"]);
    expect(asked(() => prepareTotals({ flows, bogus: 1 } as never))).toEqual(["unknown-key", "bogus"]);
  });
});
