import { definePolicy, type ErrorCode, parsePolicy } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";
import { freeze } from "../support/freeze.js";
import { add, cap, scale, split } from "../support/steps.js";

type Row = readonly [what: string, changes: object, code: ErrorCode, path: string];

const define = (step: object) =>
  definePolicy(freeze({ id: "p", title: "t", steps: [step] }) as never).steps[0] as unknown as Record<
    string,
    unknown
  >;
const one = (changes: object) => define({ ...add("a"), ...changes });
const refused = (run: () => unknown) => {
  const { code, path } = errorOf(run);
  return [code, path];
};
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const day = (at: number) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);

describe("dates of a step", () => {
  const dates = (value: object) => one({ dates: value }).dates;

  it("may be one day, runs of days in order, and seasons", () => {
    expect(dates({ effective: "2025-02-01", expires: "2025-02-01" })).toStrictEqual({
      effective: "2025-02-01",
      expires: "2025-02-01",
    });
    const spells = [{ from: "2025-01-01", to: "2025-01-01" }, { from: "2025-01-02" }];
    expect(dates({ announced: "2024-12-01", signed: "2024-12-02", spells })).toEqual({
      announced: "2024-12-01",
      signed: "2024-12-02",
      spells,
    });
    const seasons = [{ from: "12-01", to: "02-29" }];
    expect(dates({ effective: "2025-01-01", seasons })).toEqual({ effective: "2025-01-01", seasons });
    expect(dates({ spells: times(100, (at) => ({ from: day(2 * at), to: day(2 * at) })) })).toHaveProperty(
      "spells",
    );
    expect(dates({ seasons: times(24, () => seasons[0]) })).toHaveProperty("seasons");
  });

  it.each<Row>([
    [
      "the end before the start",
      { effective: "2025-02-02", expires: "2025-02-01" },
      "dates-out-of-order",
      "expires",
    ],
    [
      "spells beside a start",
      { effective: "2025-02-02", spells: [{ from: "2025-02-01" }] },
      "conflicting-keys",
      "spells",
    ],
    [
      "spells beside an end",
      { expires: "2025-02-02", spells: [{ from: "2025-02-01" }] },
      "conflicting-keys",
      "spells",
    ],
    ["no spells", { spells: [] }, "empty", "spells"],
    ["spells that are no list", { spells: "2025" }, "wrong-type", "spells"],
    [
      "too many spells",
      { spells: times(101, (at) => ({ from: day(at), to: day(at) })) },
      "too-long",
      "spells",
    ],
    ["a spell without a start", { spells: [{ to: "2025-02-01" }] }, "missing-key", "spells[0].from"],
    [
      "a spell that ends before it begins",
      { spells: [{ from: "2025-02-02", to: "2025-02-01" }] },
      "dates-out-of-order",
      "spells[0].to",
    ],
    ["a spell of no day", { spells: [{ from: "2025-02-30" }] }, "not-a-date", "spells[0].from"],
    [
      "a spell until no day",
      { spells: [{ from: "2025-02-01", to: "2025-02-30" }] },
      "not-a-date",
      "spells[0].to",
    ],
    [
      "a spell with a stranger",
      { spells: [{ from: "2025-02-01", bogus: 1 }] },
      "unknown-key",
      "spells[0].bogus",
    ],
    [
      "spells that touch",
      { spells: [{ from: "2025-01-01", to: "2025-01-02" }, { from: "2025-01-02" }] },
      "dates-out-of-order",
      "spells[1].from",
    ],
    [
      "a spell after one without end",
      { spells: [{ from: "2025-01-01" }, { from: "2025-01-02" }] },
      "dates-out-of-order",
      "spells[1].from",
    ],
    ["no seasons", { seasons: [] }, "empty", "seasons"],
    [
      "too many seasons",
      { seasons: times(25, () => ({ from: "01-01", to: "02-01" })) },
      "too-long",
      "seasons",
    ],
    ["seasons that are no list", { seasons: {} }, "wrong-type", "seasons"],
    ["half a season", { seasons: [{ from: "01-01" }] }, "missing-key", "seasons[0].to"],
    ["the other half", { seasons: [{ to: "01-01" }] }, "missing-key", "seasons[0].from"],
    ["a season of no day", { seasons: [{ from: "02-30", to: "03-01" }] }, "not-a-date", "seasons[0].from"],
    ["a season to no day", { seasons: [{ from: "02-01", to: "13-01" }] }, "not-a-date", "seasons[0].to"],
    [
      "a season of a year",
      { seasons: [{ from: "2025-02-01", to: "03-01" }] },
      "not-a-date",
      "seasons[0].from",
    ],
    ["a season in numbers", { seasons: [{ from: 201, to: "03-01" }] }, "wrong-type", "seasons[0].from"],
    [
      "a season with a stranger",
      { seasons: [{ from: "02-01", to: "03-01", bogus: 1 }] },
      "unknown-key",
      "seasons[0].bogus",
    ],
    ["a day announced that is none", { announced: "2025-13-01" }, "not-a-date", "announced"],
    ["dates that are none", [] as never, "wrong-type", ""],
  ])("refuses %s", (_, value, code, path) => {
    expect(refused(() => dates(value))).toEqual([
      code,
      path === "" ? "steps[0].dates" : `steps[0].dates.${path}`,
    ]);
  });
});

describe("conditions of a step", () => {
  const when = (value: unknown) => one({ when: value }).when;
  const above = { authority: "mfn", above: "5.00%" };

  it("are one or up to twenty, on rates or on facts, with numbers in their shortest form", () => {
    expect(when(above)).toEqual({ authority: "mfn", above: "5%" });
    expect(when([above])).toEqual([{ authority: "mfn", above: "5%" }]);
    expect(when(times(20, () => above))).toHaveLength(20);
    expect(when({ authority: "mfn", atLeast: "1%", below: "2%", atMost: "3%", above: "0%" })).toEqual({
      authority: "mfn",
      above: "0%",
      atLeast: "1%",
      below: "2%",
      atMost: "3%",
    });
    const fact = { fact: "built", is: ["a", "b"], isNot: ["c"], before: "2025-01-01", from: "2024-01-01" };
    expect(when({ ...fact, above: "1.50", atLeast: "1", below: "7", atMost: "6" })).toEqual({
      ...fact,
      above: "1.5",
      atLeast: "1",
      below: "7",
      atMost: "6",
    });
    expect(when({ fact: "x", is: times(100, (at) => `t${at}`) })).toHaveProperty("is");
    expect(one({}).when).toBeUndefined();
  });

  it.each<Row>([
    ["none", [], "empty", ""],
    ["too many", times(21, () => above), "too-long", ""],
    ["one of them that is none", [above, 5] as never, "wrong-type", "[1]"],
    ["a condition that is a text", "mfn" as never, "wrong-type", ""],
    ["one that asks nothing", { authority: "mfn" }, "missing-key", ""],
    ["one on a fact that asks nothing", { fact: "mode" }, "missing-key", ""],
    ["one without an authority", { above: "5%" }, "missing-key", ".authority"],
    ["one with a stranger", { ...above, bogus: 1 }, "unknown-key", ".bogus"],
    ["a fact with a stranger", { fact: "mode", is: ["a"], bogus: 1 }, "unknown-key", ".bogus"],
    ["an authority in a list", { authority: ["mfn"], above: "5%" }, "wrong-type", ".authority"],
    ["an authority with a space", { authority: "m f n", above: "5%" }, "wrong-type", ".authority"],
    ["an authority of 65 letters", { authority: "x".repeat(65), above: "5%" }, "wrong-type", ".authority"],
    ["a fact that is a number", { fact: 5, is: ["a"] }, "wrong-type", ".fact"],
    ["no texts", { fact: "mode", is: [] }, "empty", ".is"],
    ["a text for a list", { fact: "mode", isNot: "a" }, "wrong-type", ".isNot"],
    ["too many texts", { fact: "mode", is: times(101, (at) => `t${at}`) }, "too-long", ".is"],
    ["a number among texts", { fact: "mode", is: ["a", 5] }, "wrong-type", ".is[1]"],
    ["a day that is none", { fact: "built", before: "2025-02-30" }, "not-a-date", ".before"],
    ["a start that is none", { fact: "built", from: "yesterday" }, "not-a-date", ".from"],
    ["a percentage of a fact", { fact: "share", above: "5%" }, "not-a-decimal", ".above"],
    ["a number for a rate", { authority: "mfn", atMost: "5" }, "not-a-rate", ".atMost"],
  ])("refuses %s", (_, value, code, path) => {
    expect(refused(() => when(value))).toEqual([code, `steps[0].when${path}`]);
  });

  it("takes a name of 64 letters", () => {
    expect(when({ authority: "x".repeat(64), above: "5%" })).toHaveProperty("above", "5%");
  });
});

describe("duties of several parts", () => {
  const { rate: _, ...bare } = add("a");
  const duty = (value: unknown) => define({ ...bare, duty: value }).duty;
  const cents = { amount: "0.0140", currency: "USD", per: "kg" };

  it("are parts of one to twenty, with a least and a greatest, or by product", () => {
    expect(
      duty({ sum: ["5.0%", cents], least: ["1%"], greatest: [{ amount: "3", currency: "USD" }] }),
    ).toEqual({
      sum: ["5%", { amount: "0.014", currency: "USD", per: "kg" }],
      least: ["1%"],
      greatest: [{ amount: "3", currency: "USD" }],
    });
    expect(duty({ sum: times(20, () => "1%") })).toEqual({ sum: times(20, () => "1%") });
    expect(duty({ byProduct: { "87": { sum: ["1%"] } } })).toEqual({ byProduct: { "87": { sum: ["1%"] } } });
  });

  it.each<Row>([
    ["no parts", { sum: [] }, "empty", ".sum"],
    ["too many parts", { sum: times(21, () => "1%") }, "too-long", ".sum"],
    ["a sum that is no list", { sum: "5%" }, "wrong-type", ".sum"],
    ["no sum", { least: ["1%"] }, "missing-key", ".sum"],
    ["an empty least", { sum: ["1%"], least: [] }, "empty", ".least"],
    ["an empty greatest", { sum: ["1%"], greatest: [] }, "empty", ".greatest"],
    ["a stranger", { sum: ["1%"], bogus: 1 }, "unknown-key", ".bogus"],
    ["a part without its unit", { sum: ["5"] }, "not-a-rate", ".sum[0]"],
    ["an amount without currency", { sum: [{ amount: "1" }] }, "missing-key", ".sum[0].currency"],
    [
      "a currency that is none",
      { sum: [{ amount: "1", currency: "dollars" }] },
      "not-a-currency",
      ".sum[0].currency",
    ],
    ["no amount", { sum: [{ currency: "USD" }] }, "missing-key", ".sum[0].amount"],
    ["an amount that is none", { sum: ["1%", { ...cents, amount: "x" }] }, "not-a-decimal", ".sum[1].amount"],
    ["a unit that is none", { sum: [{ ...cents, per: "stone" }] }, "unknown-unit", ".sum[0].per"],
    ["a part with a stranger", { sum: [{ ...cents, bogus: 1 }] }, "unknown-key", ".sum[0].bogus"],
    [
      "an open value in a table",
      { byProduct: { "87": { parameter: "r" } } },
      "unknown-key",
      ".byProduct.87.parameter",
    ],
  ])("refuse %s", (_, value, code, path) => {
    const found = refused(() => duty(value));
    expect(found[1]).toBe(`steps[0].duty${path}`);
    expect(found[0]).toBe(code);
  });

  it("stand instead of a rate, not beside it, and one of the two must be there", () => {
    expect(refused(() => one({ duty: { sum: ["1%"] } }))).toEqual(["conflicting-keys", "steps[0].duty"]);
    expect(refused(() => define(bare))).toEqual(["missing-key", "steps[0].rate"]);
  });
});

describe("what a rate is taken of", () => {
  const base = (value: unknown) => one({ base: value }).base;

  it("is one to twenty terms, each once", () => {
    const terms = ["customs value", { chargeOf: "mfn" }];
    expect(base(terms)).toEqual(terms);
    expect(base(times(20, (at) => ({ chargeOf: `a${at}` })))).toHaveLength(20);
    expect(refused(() => base([]))).toEqual(["empty", "steps[0].base"]);
    expect(refused(() => base("customs value"))).toEqual(["wrong-type", "steps[0].base"]);
    expect(refused(() => base(times(21, (at) => ({ chargeOf: `a${at}` }))))).toEqual([
      "too-long",
      "steps[0].base",
    ]);
    expect(refused(() => base(["value"]))).toEqual(["wrong-type", "steps[0].base[0]"]);
    expect(refused(() => base([{ chargeOf: 5 }]))).toEqual(["wrong-type", "steps[0].base[0].chargeOf"]);
    expect(refused(() => base([{ chargeOf: "a" }, { chargeOf: "a" }]))).toEqual([
      "duplicate-id",
      "steps[0].base[1]",
    ]);
    expect(refused(() => base(["customs value", "customs value"]))).toEqual([
      "duplicate-id",
      "steps[0].base[1]",
    ]);
    expect(refused(() => base([{ bogus: 5 }]))).toEqual(["unknown-key", "steps[0].base[0].bogus"]);
  });
});

describe("shares", () => {
  const share = (value: unknown) => define(scale("s", { share: value as "1" })).share;

  it("are decimals, ratios, or what a quota leaves", () => {
    expect([share("0"), share("1.0"), share("1/4"), share("1/3")]).toEqual(["0", "1", "0.25", "1/3"]);
    expect(share({ quota: "0", of: "10.0" })).toEqual({ quota: "0", of: "10" });
    expect(share({ quota: "5.50", unit: "kg" })).toEqual({ quota: "5.5", unit: "kg" });
    expect(share({ byProduct: { "87": "0.50" } })).toEqual({ byProduct: { "87": "0.5" } });
  });

  it.each<Row>([
    ["below zero", "-0.01" as never, "out-of-range", ""],
    ["above one", "4/3" as never, "out-of-range", ""],
    ["a quota below zero", { quota: "-1", of: "10" }, "out-of-range", ".quota"],
    ["a quota of nothing", { quota: "1", of: "0" }, "out-of-range", ".of"],
    ["a quota alone", { quota: "1" }, "missing-key", ".of"],
    ["a quota with both", { quota: "1", of: "10", unit: "kg" }, "conflicting-keys", ".of"],
    ["a unit that is none", { quota: "1", unit: "stone" }, "unknown-unit", ".unit"],
    ["a quota in words", { quota: "much", of: "10" }, "not-a-decimal", ".quota"],
    ["a quota with a stranger", { quota: "1", of: "10", bogus: 1 }, "unknown-key", ".bogus"],
    ["a list", ["0.5"] as never, "wrong-type", ""],
    ["an object of something else", { bogus: 1 }, "wrong-type", ""],
    ["a table and more", { byProduct: { "87": "1" }, bogus: 1 }, "wrong-type", ""],
    ["a table that is none", { byProduct: 5 }, "empty", ".byProduct"],
  ])("refuse %s", (_, value, code, path) => {
    expect(refused(() => share(value))).toEqual([code, `steps[0].share${path}`]);
  });

  it("refuse a table of more than twenty thousand lines before they read one", () => {
    const table = Object.fromEntries(times(20_001, (at) => [`x${at}`, "1"]));
    expect(refused(() => share({ byProduct: table }))).toEqual(["too-long", "steps[0].share.byProduct"]);
  });
});

describe("what only all steps together can tell", () => {
  it("a ceiling lets one of those give way whose total counts", () => {
    expect(define(cap("c", { authority: "mfn", of: ["mfn"] }))).toHaveProperty("authority", "mfn");
    expect(refused(() => define(cap("c", { authority: "other", of: ["mfn"] })))).toEqual([
      "unknown-authority",
      "steps[0].authority",
    ]);
    const inside = split("s", { rest: [cap("c", { authority: "other", of: ["mfn"] })] });
    expect(refused(() => define(inside))).toEqual(["unknown-authority", "steps[0].rest[0].authority"]);
    const first = split("s", { first: [add("a"), cap("c", { authority: "other", of: ["mfn"] })] });
    expect(refused(() => define(first))).toEqual(["unknown-authority", "steps[0].first[1].authority"]);
  });

  it("the Swiss formula wants coefficients above zero", () => {
    const swiss = (rate: unknown) => {
      const { authority: _, ...rest } = add("a", { rate: rate as "1%" });
      return define({ ...rest, operator: "swissFormula", of: ["mfn"] });
    };
    expect(swiss("8%")).toHaveProperty("rate", "8%");
    expect(swiss({ byProduct: { "87": "8%" } })).toHaveProperty("rate", { byProduct: { "87": "8%" } });
    for (const rate of ["0%", "-8%", { byProduct: { "87": "8%", "27": "0%" } }])
      expect(refused(() => swiss(rate))).toEqual(["out-of-range", "steps[0].rate"]);
  });

  it("a bound parameter is declared, read by its kind, and stands in no step", () => {
    const parameters = { r: { kind: "rate", title: "a rate" }, s: { kind: "share", title: "a share" } };
    const stored = (changes: object) => () =>
      parsePolicy(
        freeze({
          id: "p",
          title: "t",
          parameters,
          bound: { r: "5%", s: "0.5" },
          steps: [add("a")],
          ...changes,
        }),
      );
    expect(stored({})().bound).toEqual({ r: "5%", s: "0.5" });
    expect(refused(stored({ bound: { r: "5", s: "0.5" } }))).toEqual(["not-a-rate", "bound.r"]);
    expect(refused(stored({ bound: { r: "5%", s: "5%" } }))[1]).toBe("bound.s");
    expect(refused(stored({ bound: { r: "5%" } }))).toEqual(["unknown-parameter", "parameters.s"]);
    expect(refused(stored({ parameters: {}, bound: { toString: "5%" } }))).toEqual([
      "unknown-parameter",
      "bound.toString",
    ]);
    const open = [add("a", { rate: { parameter: "r" } })];
    expect(refused(stored({ steps: open }))).toEqual(["unknown-parameter", "bound.r"]);
  });
});
