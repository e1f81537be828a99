import {
  accounting,
  type Comparison,
  type ComparisonRow,
  compareScenarios,
  comparisonTable,
  januaryScenarios,
  type Outcome,
  rankRows,
  type Scenario,
  tidyRows,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";
import { generalEquilibrium, ignatenko2025EatonKortum } from "tariff-whatif/world";
import { beforeAll, describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";
import { add, scenarioOf, smallBaseline } from "../support/steps.js";

const china = scenarioOf("china", add("c", { exporters: ["CHN"] }));
const mexico = scenarioOf("mexico", add("m", { exporters: ["MEX"], rate: "25%" }));
const small = (scenario: Scenario<never>) => accounting({ baseline: smallBaseline, scenario });
const whole = (scenario: Scenario<never>): Outcome =>
  generalEquilibrium({
    baseline: world2023,
    scenario,
    assumptions: {
      parameters: ignatenko2025EatonKortum,
      revenueUse: "lumpSumRebate",
      deficits: "fixedToWorldIncome",
      weights: "none",
    },
  });

describe("scope: imports of the United States beside trade of the whole world", () => {
  let comparison: Comparison;
  beforeAll(() => {
    comparison = compareScenarios({
      scenarios: [januaryScenarios.chinaMexicoCanada],
      models: [(scenario) => accounting({ baseline: usImports2024, scenario }), whole],
      against: "baseline",
      by: ["all", "importer", "exporter"],
    });
  });
  const scopes = (dimension: string, key: string, indicator: string) =>
    comparison.rows
      .filter((row) => row.dimension === dimension && row.key === key && row.indicator === indicator)
      .map((row) => row.scope);

  it("gives another scope another name and the same scope the same name", () => {
    expect(scopes("all", "all", "customsValue")).toEqual([
      "imports of the United States",
      "imports of 38 economies (ARE to ZAF)",
    ]);
    expect(scopes("importer", "USA", "customsValue")).toEqual([
      "imports of each importer",
      "imports of each importer",
    ]);
    expect(new Set(scopes("exporter", "CHN", "customsValue")).size).toBe(2);
    expect(new Set(scopes("importer", "USA", "effectiveRate")).size).toBe(2);
  });

  it("is never ranked across", () => {
    const rank = (indicator: string, dimension: "all" | "importer" | "exporter") =>
      rankRows({ comparison, indicator, dimension, by: "level", order: "largest-first" });
    expectRefusal(() => rank("customsValue", "all"), "mixed-scopes", "indicator");
    expectRefusal(() => rank("customsValue", "exporter"), "mixed-scopes", "indicator");
    expectRefusal(() => rank("effectiveRate", "importer"), "mixed-scopes", "indicator");
    expect(rank("welfare", "importer")).toHaveLength(38);
  });

  it("stands in the head of a column where there are several", () => {
    const table = (dimension: "all" | "exporter") =>
      comparisonTable({
        comparison,
        dimension,
        indicators: ["customsValue"],
        show: "level",
        format: { moneyIn: "billion", places: 1, rounding: "half-even" },
      });
    expect(table("all")).toEqual([
      {
        scenario: "China 10%, Mexico and Canada 25%",
        model: "accounting",
        "customsValue (imports of the United States)": "USD 3,259.5 billion",
        "customsValue (imports of 38 economies (ARE to ZAF))": "n/a",
      },
      expect.objectContaining({
        model: "world",
        "customsValue (imports of the United States)": "n/a",
      }),
    ]);
    expect(Object.keys(table("exporter")[0]!).slice(1)).toEqual([
      "china-mexico-canada (accounting, exports to the United States)",
      "china-mexico-canada (world, exports to 38 economies (ARE to ZAF))",
    ]);
    expect(new Set(tidyRows(comparison).map((row) => row.scope)).size).toBeGreaterThan(4);
  });
});

describe("a reference without the number", () => {
  const only = (key: string) => (scenario: Scenario<never>) => {
    const outcome = small(scenario);
    const rows = outcome.rows.filter((row) => scenario.id !== "china" || row.key !== key);
    return { ...outcome, model: "other", rows } as Outcome;
  };

  it("has no difference, and the baseline does not step in", () => {
    const comparison = compareScenarios({
      scenarios: [china, mexico],
      models: [only("MEX")],
      against: "china",
      by: ["exporter"],
    });
    const find = (key: string) =>
      comparison.rows.find(
        (row: ComparisonRow) => row.scenario === "mexico" && row.key === key && row.indicator === "duties",
      );
    expect(find("MEX")).toMatchObject({ difference: null, percent: null });
    expect(find("CHN")?.difference).toMatchObject({ amount: "-40" });
    const read = { indicator: "duties", dimension: "exporter", order: "largest-first" } as const;
    expect(rankRows({ comparison, ...read, by: "difference" }).at(-1)?.key).toBe("MEX");
    expect(tidyRows(comparison).find((row) => row.key === "MEX")).toMatchObject({
      difference: "",
      differenceUnit: "",
    });
    const table = comparisonTable({
      comparison,
      dimension: "exporter",
      indicators: ["duties"],
      show: "difference",
      format: { moneyIn: "unit", places: 0, rounding: "half-even" },
    });
    expect(table.find((row) => row.exporter === "Mexico")).toEqual({
      exporter: "Mexico",
      china: "n/a",
      mexico: "n/a",
    });
  });

  it.each([
    ["an empty object", {}],
    ["null", null],
    ["nothing", undefined],
    ["a number", 5],
    ["no rows", { model: "m", scenario: "s", title: "t" }],
    ["an empty row", { model: "m", scenario: "s", title: "t", rows: [{}] }],
    ["a gap among the rows", { model: "m", scenario: "s", title: "t", rows: new Array(1) }],
    ["an object without prototype", Object.create(null)],
    ["a proxy that hides its kind", new Proxy({}, { get: () => 1 })],
  ])("a model that returns %s is refused by name", (_, returned) => {
    const model = () => returned as never;
    const run = () =>
      compareScenarios({ scenarios: [china], models: [model], against: "baseline", by: ["all"] });
    expect(run).toThrowError(/\[wrong-type\]/);
  });
});

describe("breakdowns when asked for", () => {
  it("by product, and by pairs of breakdowns", () => {
    const { rows } = compareScenarios({
      baseline: smallBaseline,
      scenarios: [china],
      model: accounting,
      assumptions: undefined,
      against: "baseline",
      by: ["product", ["exporter", "chapter"], "chapter/exporter"],
    });
    const duties = (dimension: string) =>
      rows
        .filter((row) => row.dimension === dimension && row.indicator === "additionalDuties")
        .map((row) => [row.key, (row.level as { amount: string }).amount]);
    const sum = (dimension: string) => duties(dimension).reduce((all, [, value]) => all + Number(value), 0);
    expect(["product", "exporter/chapter", "chapter/exporter"].map(sum)).toEqual([40, 40, 40]);
    expect(duties("exporter/chapter")).toEqual([
      ["CHN/27", "10"],
      ["CHN/87", "30"],
      ["MEX/87", "0"],
      ["ROW/71", "0"],
    ]);
    expect(rows.find((row) => row.key === "CHN/87")?.name).toBe("China: Motor vehicles");
  });
});

describe("what the caller holds", () => {
  it("is neither frozen nor changed", () => {
    const comparison: Comparison = JSON.parse(
      JSON.stringify(
        compareScenarios({
          baseline: smallBaseline,
          scenarios: [china],
          model: accounting,
          assumptions: undefined,
          against: "baseline",
          by: ["all"],
        }),
      ),
    );
    const ranked = rankRows({
      comparison,
      indicator: "duties",
      dimension: "all",
      by: "level",
      order: "largest-first",
    });
    expect(Object.isFrozen(comparison.rows[1]?.level)).toBe(false);
    expect(Object.isFrozen(ranked[0]?.level)).toBe(true);
    const own = JSON.parse(JSON.stringify(small(china))) as Outcome;
    compareScenarios({ scenarios: [china], models: [() => own], against: "baseline", by: ["all"] });
    expect([own, own.rows, own.rows[0], own.rows[0]?.after].map(Object.isFrozen)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
