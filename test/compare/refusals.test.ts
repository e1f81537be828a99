import {
  accounting,
  attribute,
  type Comparison,
  compareScenarios,
  januaryScenarios,
  parseScenario,
  rankRows,
  seek,
  sweep,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { describe, expect, it } from "vitest";
import { expectRefusal, refusal } from "../support/refusal.js";
import { add, scenarioOf, smallBaseline } from "../support/steps.js";

const china = scenarioOf("china", add("c", { exporters: ["CHN"] }));
const mexico = scenarioOf("mexico", add("m", { exporters: ["MEX"] }));
const open = parseScenario({
  id: "o",
  title: "o",
  evaluate: { on: "any-date", statuses: "any-status" },
  parameters: { r: { kind: "rate", title: "r" } },
  steps: [add("a", { rate: { parameter: "r" } })],
});
const total = { dimension: "all", key: "all", indicator: "duties" } as const;
const data = { baseline: smallBaseline, model: accounting };
const good = {
  compareScenarios: { ...data, scenarios: [china, mexico], against: "baseline", by: ["all", "exporter"] },
  ofModels: {
    models: [(scenario: typeof china) => accounting({ baseline: smallBaseline, scenario })],
    scenarios: [china],
    against: "baseline",
    by: ["all"],
  },
  sweep: { ...data, scenario: open, parameter: "r", values: ["1%"] },
  attribute: { ...data, scenario: china, measurement: total },
  seek: {
    ...data,
    scenario: open,
    parameter: "r",
    measurement: total,
    target: { amount: "100", currency: "USD", priceYear: 2024 },
    bracket: ["0%", "100%"],
    tolerance: "0.01",
  },
};
const functions = { compareScenarios, ofModels: compareScenarios, sweep, attribute, seek };
type Name = keyof typeof functions;
const call = (name: Name, changes: object = {}) =>
  (functions[name] as (options: object) => unknown)({ ...good[name], ...changes });

describe.each(Object.keys(functions) as Name[])("%s", (name) => {
  it("answers what is asked as it should be", () => {
    // Each answers with rows, points, parts or solutions of its own.
    const answer = call(name) as { rows?: unknown[]; parts?: unknown[]; solutions?: unknown[] } | unknown[];
    const lists = Array.isArray(answer) ? answer : Object.values(answer).filter(Array.isArray).flat();
    expect(lists.length).toBeGreaterThan(0);
  });

  it("needs each of its keys, and no other", () => {
    for (const key of Object.keys(good[name])) {
      const { [key]: _, ...others } = good[name] as Record<string, unknown>;
      // Without its models the second form is the first.
      const path = key === "models" ? "baseline" : key;
      expectRefusal(
        () => (functions[name] as (options: never) => unknown)(others as never),
        "missing-key",
        path,
      );
    }
    expectRefusal(() => call(name, { bogus: 1 }), "unknown-key", "bogus");
    expectRefusal(() => (functions[name] as (options: never) => unknown)(null as never), "wrong-type", "");
    expectRefusal(() => (functions[name] as (options: never) => unknown)(5 as never), "wrong-type", "");
  });

  it("says which of its keys holds something else", () => {
    const { baseline, model, scenario, measurement } = good[name] as Record<string, unknown>;
    if (baseline) expectRefusal(() => call(name, { baseline: {} }), "not-defined", "baseline");
    if (model) expectRefusal(() => call(name, { model: {} }), "wrong-type", "model");
    if (scenario) expectRefusal(() => call(name, { scenario: {} }), "not-defined", "scenario");
    if (measurement) {
      const asked = (changes: object) => () => call(name, { measurement: { ...total, ...changes } });
      expectRefusal(() => call(name, { measurement: 5 }), "wrong-type", "measurement");
      expectRefusal(asked({ key: undefined }), "missing-key", "measurement.key");
      expectRefusal(asked({ bogus: 1 }), "unknown-key", "measurement.bogus");
      expectRefusal(asked({ dimension: "continent" }), "out-of-range", "measurement.dimension");
      expectRefusal(asked({ key: 5 }), "wrong-type", "measurement.key");
      expectRefusal(asked({ indicator: 5 }), "wrong-type", "measurement.indicator");
    }
  });
});

describe("models side by side", () => {
  it("refuses what is no list of models", () => {
    expectRefusal(() => call("ofModels", { models: [] }), "empty", "models");
    expectRefusal(() => call("ofModels", { models: 5 }), "wrong-type", "models");
    expectRefusal(() => call("ofModels", { models: [5] }), "wrong-type", "models[0]");
    expectRefusal(() => call("ofModels", { models: new Array(1) }), "wrong-type", "models[0]");
    expectRefusal(() => call("ofModels", { baseline: smallBaseline }), "unknown-key", "baseline");
  });

  it("refuses a breakdown that no model gives, and takes one that some model gives", () => {
    const own = (dimension: string) => () => ({
      model: dimension,
      scenario: "china",
      title: "made up",
      rows: [{ dimension, key: "k", name: "k", scope: "s", indicator: "duties", before: "1%", after: "2%" }],
    });
    const by = ["all", "chapter"];
    expectRefusal(() => call("ofModels", { models: [own("all"), own("all")], by }), "unknown-flow", "by[1]");
    const { rows } = call("ofModels", { models: [own("all"), own("chapter")], by }) as Comparison;
    expect(rows.map(({ model, level, difference }) => [model, level, difference])).toEqual([
      ["all", "2%", "1pp"],
      ["chapter", "2%", "1pp"],
    ]);
  });

  it("holds two million rows at most, all outcomes and breakdowns counted", () => {
    const outcome = accounting({ baseline: usImports2024, scenario: china });
    const by = [["exporter", "chapter"]];
    const rows = 4 * usImports2024.columns.importer.length;
    const most = Math.floor(2_000_000 / rows);
    const models = Array(most + 1).fill(() => outcome);
    const error = expectRefusal(() => call("ofModels", { models, by }), "too-long", "by");
    expect(error.received).toBe(String((most + 1) * rows));
  });
});

describe("what is refused is named, and cut short", () => {
  const long = "x".repeat(100);
  const comparison = call("compareScenarios") as Comparison;
  const rank = (changes: object) =>
    rankRows({
      comparison,
      indicator: "duties",
      dimension: "all",
      by: "level",
      order: "largest-first",
      ...changes,
    } as never);

  it("a number that an outcome does not have, with those that it has", () => {
    const ask = (changes: object) =>
      refusal(() => call("attribute", { measurement: { ...total, ...changes } }));
    expect(ask({ indicator: "joy" }).received).toContain("all all joy");
    expect(ask({ indicator: "joy" }).message).toContain(
      "its indicators are customsValue, duties, additionalDuties, effectiveRate.",
    );
    const missing = ask({ dimension: "exporter", key: "JPN" });
    expect(missing.received).toContain("exporter JPN duties");
    expect(missing.message).toContain("its keys are CHN, MEX, ROW.");
    expect(ask({ key: long, indicator: long }).received.length).toBeLessThanOrEqual(80);
    expect(ask({ key: long }).received).toContain(`all ${"x".repeat(40)} duties`);
    expect(ask({ key: "all", indicator: long }).received).toContain(`all ${"x".repeat(40)}`);
  });

  it("a ranking by what no row has: from zero there is no percent change", () => {
    expectRefusal(() => rank({ indicator: "additionalDuties", by: "percent" }), "not-defined", "by");
    expect(refusal(() => rank({ indicator: "dutes" })).message).toContain(
      'Did you mean "duties"? Name one of customsValue, duties, additionalDuties, effectiveRate.',
    );
  });

  it("a reference that is misspelled, with what was probably meant", () => {
    expect(refusal(() => call("compareScenarios", { against: "basline" })).message).toContain(
      'Did you mean "baseline"?',
    );
  });

  it("lists twelve keys and no more", () => {
    const keys = (count: number) => {
      const rows = [...Array(count)].map((_, at) => ({
        ...{ dimension: "all", key: `k${at}`, name: "k", scope: "s", indicator: "duties" },
        ...{ before: "1%", after: "2%" },
      }));
      const model = () => ({ model: "m", scenario: "china", title: "t", rows });
      return refusal(() => call("attribute", { model, measurement: { ...total, key: "z" } })).message;
    };
    expect(keys(12)).toMatch(/are k0, k1, [\w, ]+, k11\./);
    expect(keys(13)).toMatch(/are k0, k1, [\w, ]+, k11, …\./);
    const none = () => ({ model: "m", scenario: "china", title: "t", rows: [] });
    expect(refusal(() => call("attribute", { model: none })).message).toContain("has nothing by all");
  });

  it("rows that were not compared, and what is no ranking", () => {
    expect(expectRefusal(() => rank({ indicator: long }), "unknown-flow", "indicator").received).toBe(
      `"all ${"x".repeat(40)}"`,
    );
    expectRefusal(() => rank({ indicator: 5 }), "wrong-type", "indicator");
    expectRefusal(() => rank({ dimension: "continent" }), "out-of-range", "dimension");
    expectRefusal(() => rank({ order: "up" }), "wrong-type", "order");
    expectRefusal(() => rank({ by: undefined }), "missing-key", "by");
    expectRefusal(() => rank({ bogus: 1 }), "unknown-key", "bogus");
    expectRefusal(() => rankRows(null as never), "wrong-type", "");
  });

  it("scopes that do not belong together", () => {
    const rows = comparison.rows.map((row, at) => ({ ...row, scope: at % 8 < 4 ? "one" : "other" }));
    const mixed = { ...comparison, rows: rows.map((row) => ({ ...row, dimension: "all", indicator: long })) };
    const error = expectRefusal(
      () => rank({ comparison: mixed, indicator: long }),
      "mixed-scopes",
      "indicator",
    );
    expect(error.received).toBe(`"${"x".repeat(40)} of one; other"`);
  });

  it("more measures than ten, scenarios that are open, steps that cannot be told apart", () => {
    const ten = scenarioOf("ten", ...[...Array(10)].map((_, at) => add(`s${at}`, { rate: "1%" })));
    const answer = accounting({ baseline: smallBaseline, scenario: ten });
    const { parts } = call("attribute", { scenario: ten, model: () => answer }) as { parts: unknown[] };
    expect(parts).toHaveLength(10);
    expectRefusal(
      () => call("attribute", { scenario: januaryScenarios.europeanUnion }),
      "open-parameters",
      "scenario",
    );
    expectRefusal(() => call("sweep", { values: ["1%", "200"] }), "not-a-rate", "values[1]");
    expectRefusal(() => call("sweep", { values: 5 }), "wrong-type", "values");
  });
});

describe("a comparison that came back from JSON", () => {
  const copy = () => JSON.parse(JSON.stringify(call("compareScenarios")));
  const rank = (comparison: unknown) => () =>
    rankRows({
      comparison: comparison as Comparison,
      indicator: "duties",
      dimension: "all",
      by: "level",
      order: "largest-first",
    });
  const spoil = (list: "rows" | "outcomes", change: (entry: Record<string, unknown>) => unknown) => {
    const comparison = copy();
    comparison[list][1] = change(comparison[list][1]);
    return rank(comparison);
  };

  it("is ranked as the first", () => {
    expect(rank(copy())()).toEqual(rank(call("compareScenarios"))());
  });

  it.each(["scenario", "model", "dimension", "key", "name", "indicator", "scope"])(
    "a row says its %s",
    (key) => {
      expectRefusal(
        spoil("rows", (row) => ({ ...row, [key]: 5 })),
        "wrong-type",
        `comparison.rows[1].${key}`,
      );
    },
  );

  it.each(["scenario", "model", "title"])("an outcome says its %s", (key) => {
    const path = `comparison.outcomes[1].${key}`;
    expectRefusal(
      spoil("outcomes", (outcome) => ({ ...outcome, [key]: undefined })),
      "wrong-type",
      path,
    );
  });

  it("holds quantities, and entries without gaps", () => {
    const row = (key: string, value: unknown) => spoil("rows", (one) => ({ ...one, [key]: value }));
    expectRefusal(row("level", "5"), "not-percentage-points", "comparison.rows[1].level");
    expectRefusal(row("level", null), "wrong-type", "comparison.rows[1].level");
    expectRefusal(row("difference", "5"), "not-percentage-points", "comparison.rows[1].difference");
    expectRefusal(row("percent", "5"), "not-percentage-points", "comparison.rows[1].percent");
    expect(row("percent", null)()).toHaveLength(2);
    expectRefusal(
      spoil("rows", () => null),
      "wrong-type",
      "comparison.rows[1]",
    );
    expectRefusal(
      spoil("outcomes", () => 5),
      "wrong-type",
      "comparison.outcomes[1]",
    );
    expectRefusal(rank({ ...copy(), rows: 5 }), "wrong-type", "comparison.rows");
    expectRefusal(rank({ ...copy(), outcomes: 5 }), "wrong-type", "comparison.outcomes");
    expectRefusal(rank(5), "wrong-type", "comparison");
  });
});
