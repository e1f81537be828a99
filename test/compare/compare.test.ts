import * as fc from "fast-check";
import {
  accounting,
  attribute,
  bind,
  compareScenarios,
  createMoney,
  januaryScenarios,
  type Measurement,
  parseScenario,
  partialEquilibrium,
  rankRows,
  type Scenario,
  type Step,
  seek,
  sweep,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";
import { add, raise, scale, scenarioOf, smallBaseline } from "../support/steps.js";

const evaluate = { on: "any-date", statuses: "any-status" } as const;
const china = scenarioOf("china", add("c", { exporters: ["CHN"] }));
const mexico = scenarioOf("mexico", add("m", { exporters: ["MEX"], rate: "25%" }));
const model = accounting;
const duties: Measurement = { dimension: "all", key: "all", indicator: "additionalDuties" };
const effective: Measurement = { dimension: "all", key: "all", indicator: "effectiveRate" };
const usd = (amount: string) => createMoney({ amount: amount as "1", currency: "USD", priceYear: 2024 });
const compare = (changes: object = {}) =>
  compareScenarios({
    baseline: smallBaseline,
    scenarios: [china, mexico],
    model,
    assumptions: undefined,
    against: "baseline",
    by: ["all", "exporter"],
    ...changes,
  });
const open = parseScenario({
  id: "o",
  title: "o",
  evaluate,
  parameters: { r: { kind: "rate", title: "r" } },
  steps: [add("a", { rate: { parameter: "r" } })],
}) as Scenario<"r">;

describe("compareScenarios", () => {
  const find = (comparison: ReturnType<typeof compare>, scenario: string, key: string, indicator: string) => {
    const row = comparison.rows.find(
      (one) => one.scenario === scenario && one.key === key && one.indicator === indicator,
    );
    return [row?.level, row?.difference, row?.percent];
  };

  it("gives level, difference and percent, with their units, against the baseline", () => {
    const comparison = compare();
    expect(find(comparison, "china", "all", "duties")).toEqual([usd("90"), usd("40"), "80 percent"]);
    expect(find(comparison, "china", "all", "effectiveRate")).toEqual(["9%", "4pp", "80 percent"]);
    expect(find(comparison, "mexico", "MEX", "duties")).toEqual([usd("110"), usd("100"), "1000 percent"]);
    expect(find(comparison, "mexico", "MEX", "additionalDuties")).toEqual([usd("100"), usd("100"), null]);
    expect(find(comparison, "mexico", "ROW", "effectiveRate")).toEqual(["0%", "0pp", null]);
    expect(comparison.rows).toHaveLength(2 * 4 * (1 + 3));
    expect(comparison.outcomes.map((outcome) => outcome.scenario)).toEqual(["china", "mexico"]);
  });

  it("against another scenario", () => {
    const comparison = compare({ against: "mexico" });
    expect(find(comparison, "china", "all", "duties")).toEqual([usd("90"), usd("-60"), "-40 percent"]);
    expect(find(comparison, "mexico", "all", "duties")).toEqual([usd("150"), usd("0"), "0 percent"]);
    expect(find(comparison, "china", "CHN", "effectiveRate")).toEqual(["20%", "10pp", "100 percent"]);
  });

  it("takes percent of the size of a negative reference: from -30 to 150 is up by 600 percent", () => {
    const subsidy = scenarioOf("subsidy", add("s", { exporters: ["CHN"], rate: "-20%" }));
    const comparison = compare({ scenarios: [subsidy, mexico], against: "subsidy" });
    expect(find(comparison, "mexico", "all", "duties")).toEqual([usd("150"), usd("180"), "600 percent"]);
  });

  it("does not change with the order of the scenarios but for the order of rows", () => {
    const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(sorted(compare({ scenarios: [mexico, china] }).rows)).toEqual(sorted(compare().rows));
  });

  it("refuses what cannot be compared", () => {
    expectRefusal(() => compare({ scenarios: [] }), "empty", "scenarios");
    expectRefusal(() => compare({ scenarios: china }), "wrong-type", "scenarios");
    expectRefusal(() => compare({ by: [] }), "empty", "by");
    expectRefusal(() => compare({ by: ["all", "continent"] }), "out-of-range", "by[1]");
    expectRefusal(() => compare({ by: ["all", ["chapter", "chapter"]] }), "out-of-range", "by[1]");
    expectRefusal(() => compare({ by: [["exporter", "chapter", "importer"]] }), "out-of-range", "by[0]");
    expectRefusal(() => compare({ scenarios: [china, china] }), "duplicate-id", "scenarios[1].id");
    expectRefusal(() => compare({ against: "nobody" }), "unknown-parameter", "against");
    expectRefusal(
      () => compare({ scenarios: [china, januaryScenarios.europeanUnion] }),
      "open-parameters",
      "scenarios[1]",
    );
    expectRefusal(() => compare({ scenarios: [china, { ...mexico }] }), "not-defined", "scenarios[1]");
    expectRefusal(() => compare({ model: "accounting" }), "wrong-type", "model");
  });
});

describe("rankRows", () => {
  const rank = (changes: object = {}) =>
    rankRows({
      comparison: compare(),
      indicator: "duties",
      dimension: "exporter",
      by: "difference",
      order: "largest-first",
      ...changes,
    });

  it("orders, and equal numbers share a place", () => {
    const places = rank().map((row) => [row.rank, row.scenario, row.key]);
    expect(places).toEqual([
      [1, "mexico", "MEX"],
      [2, "china", "CHN"],
      [3, "china", "MEX"],
      [3, "china", "ROW"],
      [3, "mexico", "CHN"],
      [3, "mexico", "ROW"],
    ]);
    expect(rank({ order: "smallest-first" }).map((row) => row.rank)).toEqual([1, 1, 1, 1, 5, 6]);
  });

  it("puts rows without a percent change last, both ways", () => {
    for (const order of ["largest-first", "smallest-first"]) {
      const ranked = rank({ by: "percent", order });
      expect(ranked.slice(-2).map((row) => [row.key, row.percent, row.rank])).toEqual([
        ["ROW", null, 5],
        ["ROW", null, 5],
      ]);
    }
  });

  it("refuses rows that are not there", () => {
    expectRefusal(() => rank({ indicator: "welfare" }), "unknown-flow", "indicator");
    expectRefusal(() => rank({ dimension: "chapter" }), "unknown-flow", "indicator");
    expectRefusal(() => rank({ by: "size" }), "wrong-type", "by");
    expectRefusal(() => rank({ comparison: { rows: 5 } }), "wrong-type", "comparison.outcomes");
    expectRefusal(() => rank({ comparison: null }), "wrong-type", "comparison");
  });
});

describe("sweep", () => {
  const over = (values: readonly unknown[], changes: object = {}) =>
    sweep({
      baseline: smallBaseline,
      scenario: open,
      parameter: "r",
      values: values as readonly "1%"[],
      model,
      assumptions: undefined,
      ...changes,
    });

  it("gives one point a value, in the order given, equal to bind", () => {
    const points = over(["10%", "0%", "2.5%"]);
    expect(points.map((point) => [point.value, point.outcome.total.additionalDuties.amount])).toEqual([
      ["10%", "100"],
      ["0%", "0"],
      ["2.5%", "25"],
    ]);
    expect(points[0]?.outcome).toEqual(
      accounting({ baseline: smallBaseline, scenario: bind(open, { r: "10%" }) }),
    );
  });

  it("refuses values and parameters where they stand", () => {
    expectRefusal(() => over([]), "empty", "values");
    expectRefusal(() => over(Array(10_001).fill("1%")), "too-long", "values");
    expectRefusal(() => over(["1%", "25"]), "not-a-rate", "values[1]");
    expectRefusal(() => over(["1%"], { parameter: "x" }), "unknown-parameter", "parameter");
    expectRefusal(() => over(["1%"], { scenario: china }), "unknown-parameter", "parameter");
    const two = parseScenario({
      ...structuredClone(open),
      parameters: { r: { kind: "rate", title: "r" }, q: { kind: "rate", title: "q" } },
      steps: [...open.steps, add("b", { rate: { parameter: "q" } })],
    });
    expectRefusal(() => over(["1%"], { scenario: two }), "open-parameters", "scenario");
  });
});

describe("seek", () => {
  const find = (changes: object = {}) =>
    seek({
      baseline: smallBaseline,
      scenario: open,
      parameter: "r",
      model,
      assumptions: undefined,
      measurement: duties,
      target: usd("123"),
      bracket: ["0%", "100%"],
      tolerance: "0.0001",
      ...changes,
    });

  it("finds the rate of a straight line, a rate, and a rate under a floor", () => {
    expect(Number(find().value.slice(0, -1))).toBeCloseTo(12.3, 6);
    expect(Number(find({ measurement: effective, target: "10%" }).value.slice(0, -1))).toBeCloseTo(5, 5);
    const floor = parseScenario({
      id: "f",
      title: "f",
      evaluate,
      parameters: { r: { kind: "rate", title: "r" } },
      steps: [raise("f", { of: ["baseline", "floor"], rate: { parameter: "r" } })],
    });
    // Above 13.33 % all flows pay the floor: 150 of duties are reached at 15 %.
    const found = find({
      scenario: floor,
      measurement: { ...duties, indicator: "duties" },
      target: usd("150"),
    });
    expect(Number(found.value.slice(0, -1))).toBeCloseTo(15, 4);
    expect(found.evaluations).toBeLessThan(60);
  });

  it("finds a share", () => {
    const shared = parseScenario({
      id: "s",
      title: "s",
      evaluate,
      parameters: { s: { kind: "share", title: "s" } },
      steps: [scale("s", { of: ["baseline"], share: { parameter: "s" } })],
    });
    const found = find({
      scenario: shared,
      parameter: "s",
      measurement: { ...duties, indicator: "duties" },
      target: usd("20"),
      bracket: ["0", "1"],
    });
    expect(Number(found.value)).toBeCloseTo(0.4, 5);
  });

  it("gives both rates that raise the same revenue, and names the peak above which there is none", () => {
    const reacting = ({ scenario }: { scenario: Parameters<typeof partialEquilibrium>[0]["scenario"] }) =>
      partialEquilibrium({
        baseline: smallBaseline,
        scenario,
        assumptions: {
          substitutionElasticity: 4,
          importDemandElasticity: -3,
          exportSupplyElasticity: "infinite",
        },
      });
    const revenue = { model: reacting, bracket: ["0%", "300%"], tolerance: "0.001" };
    const found = find({ ...revenue, target: usd("60") });
    expect(found.solutions).toHaveLength(2);
    const [low, high] = found.solutions.map(({ value }) => Number(value.slice(0, -1))) as [number, number];
    expect(low).toBeLessThan(high);
    for (const { reached } of found.solutions) {
      expect(Number((reached as { amount: string }).amount)).toBeCloseTo(60, 2);
    }
    expect(() => find({ ...revenue, target: usd("900") })).toThrow(/nearest with .* at /);
  });

  it("takes an end of the bracket that is the answer", () => {
    expect(find({ target: usd("0") }).value).toBe("0%");
    expect(find({ target: usd("1000") }).value).toBe("100%");
  });

  it("refuses a target out of reach, of another unit, or that is no quantity", () => {
    expectRefusal(() => find({ target: usd("1001") }), "target-not-reached", "target");
    expectRefusal(() => find({ target: "10%" }), "mismatched-model", "target");
    expectRefusal(() => find({ target: { ...usd("1"), currency: "GBP" } }), "mismatched-model", "target");
    expectRefusal(() => find({ target: { ...usd("1"), priceYear: 2023 } }), "mismatched-model", "target");
    expectRefusal(() => find({ target: null }), "wrong-type", "target");
    expectRefusal(() => find({ target: { ...usd("1"), amount: "NaN" } }), "not-a-decimal", "target.amount");
    expectRefusal(() => find({ bracket: ["100%", "0%"] }), "out-of-range", "bracket");
    expectRefusal(() => find({ bracket: ["0%", "25"] }), "not-a-rate", "bracket[1]");
    expectRefusal(() => find({ tolerance: "0" }), "out-of-range", "tolerance");
    expectRefusal(() => find({ parameter: "x" }), "unknown-parameter", "parameter");
    expectRefusal(
      () => find({ measurement: { ...duties, indicator: "welfare" } }),
      "unknown-flow",
      "measurement",
    );
  });
});

describe("attribute", () => {
  const split = (measurement: Measurement, ...steps: Step[]) =>
    attribute({
      baseline: smallBaseline,
      scenario: scenarioOf("s", ...steps),
      model,
      assumptions: undefined,
      measurement,
    });
  const contributions = (result: ReturnType<typeof split>) =>
    result.parts.map((part) => [
      part.measure,
      typeof part.contribution === "string" ? part.contribution : part.contribution.amount,
    ]);

  it("gives measures that do not meet what each adds alone", () => {
    const result = split(
      duties,
      add("m", { exporters: ["MEX"] }),
      add("c", { exporters: ["CHN"], rate: "25%" }),
    );
    expect(result.total).toEqual(usd("140"));
    expect(contributions(result)).toEqual([
      ["c", "100"],
      ["m", "40"],
    ]);
    expect(contributions(split(effective, add("m", { exporters: ["MEX"] })))).toEqual([["m", "4pp"]]);
  });

  it("gives what two measures do only together half to each", () => {
    // 10 % on all: 100. Halved afterwards: -50. The scale alone does nothing.
    const result = split(duties, add("a"), scale("h", { of: ["surcharge"] }));
    expect(result.total).toEqual(usd("50"));
    expect(contributions(result)).toEqual([
      ["a", "75"],
      ["h", "-25"],
    ]);
  });

  it("counts steps of one measure as one", () => {
    const result = split(
      duties,
      add("x", { measure: "m" }),
      add("y", { measure: "m", rate: "1%" }),
      add("z"),
    );
    expect(contributions(result)).toEqual([
      ["m", "110"],
      ["z", "100"],
    ]);
  });

  it("adds up exactly, for a rate with endless digits too, whatever the order of steps that commute", () => {
    const third = (id: string, rate: number, when: boolean) =>
      add(id, {
        rate: `${rate}%`,
        exporters: ["CHN"],
        products: ["87"],
        ...(when ? { when: { authority: "baseline", above: "1%" } as const } : {}),
      });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.boolean()), { minLength: 1, maxLength: 4 }),
        (list) => {
          const steps = [
            ...list.map(([rate, when], index) => third(`s${index}`, rate, when)),
            raise("z", { of: ["surcharge", "floor"], rate: "33%" }),
          ];
          const measurement = { dimension: "section", key: "XVII", indicator: "effectiveRate" } as const;
          const result = split(measurement, ...steps);
          const digits = (text: string) =>
            BigInt(
              text
                .replace("pp", "")
                .padEnd(1)
                .replace(
                  /^(-?\d+)(?:\.(\d*))?$/,
                  (_, whole, fraction = "") => whole + fraction.padEnd(30, "0"),
                ),
            );
          const sum = result.parts.reduce((left, part) => left + digits(part.contribution as string), 0n);
          expect(sum).toBe(digits(result.total as string));
          const other = split(measurement, ...steps.slice(0, -1).reverse(), steps.at(-1) as Step);
          expect(other).toEqual(result);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("adds up on the January scenarios, to the cent", () => {
    const scenario = bind(januaryScenarios.chinaMexicoCanadaEu, { euRate: "25%" });
    const { parts, total } = attribute({
      baseline: usImports2024,
      scenario,
      model,
      assumptions: undefined,
      measurement: duties,
    });
    const sum = parts.reduce(
      (left, part) => left + Number((part.contribution as { amount: string }).amount) * 100,
      0,
    );
    expect([sum / 100, (total as { amount: string }).amount]).toEqual([421093998000, "421093998000"]);
    expect(parts).toHaveLength(4);
  });

  it("refuses more than ten measures", () => {
    const eleven = Array.from({ length: 11 }, (_, index) => add(`s${index}`));
    expectRefusal(() => split(duties, ...eleven), "too-many-measures", "scenario.steps");
    expect(split(duties).parts).toEqual([]);
  });
});
