import {
  type AddStep,
  accounting,
  compareScenarios,
  maximise,
  type Outcome,
  parseScenario,
  rankRows,
  seek,
  solveFor,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { expectRefusal, refusal } from "../support/refusal.js";
import { add, scenarioOf, smallBaseline } from "../support/steps.js";

/** A function that counts how often it is asked. */
function counted(f: (x: number) => number) {
  const asked: number[] = [];
  return {
    asked,
    evaluate: (x: number) => {
      asked.push(x);
      return f(x);
    },
  };
}

describe("solveFor", () => {
  it("finds both sides of a peak that lies between the points of its scan", () => {
    const { evaluate, asked } = counted((x) => 0.1 - Math.abs(x - 10.5));
    const found = solveFor({ evaluate, target: 0, bracket: [0, 32], tolerance: 1e-9 });
    expect(found.solutions.map(({ value }) => value.toFixed(6))).toEqual(["10.400000", "10.600000"]);
    expect(found.evaluations).toBe(asked.length);
  });

  it("takes what is as far off as the tolerance, and nothing farther", () => {
    const ask = (tolerance: number) =>
      solveFor({ evaluate: (x) => (x < 0.5 ? 0 : 1), target: 0.5, bracket: [0, 1], tolerance });
    expect(ask(0.5)).toMatchObject({ value: 0, reached: 0 });
    expectRefusal(() => ask(0.499), "target-not-reached", "target");
  });

  it("says how near a function comes from above, and from below", () => {
    const message = (f: (x: number) => number, target: number) =>
      refusal(() => solveFor({ evaluate: f, target, bracket: [0, 2], tolerance: 1e-9 })).message;
    expect(message((x) => 4 + (x - 1) ** 2, 3)).toMatch(
      /goes from 5\.00000 to 5\.00000, and is nearest with 4\.00000 at 1\.00000/,
    );
    expect(message((x) => 2 - (x - 1) ** 2, 3)).toMatch(
      /goes from 1\.00000 to 1\.00000, and is nearest with 2\.00000 at 1\.00000/,
    );
    // A jump over the target: the ends lie on both sides, and no peak is spoken of.
    expect(message((x) => (x < 1 ? 0 : 1), 0.5)).not.toContain("nearest");
  });

  it("takes the peak itself where it touches the target, once", () => {
    const found = solveFor({
      evaluate: (x) => 2 - (x - 1) ** 2,
      target: 2,
      bracket: [0, 3],
      tolerance: 1e-9,
    });
    expect(found.solutions).toHaveLength(1);
    expect(found.value).toBeCloseTo(1, 4);
    expect(found.reached).toBeCloseTo(2, 9);
  });
});

describe("maximise", () => {
  it("counts how often it asked, and asks at both ends as they were given", () => {
    const { evaluate, asked } = counted((x) => x);
    const found = maximise({ evaluate, bracket: [0.1, 0.7], tolerance: 1e-3 });
    expect(found).toMatchObject({ value: 0.7, maximum: 0.7, atEnd: true, evaluations: asked.length });
    expect([Math.min(...asked), Math.max(...asked)]).toEqual([0.1, 0.7]);
  });

  it("gives the lowest of equal values", () => {
    expect(maximise({ evaluate: () => 3, bracket: [2, 5], tolerance: 1e-3 })).toMatchObject({
      value: 2,
      maximum: 3,
      atEnd: true,
    });
  });
});

const revenue = { dimension: "all", key: "all", indicator: "additionalDuties" } as const;
const usd = (amount: string) => ({ amount, currency: "USD", priceYear: 2024 }) as const;
const open = parseScenario({
  id: "o",
  title: "o",
  evaluate: { on: "any-date", statuses: "any-status" },
  parameters: { r: { kind: "rate", title: "r" } },
  steps: [add("a", { rate: { parameter: "r" } })],
});
/** The revenue of a model that is given as a function of the rate in percent. */
const modelOf = (f: (percent: number) => number) => {
  let asked = 0;
  const model = ({ scenario }: { scenario: typeof open }): Outcome => {
    asked += 1;
    const rate = (scenario.steps[0] as AddStep).rate as string;
    const after = { ...usd(f(Number(rate.slice(0, -1))).toFixed(12)) };
    const row = { dimension: "all", key: "all", name: "all", scope: "s", indicator: "additionalDuties" };
    const rows = [{ ...row, before: usd("0"), after }];
    return { model: "made up", scenario: "o", title: "o", rows } as never;
  };
  return { model, asked: () => asked };
};
const search = (f: (percent: number) => number, changes: object = {}) => {
  const { model, asked } = modelOf(f);
  const found = seek({
    baseline: smallBaseline,
    scenario: open,
    parameter: "r",
    model: model as never,
    measurement: revenue,
    target: usd("3"),
    bracket: ["0%", "32%"],
    tolerance: "0.000001",
    ...changes,
  } as never);
  return { ...found, asked: asked() };
};

describe("seek", () => {
  it("counts how often the model was asked, and gives what the value reaches", () => {
    const line = search((x) => x / 4);
    expect(line).toMatchObject({ value: "12%", reached: usd("3.000000000000") });
    expect(line.solutions).toEqual([{ value: line.value, reached: line.reached }]);
    expect(line.evaluations).toBe(line.asked);
    const hump = search((x) => 3.1 - Math.abs(x - 10.5));
    expect(hump.solutions.map(({ value }) => Number(value.slice(0, -1)).toFixed(4))).toEqual([
      "10.4000",
      "10.6000",
    ]);
    expect(hump.evaluations).toBe(hump.asked);
  });

  it("takes the peak itself where it touches the target", () => {
    const { solutions, value } = search((x) => 3 - (x - 10) ** 2 / 1e3);
    expect(solutions).toHaveLength(1);
    expect(Number(value.slice(0, -1))).toBeCloseTo(10, 1);
  });

  it("tells a target that is jumped over from one that is out of reach", () => {
    expectRefusal(() => search((x) => (x < 10 ? 0 : 5)), "unreachable-tolerance", "tolerance");
    const message = (f: (x: number) => number) =>
      expectRefusal(() => search(f), "target-not-reached", "target").message;
    expect(message((x) => 2 - (x - 16) ** 2 / 256)).toMatch(
      /between 0% and 32%: the outcome goes from 1\.00* to 1\.00*, and is nearest with 2\.00* at 16/,
    );
    expect(message((x) => 4 + (x - 16) ** 2 / 256)).toMatch(
      /goes from 5\.0* to 5\.0*, and is nearest with 4\.0/,
    );
    // Two jumps within the bracket: the sign changes, and no value is near enough.
    expectRefusal(() => search((x) => (x > 10.2 && x < 13.7 ? 5 : 0)), "unreachable-tolerance", "tolerance");
  });

  it("refuses what is no bracket, and names the end that is no rate", () => {
    const bracket = (value: unknown) => () => search((x) => x, { bracket: value });
    for (const value of [5, "0%", ["0%"], ["0%", "1%", "2%"], ["1%", "1%"], { length: 2 }]) {
      expectRefusal(bracket(value), "out-of-range", "bracket");
    }
    expectRefusal(bracket(["zero", "1%"]), "not-a-rate", "bracket[0]");
    expectRefusal(() => search((x) => x, { tolerance: "-1" }), "out-of-range", "tolerance");
    expectRefusal(() => search((x) => x, { tolerance: "x" }), "not-a-decimal", "tolerance");
  });
});

describe("rankRows", () => {
  const comparison = compareScenarios({
    scenarios: ["a", "b", "c"].map((id) => scenarioOf(id, add("s"))),
    models: [(scenario) => accounting({ baseline: smallBaseline, scenario })],
    against: "baseline",
    by: ["exporter"],
  });
  const ask = { comparison, indicator: "duties", dimension: "exporter" } as const;

  it("gives a row its number, its difference and its place, and rows without a number the last place", () => {
    const ranked = rankRows({ ...ask, by: "level", order: "largest-first" });
    expect(ranked.map(({ rank, key, level }) => [rank, key, (level as { amount: string }).amount])).toEqual([
      ...Array(3).fill([1, "CHN", "80"]),
      ...Array(3).fill([4, "MEX", "50"]),
      ...Array(3).fill([7, "ROW", "20"]),
    ]);
    const percent = rankRows({ ...ask, by: "percent", order: "smallest-first" });
    expect(percent.map(({ rank, percent: own }) => [rank, own])).toEqual([
      ...Array(3).fill([1, "100 percent"]),
      ...Array(3).fill([4, "400 percent"]),
      ...Array(3).fill([7, null]),
    ]);
    const rows = comparison.rows.map((row) => ({ ...row, difference: null }));
    const without = rankRows({
      ...ask,
      comparison: { ...comparison, rows },
      by: "level",
      order: "largest-first",
    });
    expect(without[0]?.difference).toBeNull();
    expect(ranked[0]?.difference).toEqual(usd("40"));
    // Nine firsts are no ranking.
    const none = {
      ...ask,
      comparison: { ...comparison, rows },
      by: "difference",
      order: "largest-first",
    } as const;
    expectRefusal(() => rankRows(none), "not-defined", "by");
  });
});
