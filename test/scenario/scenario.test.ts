import {
  accounting,
  appliedRate,
  bind,
  combineScenarios,
  definePolicy,
  defineScenario,
  januaryScenarios,
  overlayScenario,
  parsePolicy,
  parseScenario,
  renameScenario,
  requireClosed,
  type Scenario,
  type Step,
  scenarioDifference,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { freeze } from "../support/freeze.js";
import { expectRefusal } from "../support/refusal.js";
import { add, query, scale, scenarioOf, smallBaseline } from "../support/steps.js";

const evaluate = { on: "any-date", statuses: "any-status" } as const;
const openWith = (id: string, parameter: string, ...steps: Step[]): Scenario<string> =>
  parseScenario({
    id,
    title: id,
    evaluate,
    parameters: { [parameter]: { kind: "rate", title: parameter } },
    steps: [add(`${id}-step`, { rate: { parameter } }), ...steps],
  });
const ids = (scenario: Scenario<string>) => scenario.steps.map((step) => step.id);
const back = (scenario: Scenario<string>) => parseScenario(JSON.parse(JSON.stringify(scenario)));

describe("the door of a scenario", () => {
  const input = (changes: object = {}) =>
    freeze({ id: "s", title: "t", evaluate, steps: [add("a")], ...changes });

  it("is a policy and when it is looked at", () => {
    const scenario = parseScenario(input({ evaluate: { on: "2025-02-01", statuses: ["signed"] } }));
    expect(scenario.evaluate).toEqual({ on: "2025-02-01", statuses: ["signed"] });
    expect(Object.isFrozen(scenario.evaluate)).toBe(true);
    expect(back(scenario)).toEqual(scenario);
  });

  it.each([
    [{ evaluate: undefined }, "missing-key", "evaluate"],
    [{ evaluate: { on: "any-date" } }, "missing-key", "evaluate.statuses"],
    [{ evaluate: { on: "2025-02-30", statuses: "any-status" } }, "not-a-date", "evaluate.on"],
    [{ evaluate: { on: "any-date", statuses: ["done"] } }, "wrong-type", "evaluate.statuses"],
    [{ evaluate: { ...evaluate, bogus: 1 } }, "unknown-key", "evaluate.bogus"],
    [{ id: "a b" }, "out-of-range", "id"],
    [{ id: undefined }, "missing-key", "id"],
    [{ steps: {} }, "wrong-type", "steps"],
    [{ steps: Array(10_000).fill(add("a")) }, "too-many-steps", "steps"],
  ] as const)("refuses %j", (changes, code, path) => {
    expectRefusal(() => parseScenario(input(changes)), code, path);
  });
});

describe("bind", () => {
  const open = openWith("o", "rate", add("fixed", { rate: "1%" }));

  it("puts the value into the steps and under bound, and leaves the scenario alone", () => {
    const closed = bind(open, { rate: "10.0%" });
    expect(closed.steps.map((step) => (step as { rate: unknown }).rate)).toEqual(["10%", "1%"]);
    expect([closed.bound, closed.openParameters, open.openParameters]).toEqual([
      { rate: "10%" },
      [],
      ["rate"],
    ]);
    expect(back(closed)).toEqual(closed);
    expect(Object.isFrozen(closed.steps[0])).toBe(true);
  });

  it("reaches the assumptions of a result", () => {
    const { assumptions } = accounting({
      baseline: smallBaseline,
      scenario: requireClosed(bind(open, { rate: "10%" })),
    });
    expect(assumptions).toEqual([
      { name: "rate", value: "10%", source: "chosen by the user: the source leaves it open" },
    ]);
  });

  it("refuses what is not open", () => {
    expectRefusal(() => bind(open, { other: "10%" }), "unknown-parameter", "values.other");
    expectRefusal(() => bind(open, { rate: "25" }), "not-a-rate", "values.rate");
    expectRefusal(() => bind(open, { rate: undefined } as never), "wrong-type", "values.rate");
    expectRefusal(() => bind(open, new Map([["rate", "10%"]]) as never), "wrong-type", "values");
    expectRefusal(() => bind(bind(open, { rate: "1%" }), { rate: "2%" }), "unknown-parameter", "values.rate");
    expectRefusal(() => bind({ ...open } as never, { rate: "1%" } as never), "not-defined", "scenario");
  });

  it("in steps of one, in any order, comes to the same", () => {
    const two = combineScenarios({
      id: "two",
      title: "two",
      scenarios: [openWith("x", "p"), openWith("y", "q")],
    });
    const [pq, qp] = [bind(bind(two, { p: "1%" }), { q: "2%" }), bind(bind(two, { q: "2%" }), { p: "1%" })];
    expect(qp).toEqual(pq);
    expect(bind(two, { p: "1%", q: "2%" })).toEqual(pq);
  });
});

describe("combine", () => {
  const both = (...scenarios: Scenario<string>[]) =>
    combineScenarios({ id: "both", title: "both", scenarios });

  it("puts the steps one after the other", () => {
    expect(ids(both(scenarioOf("a", add("x"), add("y")), scenarioOf("b", add("z"))))).toEqual([
      "x",
      "y",
      "z",
    ]);
  });

  it("then bind is bind, then combine", () => {
    const [a, b] = [openWith("a", "p"), scenarioOf("b", add("z"))];
    expect(bind(both(a, b), { p: "5%" })).toEqual(both(bind(a, { p: "5%" }), b));
  });

  it("refuses the same step twice, another date, and a parameter with two meanings", () => {
    const a = openWith("a", "p");
    expectRefusal(
      () => both(scenarioOf("a", add("x")), scenarioOf("b", add("x"))),
      "duplicate-id",
      "steps[1].id",
    );
    const dated = parseScenario({
      id: "d",
      title: "d",
      evaluate: { on: "2025-02-01", statuses: "any-status" },
      steps: [],
    });
    expectRefusal(() => both(scenarioOf("a"), dated), "mismatched-model", "scenarios[1].evaluate");
    const other = parseScenario({
      id: "o",
      title: "o",
      evaluate,
      parameters: { p: { kind: "share", title: "p" } },
      steps: [scale("h", { share: { parameter: "p" } })],
    });
    expectRefusal(() => both(a, other), "duplicate-id", "parameters.p");
    expectRefusal(
      () => both(bind(a, { p: "1%" }), bind(openWith("b", "p"), { p: "2%" })),
      "duplicate-id",
      "bound.p",
    );
    expectRefusal(() => both(bind(a, { p: "1%" }), openWith("b", "p")), "duplicate-id", "bound.p");
    expectRefusal(() => both(), "empty", "scenarios");
    expectRefusal(
      () => combineScenarios({ id: "x", title: "x", scenarios: "both" as never }),
      "wrong-type",
      "scenarios",
    );
  });

  it("refuses a policy, which has no date", () => {
    const policy = definePolicy({ id: "p", title: "p", steps: [] }) as never;
    expectRefusal(() => both(policy), "not-defined", "scenarios[0]");
    expectRefusal(() => accounting({ baseline: smallBaseline, scenario: policy }), "not-defined", "scenario");
    expectRefusal(() => renameScenario(policy, { id: "x", title: "x" }), "not-defined", "scenario");
  });
});

describe("overlay", () => {
  const over = (base: Scenario<string>, changes: Scenario<string>) =>
    overlayScenario({ id: "over", title: "over", base, changes });

  it("puts a changed step in its place and new ones at the end", () => {
    const result = over(
      scenarioOf("a", add("x"), add("y")),
      scenarioOf("b", add("z"), add("x", { rate: "99%" })),
    );
    expect(ids(result)).toEqual(["x", "y", "z"]);
    expect((result.steps[0] as { rate: string }).rate).toBe("99%");
  });

  it("drops a parameter that no step uses any more, and keeps the others", () => {
    const result = over(openWith("a", "p"), scenarioOf("b", add("a-step", { rate: "3%" })));
    expect([result.openParameters, result.parameters]).toEqual([[], {}]);
    const kept = over(openWith("a", "p", add("y")), scenarioOf("b", add("y", { rate: "3%" })));
    expect(kept.openParameters).toEqual(["p"]);
  });

  it("survives JSON, also where the changes open an earlier step", () => {
    const base = parseScenario({
      id: "base",
      title: "b",
      evaluate,
      parameters: { p: { kind: "rate", title: "p" } },
      steps: [add("one"), add("two", { rate: { parameter: "p" } })],
    });
    const changes = parseScenario({
      id: "c",
      title: "c",
      evaluate,
      parameters: { q: { kind: "rate", title: "q" } },
      steps: [add("one", { rate: { parameter: "q" } })],
    });
    const result = over(base, changes);
    expect(result.openParameters).toEqual(["q", "p"]);
    expect(back(result)).toEqual(result);
  });

  it("over itself changes nothing", () => {
    const scenario = scenarioOf("over", add("x"), scale("s"));
    expect(scenarioDifference(over(scenario, scenario), scenario)).toEqual({
      onlyInFirst: [],
      onlyInSecond: [],
      changed: [],
      sameOrder: true,
    });
  });
});

describe("the rest of the room", () => {
  it("difference: by identifier, by content, by order", () => {
    const [a, b] = [
      scenarioOf("a", add("x"), add("y"), add("w")),
      scenarioOf("b", add("y"), add("x", { rate: "9%" }), add("z")),
    ];
    const { onlyInFirst, onlyInSecond, changed, sameOrder } = scenarioDifference(a, b);
    expect([
      onlyInFirst.map((step) => step.id),
      onlyInSecond.map((step) => step.id),
      changed.map((pair) => pair.first.id),
      sameOrder,
    ]).toEqual([["w"], ["z"], ["x"], false]);
  });

  it("rename: names only", () => {
    const { id, title, ...rest } = renameScenario(januaryScenarios.china10, { id: "n", title: "new" });
    const { id: _, title: __, ...before } = januaryScenarios.china10;
    expect([id, title, rest]).toEqual(["n", "new", before]);
    expectRefusal(
      () => renameScenario(januaryScenarios.china10, { id: "a b", title: "x" }),
      "out-of-range",
      "names.id",
    );
    expectRefusal(
      () => renameScenario(januaryScenarios.china10, { id: "x", title: "x".repeat(401) }),
      "too-long",
      "names.title",
    );
  });

  it("requireClosed: scenarios and policies, and says what to bind", () => {
    const error = expectRefusal(
      () => requireClosed(januaryScenarios.europeanUnion),
      "open-parameters",
      "scenario",
    );
    expect(error.advice).toContain("euRate");
    const policy = requireClosed(parsePolicy({ id: "p", title: "p", steps: [add("a")] }));
    expect(appliedRate(policy, query()).rate).toBe("10%");
  });

  it("a copy must go through the door again", () => {
    const copy = structuredClone(januaryScenarios.china10);
    expectRefusal(() => requireClosed(copy), "not-defined", "scenario");
    expect(defineScenario(copy)).toEqual(januaryScenarios.china10);
  });
});
