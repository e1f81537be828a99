import { appliedRate, averageRates, difference, parsePolicy, type Step, timeline } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { mapConditions } from "../../src/policy/language/readConditions.js";
import { freeze } from "../support/freeze.js";
import { expectRefusal } from "../support/refusal.js";
import { add, policyOf, query } from "../support/steps.js";

const define =
  (...steps: unknown[]) =>
  () =>
    parsePolicy(freeze({ id: "p", title: "t", steps }));
const one = (changes: object) => define({ ...add("a"), ...changes });

describe("null where something is wanted", () => {
  it("is refused at its place", () => {
    const { rate: _, ...bare } = add("a");
    expectRefusal(one({ when: null }), "wrong-type", "steps[0].when");
    expectRefusal(one({ when: [null] }), "wrong-type", "steps[0].when[0]");
    expectRefusal(one({ base: null }), "wrong-type", "steps[0].base");
    expectRefusal(one({ base: [null] }), "wrong-type", "steps[0].base[0]");
    expectRefusal(one({ dates: null }), "wrong-type", "steps[0].dates");
    expectRefusal(one({ dates: { spells: null } }), "wrong-type", "steps[0].dates.spells");
    expectRefusal(one({ dates: { seasons: [null] } }), "wrong-type", "steps[0].dates.seasons[0]");
    expectRefusal(define({ ...bare, duty: null }), "wrong-type", "steps[0].duty");
    expectRefusal(define({ ...bare, duty: { sum: [null] } }), "wrong-type", "steps[0].duty.sum[0]");
    expectRefusal(
      define({ ...bare, duty: { byProduct: { "87": null } } }),
      "wrong-type",
      "steps[0].duty.byProduct.87",
    );
  });
});

describe("what is told to write", () => {
  const { rate: _, ...bare } = add("a");
  const advice = (run: () => unknown) => expectRefusal(run, "missing-key").advice;
  it("fits the place", () => {
    expect(advice(one({ when: { authority: "mfn" } }))).toContain('{ authority: "mfn", above: "5%" }');
    expect(advice(one({ when: { fact: "mode" } }))).toContain('{ fact: "mode", is: ["vessel"] }');
    expect(expectRefusal(define({ ...bare, duty: { sum: [] } }), "empty").advice).toContain("1 to 20 parts");
    expect(expectRefusal(one({ base: [] }), "empty").advice).toContain('"customs value"');
    const late = { effective: "2025-02-01", expires: "2025-01-01" };
    expect(expectRefusal(one({ dates: late }), "dates-out-of-order").advice).toContain("2025-02-01");
    const spell = [{ from: "2025-02-01", to: "2025-01-01" }];
    expect(expectRefusal(one({ dates: { spells: spell } }), "dates-out-of-order").advice).toContain(
      "2025-02-01",
    );
    const spells = [{ from: "2025-02-01" }, { from: "2025-03-01" }];
    expect(expectRefusal(one({ dates: { spells } }), "dates-out-of-order").advice).toContain("in order");
    const ask = (changes: object) => () => appliedRate(policyOf(add("a")), query(changes as never));
    expect(expectRefusal(ask({ facts: 5 }), "wrong-type").advice).toContain('mode: "vessel"');
    expect(expectRefusal(ask({ quantities: 5 }), "wrong-type").advice).toContain('kg: "1200"');
  });
});

describe("a season", () => {
  it.each([
    [["12-01"], "wrong-type"],
    [1201, "wrong-type"],
    [null, "wrong-type"],
    ["2025-12-01", "not-a-date"],
    ["12-1", "not-a-date"],
    ["12-01 ", "not-a-date"],
    ["", "not-a-date"],
  ] as const)("does not begin on %j", (from, code) => {
    expectRefusal(
      one({ dates: { seasons: [{ from, to: "12-31" }] } }),
      code,
      "steps[0].dates.seasons[0].from",
    );
  });
});

describe("the conditions of a step, passed through a function", () => {
  const [mfn, deal] = [
    { authority: "mfn", above: "5%" },
    { authority: "deal", above: "1%" },
  ] as const;
  const swap = (step: Step) => mapConditions(step, (given) => ({ ...given, below: "9%" }) as never);
  it("stay one, a list, or none", () => {
    expect(swap(add("a", { when: mfn })).when).toEqual({ ...mfn, below: "9%" });
    expect(swap(add("a", { when: [mfn] })).when).toEqual([{ ...mfn, below: "9%" }]);
    expect(swap(add("a", { when: [mfn, deal] })).when).toEqual([
      { ...mfn, below: "9%" },
      { ...deal, below: "9%" },
    ]);
    const none = add("a");
    expect(swap(none)).toBe(none);
  });
});

describe("a question about a period", () => {
  const { on: _, ...undated } = query();
  const period = { ...undated, from: "2025-11-15", to: "2026-01-15" } as const;
  const step = add("a", {
    dates: { announced: "2025-11-01", effective: "2025-12-01" },
    when: { fact: "mode", is: ["air"] },
  });
  const doors = {
    timeline: (changes: object) =>
      timeline(policyOf(step), { ...period, ...changes }).map(({ rate }) => rate),
    difference: (changes: object) => [difference(policyOf(step), { ...period, ...changes }).change],
    averageRates: (changes: object) =>
      averageRates(policyOf(step), { ...period, per: "month", ...changes } as never).map(({ rate }) => rate),
  };
  const facts = { mode: "air" };

  it.each(Object.entries(doors))("%s: needs each of its keys", (_name, ask) => {
    for (const key of ["importer", "exporter", "product", "from", "to", "statuses", "base"])
      expectRefusal(() => ask({ facts, [key]: undefined }), "missing-key", key);
    expectRefusal(() => ask({}), "missing-fact", "facts.mode");
    expectRefusal(() => ask({ facts, on: "2025-01-01" }), "unknown-key", "on");
  });

  it("takes facts, a value, quantities and a day of knowledge", () => {
    const asked = {
      facts,
      value: { amount: "5", currency: "USD" },
      quantities: { kg: "1" },
      knownOn: "2025-11-01",
    };
    expect(doors.timeline(asked)).toEqual(["0%", "10%"]);
    expect(doors.difference(asked)).toEqual(["10pp"]);
    expect(doors.averageRates(asked)).toEqual(["0%", "10%", "10%"]);
    const earlier = { ...asked, knownOn: "2025-10-31" };
    expect(doors.timeline(earlier)).toEqual(["0%"]);
    expect(doors.difference(earlier)).toEqual(["0pp"]);
    expect(doors.averageRates(earlier)).toEqual(["0%", "0%", "0%"]);
  });

  it("has no authority on a day on which it charges nothing", () => {
    const [before, after] = averageRates(policyOf(add("c", { dates: { effective: "2025-12-01" } })), {
      ...period,
      from: "2025-11-30",
      to: "2025-12-01",
      per: "day",
    });
    expect([before?.byAuthority, after?.byAuthority]).toEqual([{}, { surcharge: "10%" }]);
  });

  it("is divided by months, those at the end of a year too, by quarters, years and days", () => {
    const parts = (per: unknown, to = "2026-01-15") =>
      averageRates(policyOf(add("b")), { ...period, to, per } as never).map(({ from, days }) => [from, days]);
    expect(parts("month")).toEqual([
      ["2025-11-15", 16],
      ["2025-12-01", 31],
      ["2026-01-01", 15],
    ]);
    expect(parts("month", "2025-12-01")).toEqual([
      ["2025-11-15", 16],
      ["2025-12-01", 1],
    ]);
    expect(parts("quarter")).toEqual([
      ["2025-11-15", 47],
      ["2026-01-01", 15],
    ]);
    expect(parts("quarter", "2026-10-01").map(([, days]) => days)).toEqual([47, 90, 91, 92, 1]);
    expect(parts("year")).toEqual(parts("quarter"));
    expect(parts({ yearFrom: "11-16" }, "2026-11-16")).toEqual([
      ["2025-11-15", 1],
      ["2025-11-16", 365],
      ["2026-11-16", 1],
    ]);
    expect(parts({ yearFrom: "11-15" })).toEqual([["2025-11-15", 62]]);
    expect(parts("day", "2025-11-16")).toEqual([
      ["2025-11-15", 1],
      ["2025-11-16", 1],
    ]);
    expect(parts("day")).toHaveLength(62);
    for (const per of ["week", ["month"], null, 7]) {
      const { advice } = expectRefusal(() => parts(per), "wrong-type", "per");
      if (!Array.isArray(per)) expect(advice).toContain('"quarter"');
    }
  });
});
