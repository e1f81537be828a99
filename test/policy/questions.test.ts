import { appliedRate, averageRates, difference, explainRate, type Step, timeline } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";
import { add, policyOf, query, scale, split } from "../support/steps.js";

const refused = (run: () => unknown) => {
  const { code, path } = errorOf(run);
  return [code, path];
};
const spring = add("spring", { dates: { effective: "2025-03-01", expires: "2025-05-31" } });
const policy = policyOf(spring);
const { on: _, ...undated } = query();
const period = (changes: object = {}) =>
  ({ ...undated, from: "2025-02-01", to: "2025-06-30", ...changes }) as never;

describe("a question about a rate", () => {
  const ask = (changes: object) => refused(() => appliedRate(policy, query(changes as never)));

  it("needs each of its keys, and knows no other", () => {
    for (const key of ["importer", "exporter", "product", "on", "statuses", "base"])
      expect(ask({ [key]: undefined })).toEqual(["missing-key", key]);
    expect(ask({ bogus: 1 })).toEqual(["unknown-key", "bogus"]);
    for (const door of [appliedRate, explainRate])
      expect(refused(() => door({} as never, query()))).toEqual(["not-defined", "policy"]);
  });

  it.each([
    ["an importer that is none", { importer: "XXX" }, "unknown-economy", "importer"],
    ["an exporter that is none", { exporter: 5 }, "wrong-type", "exporter"],
    ["a product with letters", { product: "cars" }, "not-an-hs-code", "product"],
    ["a day that is none", { on: "2025-02-30" }, "not-a-date", "on"],
    ["no statuses", { statuses: [] }, "empty", "statuses"],
    ["a status that is none", { statuses: ["in-force", "tweeted"] }, "wrong-type", "statuses"],
    ["a status in a text", { statuses: "in-force" }, "wrong-type", "statuses"],
    ["more statuses than there are", { statuses: Array(7).fill("in-force") }, "wrong-type", "statuses"],
    ["a base that is a list", { base: [] }, "wrong-type", "base"],
    ["no base", { base: null }, "wrong-type", "base"],
    ["a base without a unit", { base: { mfn: "5" } }, "not-a-rate", "base.mfn"],
    [
      "a base that could change objects",
      { base: JSON.parse('{"__proto__":"5%"}') },
      "unsafe-key",
      "base.__proto__",
    ],
    ["another", { base: { constructor: "5%" } }, "unsafe-key", "base.constructor"],
    ["and another", { base: { prototype: "5%" } }, "unsafe-key", "base.prototype"],
    ["a value of nothing", { value: { amount: "0", currency: "USD" } }, "out-of-range", "value.amount"],
    ["a value in words", { value: { amount: "much", currency: "USD" } }, "not-a-decimal", "value.amount"],
    ["a value without currency", { value: { amount: "1" } }, "missing-key", "value.currency"],
    [
      "a currency that is none",
      { value: { amount: "1", currency: "usd" } },
      "not-a-currency",
      "value.currency",
    ],
    ["facts that are a text", { facts: "vessel" }, "wrong-type", "facts"],
    ["a fact that is a number", { facts: { mode: 5 } }, "wrong-type", "facts.mode"],
    ["a fact without a name", { facts: { "a b": "x" } }, "wrong-type", "facts.a b"],
    ["quantities in a list", { quantities: ["5"] }, "wrong-type", "quantities"],
    ["a unit that is none", { quantities: { stone: "5" } }, "unknown-unit", "quantities.stone"],
    ["a quantity below zero", { quantities: { kg: "-1" } }, "out-of-range", "quantities.kg"],
    ["a weight twice", { quantities: { kg: "1", t: "1" } }, "conflicting-keys", "quantities.t"],
    ["a day of knowledge that is none", { knownOn: "2025" }, "not-a-date", "knownOn"],
  ])("is refused for %s", (_what, changes, code, path) => {
    expect(ask(changes)).toEqual([code, path]);
  });

  it("takes a hundred facts and no more", () => {
    const facts = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_value, at) => [`f${at}`, "x"]));
    expect(ask({ facts: facts(100) })).toEqual(["none", "none"]);
    expect(ask({ facts: facts(101) })).toEqual(["too-long", "facts"]);
    expect(ask({ quantities: { kg: "0" } })).toEqual(["none", "none"]);
    expect(ask({ statuses: ["in-force", "signed"] })).toEqual(["none", "none"]);
    const all = ["threatened", "announced", "signed", "in-force", "suspended", "ended"];
    expect(ask({ statuses: all })).toEqual(["none", "none"]);
    const long = "x".repeat(41);
    expect(ask({ facts: { [`${long} `]: "x" } })).toEqual(["wrong-type", `facts.${long.slice(1)}`]);
    expect(ask({ facts: { [long]: 5 } })).toEqual(["wrong-type", `facts.${long.slice(1)}`]);
    expect(ask({ quantities: { [long]: "5" } })).toEqual(["unknown-unit", `quantities.${long.slice(1)}`]);
    expect(ask({ base: { [long]: "5" } })).toEqual(["not-a-rate", `base.${long.slice(1)}`]);
  });

  it("looks at the day: before, within and after", () => {
    const on = (day: string) => appliedRate(policy, query({ on: day as "2025-01-01" })).rate;
    expect(["2025-02-28", "2025-03-01", "2025-05-31", "2025-06-01"].map(on)).toEqual([
      "0%",
      "10%",
      "10%",
      "0%",
    ]);
  });

  it("is refused where subsidies take more than the goods are worth", () => {
    const free = (rate: `${number}%`) => refused(() => appliedRate(policyOf(add("a", { rate })), query()));
    expect(free("-100%")).toEqual(["none", "none"]);
    const twice = policyOf(add("a", { rate: "-60%" }), add("b", { rate: "-60%" }));
    expect(refused(() => appliedRate(twice, query()))[0]).toBe("rate-below-minus-100");
  });
});

describe("a question about a period", () => {
  const doors = {
    timeline,
    difference,
    averageRates: (of: never, asked: object) => averageRates(of, { ...asked, per: "period" } as never),
  };

  it.each(Object.entries(doors))("%s: two days in order, a hundred years apart at most", (_name, ask) => {
    const at = (changes: object) =>
      refused(() => (ask as (of: unknown, asked: unknown) => unknown)(policy, period(changes)));
    expect(at({})).toEqual(["none", "none"]);
    expect(at({ from: "2025-06-30" })).toEqual(["none", "none"]);
    expect(at({ from: "2025-07-01" })).toEqual(["dates-out-of-order", "to"]);
    expect(at({ from: "2025-02-30" })).toEqual(["not-a-date", "from"]);
    expect(at({ to: "soon" })).toEqual(["not-a-date", "to"]);
    expect(at({ to: "2125-02-02" })).toEqual(["out-of-range", "to"]);
    expect(at({ to: "2125-02-01" })).toEqual(["none", "none"]);
    expect(at({ bogus: 1 })).toEqual(["unknown-key", "bogus"]);
    for (const key of ["from", "to", "importer", "base"])
      expect(at({ [key]: undefined })).toEqual(["missing-key", key]);
  });

  it("timeline: the runs of days with one rate, and which steps changed", () => {
    const runs = timeline(policy, period({ base: { mfn: "2.5%" } }));
    expect(runs.map(({ from, to, days, rate, byAuthority }) => [from, to, days, rate, byAuthority])).toEqual([
      ["2025-02-01", "2025-02-28", 28, "2.5%", { mfn: "2.5%" }],
      ["2025-03-01", "2025-05-31", 92, "12.5%", { mfn: "2.5%", surcharge: "10%" }],
      ["2025-06-01", "2025-06-30", 30, "2.5%", { mfn: "2.5%" }],
    ]);
    expect(runs.map(({ changes }) => changes.map(({ id, before, after }) => [id, before, after]))).toEqual([
      [],
      [["spring", "not-yet-effective", "applied"]],
      [["spring", "applied", "expired"]],
    ]);
    expect(runs[1]?.changes[0]).toMatchObject({ title: "a step of a test", source: { title: "assumption" } });
  });

  it("difference: the change of the whole and of each authority that changes", () => {
    const found = difference(policy, period({ to: "2025-04-01", base: { mfn: "2.5%" } }));
    expect(found).toMatchObject({
      from: "2025-02-01",
      to: "2025-04-01",
      before: "2.5%",
      after: "12.5%",
      change: "10pp",
      byAuthority: { surcharge: "10pp" },
    });
    expect(Object.keys(found.byAuthority)).toEqual(["surcharge"]);
    const back = difference(policy, period({ from: "2025-04-01", base: {} }));
    expect([back.change, back.byAuthority]).toEqual(["-10pp", { surcharge: "-10pp" }]);
    const always = { effective: "2020-01-01" } as const;
    const inside = policyOf(
      split("half", { dates: always, first: [spring], rest: [add("always", { dates: always })] }),
    );
    const within = difference(inside, period({ to: "2025-04-01" }));
    expect([within.change, within.changes.map(({ id }) => id)]).toEqual(["5pp", ["spring"]]);
  });

  it("averages: by days, months, quarters, years and fiscal years, each with what is inside the period", () => {
    const by = (per: unknown, changes: object = {}) =>
      averageRates(policy, { ...(period(changes) as object), per } as never).map(
        ({ from, to, days, rate }) => [from, to, days, rate],
      );
    expect(by("period")).toEqual([["2025-02-01", "2025-06-30", 150, "6.1333333333333333333333%"]]);
    expect(by("month").map(([from, , days, rate]) => [from, days, rate])).toEqual([
      ["2025-02-01", 28, "0%"],
      ["2025-03-01", 31, "10%"],
      ["2025-04-01", 30, "10%"],
      ["2025-05-01", 31, "10%"],
      ["2025-06-01", 30, "0%"],
    ]);
    expect(by("quarter").map(([from, to, days]) => [from, to, days])).toEqual([
      ["2025-02-01", "2025-03-31", 59],
      ["2025-04-01", "2025-06-30", 91],
    ]);
    expect(by("year", { from: "2024-12-31" }).map(([from, to]) => [from, to])).toEqual([
      ["2024-12-31", "2024-12-31"],
      ["2025-01-01", "2025-06-30"],
    ]);
    expect(by({ yearFrom: "04-06" }).map(([from, to]) => [from, to])).toEqual([
      ["2025-02-01", "2025-04-05"],
      ["2025-04-06", "2025-06-30"],
    ]);
    expect(by("day", { from: "2025-02-27", to: "2025-03-02" }).map(([, , , rate]) => rate)).toEqual([
      "0%",
      "0%",
      "10%",
      "10%",
    ]);
    const [whole] = averageRates(policy, {
      ...(period({ base: { mfn: "1%" } }) as object),
      per: "period",
    } as never);
    // 92 of 150 days at 10 %.
    expect(whole?.exactPercent).toEqual({ numerator: "107", denominator: "15" });
    expect(whole?.byAuthority).toEqual({ mfn: "1%", surcharge: "6.1333333333333333333333%" });
    const per = (value: unknown) =>
      refused(() => averageRates(policy, { ...(period() as object), per: value } as never));
    expect(per(undefined)).toEqual(["missing-key", "per"]);
    for (const value of ["week", 5, null, "toString"]) expect(per(value)).toEqual(["wrong-type", "per"]);
    expect(per({ yearFrom: "02-29" })).toEqual(["not-a-date", "per.yearFrom"]);
    expect(per({})).toEqual(["missing-key", "per.yearFrom"]);
    expect(per({ yearFrom: "10-01", bogus: 1 })).toEqual(["unknown-key", "per.bogus"]);
  });
});

describe("a rate explained", () => {
  it("step by step: what each did, on which share of the value, or why it did nothing", () => {
    const steps: Step[] = [
      add("all", { rate: "20%" }),
      add("late", { dates: { effective: "2026-01-01" } }),
      add("early", { dates: { effective: "2024-01-01", expires: "2024-12-31" } }),
      add("others", { exporters: ["MEX"] }),
      add("goods", { products: ["27"] }),
      add("talk", { status: "threatened" }),
      split("part", {
        share: "0.25",
        first: [scale("half", { of: ["surcharge"], dates: { effective: "2020-01-01" } })],
        rest: [],
      }),
    ].map(
      (step) =>
        ({
          ...step,
          dates: Object.keys(step.dates).length === 0 ? { effective: "2020-01-01" } : step.dates,
        }) as Step,
    );
    const { rate, steps: told } = explainRate(
      policyOf(...steps),
      query({ on: "2025-04-01", statuses: ["in-force"] }),
    );
    expect(
      told.map(({ id, outcome, depth, before, after }) => [id, outcome, depth, before, after]),
    ).toMatchObject([
      ["all", "applied", 0, "0%", "20%"],
      ["late", "not-yet-effective", 0, "20%", "20%"],
      ["early", "expired", 0, "20%", "20%"],
      ["others", expect.any(String), 0, "20%", "20%"],
      ["goods", expect.any(String), 0, "20%", "20%"],
      ["talk", expect.any(String), 0, "20%", "20%"],
      ["part", "applied", 0, "20%", "17.5%"],
      ["half", "applied", 1, "20%", "10%"],
    ]);
    expect(
      new Set(told.filter(({ id }) => ["others", "goods", "talk"].includes(id)).map(({ outcome }) => outcome))
        .size,
    ).toBe(3);
    expect(rate).toMatch(/%$/);
  });
});
