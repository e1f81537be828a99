import { appliedRate, defineScenario, explainRate, type RateQuery, type Step } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";
import { add, policyOf, query } from "../support/steps.js";

const outcome = (step: Step, changes: Partial<RateQuery>) =>
  explainRate(policyOf(step), query(changes)).steps[0]?.outcome;

describe("what was known on a day", () => {
  it.each<readonly [what: string, dates: object, knownFrom: string, dayBefore: string]>([
    [
      "announced, whatever came first",
      { announced: "2025-03-02", signed: "2025-02-01", effective: "2025-01-01" },
      "2025-03-02",
      "2025-03-01",
    ],
    [
      "signed, where nothing says announced",
      { signed: "2025-02-01", effective: "2025-01-01" },
      "2025-02-01",
      "2025-01-31",
    ],
    ["in force, where nothing else is said", { effective: "2025-01-01" }, "2025-01-01", "2024-12-31"],
    [
      "its first spell",
      { spells: [{ from: "2025-01-01", to: "2025-01-31" }, { from: "2026-01-01" }] },
      "2025-01-01",
      "2024-12-31",
    ],
  ])("begins when it is %s", (_what, dates, knownFrom, dayBefore) => {
    const step = add("a", { dates });
    expect(outcome(step, { knownOn: knownFrom as "2025-01-01" })).toBe("applied");
    expect(outcome(step, { knownOn: dayBefore as "2025-01-01" })).toBe("not-yet-known");
    expect(outcome(step, {})).toBe("applied");
  });

  it("is everything about a step that has no dates", () => {
    expect(outcome(add("a"), { knownOn: "1990-01-01" })).toBe("applied");
    expect(outcome(add("a", { dates: { expires: "2025-01-01" } }), { knownOn: "1990-01-01" })).toBe(
      "applied",
    );
  });

  it("is asked before the day on which it applies", () => {
    const step = add("a", { dates: { announced: "2025-03-02", effective: "2025-04-01" } });
    expect(outcome(step, { on: "2025-03-15", knownOn: "2025-03-01" })).toBe("not-yet-known");
    expect(outcome(step, { on: "2025-03-15", knownOn: "2025-03-02" })).toBe("not-yet-effective");
    expect(outcome(step, { on: "2025-04-01", knownOn: "2025-03-02" })).toBe("applied");
  });
});

describe("the day on which a step applies", () => {
  const on = (dates: object, day: string) => outcome(add("a", { dates }), { on: day as "2025-01-01" });
  const summer = [{ from: "06-01", to: "08-31" }];

  it.each<readonly [dates: object, day: string, expected: string]>([
    [{ expires: "2025-01-31" }, "2025-01-01", "no-effective-date"],
    [{ seasons: summer, effective: "2025-07-01" }, "2025-06-30", "not-yet-effective"],
    [{ seasons: summer, effective: "2025-07-01" }, "2025-07-01", "applied"],
    [{ seasons: summer, effective: "2025-07-01" }, "2025-09-01", "out-of-season"],
    [{ seasons: summer, effective: "2024-07-01", expires: "2025-07-31" }, "2025-08-01", "expired"],
    [{ seasons: summer }, "1995-06-01", "applied"],
    [{ seasons: summer }, "1995-08-31", "applied"],
    [{ seasons: summer }, "1995-05-31", "out-of-season"],
    [{ seasons: [...summer, { from: "12-24", to: "01-06" }] }, "2025-12-31", "applied"],
    [{ seasons: [...summer, { from: "12-24", to: "01-06" }] }, "2025-01-07", "out-of-season"],
    [{ seasons: [{ from: "06-01", to: "06-01" }] }, "2025-06-01", "applied"],
    [{ seasons: [{ from: "06-01", to: "06-01" }] }, "2025-07-01", "out-of-season"],
    [{ spells: [{ from: "2025-02-01", to: "2025-02-28" }] }, "2025-02-01", "applied"],
    [{ spells: [{ from: "2025-02-01", to: "2025-02-28" }] }, "2025-01-31", "not-yet-effective"],
    [{ spells: [{ from: "2025-02-01", to: "2025-02-28" }] }, "2025-02-28", "applied"],
    [{ spells: [{ from: "2025-02-01", to: "2025-02-28" }] }, "2025-03-01", "expired"],
    [
      {
        spells: [
          { from: "2025-02-01", to: "2025-02-28" },
          { from: "2025-04-01", to: "2025-04-30" },
        ],
      },
      "2025-03-01",
      "between-spells",
    ],
    [
      {
        spells: [
          { from: "2025-02-01", to: "2025-02-28" },
          { from: "2025-04-01", to: "2025-04-30" },
        ],
      },
      "2025-05-01",
      "expired",
    ],
    [{ spells: [{ from: "2025-01-01", to: "2025-12-31" }], seasons: summer }, "2025-03-01", "out-of-season"],
    [{ spells: [{ from: "2025-01-01", to: "2025-12-31" }], seasons: summer }, "2025-07-01", "applied"],
  ])("%j on %s: %s", (dates, day, expected) => {
    expect(on(dates, day)).toBe(expected);
  });
});

describe("the days for which a policy answers", () => {
  const ask = (covers: object, on: string) => () =>
    appliedRate(
      defineScenario({
        id: "s",
        title: "s",
        evaluate: { on: "any-date", statuses: "any-status" },
        covers: covers as { from: "2025-01-01" },
        steps: [],
      }),
      query({ on: on as "2025-01-01" }),
    ).rate;
  it("have a first and perhaps a last, both included", () => {
    const year = { from: "2025-01-01", to: "2025-12-31" };
    for (const on of ["2025-01-01", "2025-12-31", "any-date"]) expect(ask(year, on)()).toBe("0%");
    expectRefusal(ask(year, "2024-12-31"), "outside-period", "on");
    expectRefusal(ask(year, "2026-01-01"), "outside-period", "on");
    expect(ask({ from: "2025-01-01" }, "2099-01-01")()).toBe("0%");
    expectRefusal(ask({ from: "2025-01-01" }, "2024-12-31"), "outside-period", "on");
  });
});

describe("when a scenario is looked at", () => {
  const evaluate = (value: unknown) => () =>
    defineScenario({ id: "s", title: "s", evaluate: value as never, steps: [] }).evaluate;
  const statuses = "any-status";
  const over = { from: "2025-01-01", to: "2025-12-31" };

  it("is a day, or a period with its first and last day", () => {
    expect(evaluate({ on: "2025-01-01", statuses: ["signed", "in-force"] })()).toEqual({
      on: "2025-01-01",
      statuses: ["signed", "in-force"],
    });
    expect(evaluate({ over, statuses })()).toEqual({ over, statuses });
    const day = { from: "2025-01-01", to: "2025-01-01" };
    expect(evaluate({ over: day, statuses: ["signed"] })()).toEqual({ over: day, statuses: ["signed"] });
  });

  it.each<readonly [what: string, value: unknown, code: never, path: string]>([
    ["a day and a period", { on: "2025-01-01", over, statuses }, "conflicting-keys" as never, ".over"],
    ["neither", { statuses }, "missing-key" as never, ".on"],
    ["no statuses", { over }, "missing-key" as never, ".statuses"],
    ["no list of statuses", { over, statuses: [] }, "empty" as never, ".statuses"],
    ["a status that is none", { over, statuses: ["signed", "done"] }, "wrong-type" as never, ".statuses"],
    ["a day that is none", { on: "2025-02-30", statuses }, "not-a-date" as never, ".on"],
    [
      "a first day that is none",
      { over: { ...over, from: "x" }, statuses },
      "not-a-date" as never,
      ".over.from",
    ],
    ["a last day that is none", { over: { ...over, to: "x" }, statuses }, "not-a-date" as never, ".over.to"],
    ["no last day", { over: { from: "2025-01-01" }, statuses }, "missing-key" as never, ".over.to"],
    ["no first day", { over: { to: "2025-01-01" }, statuses }, "missing-key" as never, ".over.from"],
    ["a stranger", { over: { ...over, days: 5 }, statuses }, "unknown-key" as never, ".over.days"],
    ["a period in a text", { over: "2025", statuses }, "wrong-type" as never, ".over"],
    [
      "the end before the start",
      { over: { from: "2025-01-02", to: "2025-01-01" }, statuses },
      "dates-out-of-order" as never,
      ".over.to",
    ],
    ["a list", [], "wrong-type" as never, ""],
  ])("is refused for %s", (_what, value, code, path) => {
    expectRefusal(evaluate(value), code, `evaluate${path}`);
  });
});
