import { type EconomyScope, parsePolicy, type RateQuery } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { freeze } from "../support/freeze.js";
import { expectRefusal } from "../support/refusal.js";
import { add, cap, rateOf, replace, scale, split } from "../support/steps.js";

const define =
  (...steps: unknown[]) =>
  () =>
    parsePolicy(freeze({ id: "p", title: "t", steps }));
const one = (changes: object) => define({ ...add("a"), ...changes });
const stepOf = (changes: object) => one(changes)().steps[0] as unknown as Record<string, unknown>;
const times = (count: number, make: (at: number) => unknown) =>
  Array.from({ length: count }, (_, at) => make(at));

describe("what a step covers, as it is read", () => {
  it("is kept as it was given, codes without dots", () => {
    expect(stepOf({ importers: { allBut: ["EU27", "GBR"] } }).importers).toEqual({ allBut: ["EU27", "GBR"] });
    expect(stepOf({ exporters: "all" }).exporters).toBe("all");
    expect(stepOf({ products: { allBut: ["87.03", "27"] } }).products).toEqual({ allBut: ["8703", "27"] });
    expect(stepOf({ products: ["8703", "8704", "870"].slice(0, 2) }).products).toEqual(["8703", "8704"]);
  });

  it.each<readonly [what: string, changes: object, code: never, path: string]>([
    ["a text", { exporters: "CHN" }, "wrong-type" as never, "exporters"],
    ["a number", { exporters: 5 }, "wrong-type" as never, "exporters"],
    ["null", { exporters: null }, "wrong-type" as never, "exporters"],
    ["another key", { exporters: { allBut: ["CHN"], bogus: 1 } }, "unknown-key" as never, "exporters.bogus"],
    ["only another key", { products: { only: ["87"] } }, "unknown-key" as never, "products.only"],
    ["an object without keys", { exporters: {} }, "wrong-type" as never, "exporters.allBut"],
    ["all but a text", { exporters: { allBut: "CHN" } }, "wrong-type" as never, "exporters.allBut"],
    ["all but nothing", { exporters: { allBut: [] } }, "empty" as never, "exporters.allBut"],
    ["no products", { products: [] }, "empty" as never, "products"],
    ["too many economies", { exporters: times(20_001, () => "CHN") }, "too-long" as never, "exporters"],
    [
      "a code inside one that comes later",
      { products: ["870323", "27", "87"] },
      "overlapping-scope" as never,
      "products[0]",
    ],
    [
      "a code inside one that comes before",
      { products: ["87", "27", "870323"] },
      "overlapping-scope" as never,
      "products[2]",
    ],
    ["a code twice", { products: ["27", "87", "87"] }, "overlapping-scope" as never, "products[2]"],
    [
      "economies that overlap",
      { exporters: { allBut: ["DEU", "EU27"] } },
      "overlapping-scope" as never,
      "exporters.allBut[1]",
    ],
  ])("is refused for %s", (_what, changes, code, path) => {
    expectRefusal(one(changes), code, `steps[0].${path}`);
  });
});

describe("a group on a day", () => {
  const covered = (exporters: EconomyScope, exporter: string, on: string) => () =>
    rateOf([add("a", { exporters, dates: { effective: "1950-01-01" } })], {
      exporter,
      on,
    } as Partial<RateQuery>) !== "0%";
  it("has the members of that day", () => {
    expect(covered(["EU"], "IRL", "1972-12-31")()).toBe(false);
    expect(covered(["EU"], "IRL", "1973-01-01")()).toBe(true);
    expect(covered({ allBut: ["EU"] }, "IRL", "1972-12-31")()).toBe(true);
    expect(covered({ allBut: ["EU"] }, "IRL", "1973-01-01")()).toBe(false);
    expect(covered(["EU"], "EU27", "2013-07-01")()).toBe(true);
    // All of them but Croatia.
    expectRefusal(covered(["EU"], "EU27", "2013-06-30"), "finer-than-baseline", "exporters");
    expect(covered(["CHN", "MEX"], "EU27", "2020-01-01")()).toBe(false);
    expect(covered(["EU"], "ROW", "2020-01-01")()).toBe(false);
    expect(expectRefusal(covered(["DEU", "FRA"], "EU27", "any-date"), "finer-than-baseline").received).toBe(
      '"DEU, FRA"',
    );
  });
});

describe("values that may be open or by product", () => {
  const rate = (value: unknown) => one({ rate: value });
  const parameters = { r: { kind: "rate", title: "a rate" } };

  it.each<readonly [what: string, value: unknown, code: never, path: string]>([
    ["an empty object", {}, "wrong-type" as never, ""],
    ["a list", ["5%"], "wrong-type" as never, ""],
    ["null", null, "wrong-type" as never, ""],
    ["a parameter that is a number", { parameter: 5 }, "wrong-type" as never, ""],
    ["a parameter in a list", { parameter: ["r"] }, "wrong-type" as never, ""],
    ["a table that is a text", { byProduct: "87" }, "empty" as never, ".byProduct"],
    ["a parameter of 65 letters", { parameter: "x".repeat(65) }, "wrong-type" as never, ""],
    ["a parameter and more", { parameter: "r", bogus: 1 }, "wrong-type" as never, ""],
    ["a table and a parameter", { byProduct: { "87": "5%" }, parameter: "r" }, "wrong-type" as never, ""],
    ["a table that is null", { byProduct: null }, "empty" as never, ".byProduct"],
    ["a table of letters", { byProduct: { cars: "5%" } }, "not-an-hs-code" as never, ".byProduct.cars"],
    [
      "a long key",
      { byProduct: { [`${"1".repeat(30)}`]: "5%" } },
      "not-an-hs-code" as never,
      `.byProduct.${"1".repeat(20)}`,
    ],
    [
      "a bad open value in a table",
      { byProduct: { "87": { parameter: 5 } } },
      "wrong-type" as never,
      ".byProduct.87",
    ],
    ["null in a table", { byProduct: { "87": null } }, "wrong-type" as never, ".byProduct.87"],
  ])("are refused: %s", (_what, value, code, path) => {
    expectRefusal(rate(value), code, `steps[0].rate${path}`);
  });

  it("may be open inside a table, and of 64 letters", () => {
    const long = "x".repeat(64);
    const policy = parsePolicy({
      id: "p",
      title: "p",
      parameters: { ...parameters, [long]: { kind: "rate", title: "long" } },
      steps: [
        add("a", { rate: { byProduct: { "87.03": { parameter: "r" }, "27": "5.0%" } } as never }),
        add("b", { rate: { parameter: long } }),
      ],
    });
    expect(policy.openParameters).toEqual(["r", long]);
    expect(policy.steps[0]).toMatchObject({
      rate: { byProduct: { "8703": { parameter: "r" }, "27": "5%" } },
    });
  });

  it("of a quota are read like a share", () => {
    const share = (value: unknown) => define(scale("s", { share: value as "1" }));
    expectRefusal(
      share({ quota: "1", unit: "kg", of: undefined, per: 1 }),
      "unknown-key",
      "steps[0].share.per",
    );
    expectRefusal(share({ quota: "-0.1", unit: "kg" }), "out-of-range", "steps[0].share.quota");
    expectRefusal(share({ quota: "1", of: "-1" }), "out-of-range", "steps[0].share.of");
    expectRefusal(share(null), "wrong-type", "steps[0].share");
    expect(share({ quota: "0.50", unit: "kg" })().steps[0]).toHaveProperty("share", {
      quota: "0.5",
      unit: "kg",
    });
  });
});

describe("the fields of a step", () => {
  it("are those of its operator", () => {
    const source = { title: "a law", place: "section 1", url: "https://example.org" };
    expect(stepOf({ source, measure: "m" })).toEqual({ ...add("a"), source, measure: "m" });
    expectRefusal(one({ source: { ...source, bogus: 1 } }), "unknown-key", "steps[0].source.bogus");
    expectRefusal(one({ source: { place: "x" } }), "missing-key", "steps[0].source.title");
    expectRefusal(one({ measure: "a b" }), "out-of-range", "steps[0].measure");
    expectRefusal(one({ of: ["mfn"] }), "unknown-key", "steps[0].of");
    for (const key of ["title", "importers", "exporters", "products", "dates", "status", "authority", "id"])
      expectRefusal(one({ [key]: undefined }), "missing-key", `steps[0].${key}`);
    for (const key of ["of", "share"])
      expectRefusal(define({ ...scale("s"), [key]: undefined }), "missing-key", `steps[0].${key}`);
    for (const key of ["share", "first", "rest"])
      expectRefusal(define({ ...split("s"), [key]: undefined }), "missing-key", `steps[0].${key}`);
    for (const step of [replace("r"), cap("c")])
      expectRefusal(define({ ...step, of: undefined }), "missing-key", "steps[0].of");
    expectRefusal(define({ ...scale("s"), rate: "5%" }), "unknown-key", "steps[0].rate");
    expectRefusal(define({ ...scale("s"), authority: "x" }), "unknown-key", "steps[0].authority");
    expectRefusal(define(replace("r", { of: ["a", "b", "c", "b"] })), "duplicate-id", "steps[0].of[3]");
    expectRefusal(define(replace("r", { of: ["a", "b c"] })), "out-of-range", "steps[0].of[1]");
    expectRefusal(
      define(replace("r", { of: times(101, (at) => `a${at}`) as never })),
      "too-long",
      "steps[0].of",
    );
    expect(define(replace("r", { of: times(100, (at) => `a${at}`) as never }))().steps).toHaveLength(1);
    const swiss = { ...scale("w"), operator: "swissFormula", share: undefined, rate: "15%" };
    expectRefusal(define(swiss), "unknown-key", "steps[0].share");
    const { share: _, ...plain } = swiss;
    expect(define(plain)().steps[0]).toEqual(plain);
    expectRefusal(define({ ...plain, rate: undefined }), "missing-key", "steps[0].rate");
    const cut = { ...scale("c"), operator: "linearCut" };
    expect(define(cut)().steps[0]).toEqual(cut);
    for (const status of ["threatened", "announced", "signed", "in-force", "suspended", "ended"])
      expect(stepOf({ status })).toHaveProperty("status", status);
  });

  it("of a policy are kept in one order, and what is read by nothing is left out", () => {
    const given = {
      $schema: "https://example.org/schema.json",
      steps: [add("a", { rate: { parameter: "r" } })],
      covers: { from: "2025-01-01", to: "2025-12-31" },
      parameters: { r: { kind: "rate", title: "a rate" } },
      title: "t",
      id: "p",
    };
    const policy = parsePolicy(given);
    expect(Object.keys(policy)).toEqual([
      "id",
      "title",
      "parameters",
      "bound",
      "openParameters",
      "covers",
      "steps",
    ]);
    expect(policy.covers).toEqual(given.covers);
    expect(policy.parameters).toEqual(given.parameters);
    expect(define(add("a"))()).not.toHaveProperty("covers");
    const refuse = (changes: object, code: never, path: string) =>
      expectRefusal(() => parsePolicy({ ...given, ...changes }), code, path);
    refuse({ covers: { to: "2025-01-01" } }, "missing-key" as never, "covers.from");
    refuse({ covers: { from: "2025-01-02", to: "2025-01-01" } }, "dates-out-of-order" as never, "covers.to");
    refuse(
      { parameters: { r: { kind: "money", title: "x" } } },
      "out-of-range" as never,
      "parameters.r.kind",
    );
    refuse({ parameters: { r: { kind: "rate" } } }, "missing-key" as never, "parameters.r.title");
    refuse(
      { parameters: { r: { kind: "rate", title: "x", bogus: 1 } } },
      "unknown-key" as never,
      "parameters.r.bogus",
    );
    refuse({ openParameters: "r" }, "wrong-type" as never, "openParameters");
    refuse({ bound: { r: 5 } }, "wrong-type" as never, "bound.r");
    refuse({ bound: { r: "9".repeat(201) } }, "too-long" as never, "bound.r");
    refuse({ $schema: 5 }, "wrong-type" as never, "$schema");
    refuse({ bogus: 5 }, "unknown-key" as never, "bogus");
    refuse({ steps: null }, "wrong-type" as never, "steps");
    expectRefusal(() => parsePolicy(null), "wrong-type", "");
    expectRefusal(() => parsePolicy(undefined), "missing-key", "");
  });

  it("a share that is bound to a percentage is told so", () => {
    const parameters = { s: { kind: "share", title: "a share" } };
    const stored = (s: unknown) => () =>
      parsePolicy({ id: "p", title: "p", parameters, bound: { s }, steps: [add("a")] });
    expectRefusal(stored("50%"), "wrong-parameter-kind", "bound.s");
    expectRefusal(stored("1.5"), "out-of-range", "bound.s");
    expect(stored("0.5")().bound).toEqual({ s: "0.5" });
  });
});
