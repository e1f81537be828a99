import { bind, definePolicy, type ErrorCode, type PolicyInput, parsePolicy } from "tariff-whatif";
import { usStackingRule } from "tariff-whatif/law";
import { describe, expect, it } from "vitest";
import { freeze } from "../support/freeze.js";
import { expectRefusal } from "../support/refusal.js";
import { add, cap, raise, scale, split } from "../support/steps.js";
import { badRates } from "../support/strangers.js";

const input = (...steps: unknown[]) => freeze({ id: "p", title: "t", steps }) as unknown as PolicyInput;
const define =
  (...steps: unknown[]) =>
  () =>
    definePolicy(input(...steps));
const one = (changes: object) => define({ ...add("a"), ...changes });
const open = (...steps: unknown[]) =>
  freeze({
    id: "p",
    title: "t",
    parameters: { r: { kind: "rate", title: "a rate" }, s: { kind: "share", title: "a share" } },
    steps,
  }) as unknown as PolicyInput;

describe("the door of a policy", () => {
  it("gives a frozen policy and leaves the input alone", () => {
    const given = input(add("a", { rate: "25.00%" as "25%", products: ["87.03" as "8703"] }));
    const policy = definePolicy(given);
    expect(policy.steps[0]).toMatchObject({ rate: "25%", products: ["8703"] });
    expect((given.steps[0] as { rate: string }).rate).toBe("25.00%");
    expect(Object.isFrozen(policy.steps[0]?.source)).toBe(true);
    expect(policy).toMatchObject({ parameters: {}, bound: {}, openParameters: [] });
  });

  it.each(badRates)("refuses the rate %j", (rate, code) => {
    expectRefusal(one({ rate }), code as ErrorCode, "steps[0].rate");
    expectRefusal(
      one({ rate: { byProduct: { "87": rate } } }),
      code as ErrorCode,
      "steps[0].rate.byProduct.87",
    );
    expectRefusal(one({ when: { authority: "mfn", above: rate } }), code as ErrorCode, "steps[0].when.above");
  });

  it.each([
    ["a number for a rate", { rate: 25 }, "not-a-rate", "steps[0].rate"],
    ["an unknown economy", { exporters: ["CHN", "XXX"] }, "unknown-economy", "steps[0].exporters[1]"],
    [
      "an unknown economy left out",
      { exporters: { allBut: ["UK"] } },
      "unknown-economy",
      "steps[0].exporters.allBut[0]",
    ],
    ["two groups that overlap", { exporters: ["EU27", "EU"] }, "overlapping-scope", "steps[0].exporters[1]"],
    [
      "a member beside its group",
      { exporters: ["DEU", "EU27"] },
      "overlapping-scope",
      "steps[0].exporters[1]",
    ],
    ["an economy twice", { importers: ["USA", "USA"] }, "overlapping-scope", "steps[0].importers[1]"],
    ["a code with letters", { products: ["87", "27AB"] }, "not-an-hs-code", "steps[0].products[1]"],
    ["a code of 11 digits", { products: ["27090000000"] }, "not-an-hs-code", "steps[0].products[0]"],
    ["a prefix inside another", { products: ["8703", "87"] }, "overlapping-scope", "steps[0].products[0]"],
    ["a prefix twice", { products: ["8703", "87.03"] }, "overlapping-scope", "steps[0].products[1]"],
    [
      "a prefix twice in a table",
      { rate: { byProduct: { "8703": "1%", "87.03": "2%" } } },
      "overlapping-scope",
      "steps[0].rate.byProduct.87.03",
    ],
    ["an empty scope", { exporters: [] }, "empty", "steps[0].exporters"],
    ["an empty table", { rate: { byProduct: {} } }, "empty", "steps[0].rate.byProduct"],
    [
      "a table in a table",
      { rate: { byProduct: { "87": { byProduct: { "8703": "1%" } } } } },
      "wrong-type",
      "steps[0].rate.byProduct.87",
    ],
    [
      "the end before the start",
      { dates: { effective: "2025-02-01", expires: "2025-01-31" } },
      "dates-out-of-order",
      "steps[0].dates.expires",
    ],
    ["a day that is none", { dates: { signed: "2025-02-30" } }, "not-a-date", "steps[0].dates.signed"],
    ["an unknown date", { dates: { effectiv: "2025-02-01" } }, "unknown-key", "steps[0].dates.effectiv"],
    ["an unknown status", { status: "tweeted" }, "out-of-range", "steps[0].status"],
    ["an unknown operator", { operator: "multiply" }, "out-of-range", "steps[0].operator"],
    ["no operator", { operator: undefined }, "missing-key", "steps[0].operator"],
    ["an unknown key", { bogus: 1 }, "unknown-key", "steps[0].bogus"],
    ["a key of another operator", { share: "0.5" }, "unknown-key", "steps[0].share"],
    ["no source", { source: undefined }, "missing-key", "steps[0].source"],
    ["a name with a space", { authority: "section 232" }, "out-of-range", "steps[0].authority"],
    ["a name that is too long", { id: "x".repeat(65) }, "too-long", "steps[0].id"],
    ["an empty title", { title: "" }, "empty", "steps[0].title"],
    ["a megabyte of title", { title: "x".repeat(1e6) }, "too-long", "steps[0].title"],
    ["an unknown parameter", { rate: { parameter: "nobody" } }, "unknown-parameter", "steps[0].rate"],
    [
      "an inherited name as a parameter",
      { rate: { parameter: "toString" } },
      "unknown-parameter",
      "steps[0].rate",
    ],
  ] as const)("refuses %s", (_, changes, code, path) => {
    expectRefusal(one(changes), code, path);
  });

  it("shows the value at the place, not what holds it", () => {
    expect(expectRefusal(one({ exporters: ["CHN", "XXX"] }), "unknown-economy").received).toBe('"XXX"');
    expect(expectRefusal(one({ rate: { byProduct: { "87": "25" } } }), "not-a-rate").received).toBe('"25"');
    expect(
      expectRefusal(one({ dates: { effective: "2025-02-01", expires: "2025-01-31" } }), "dates-out-of-order")
        .received,
    ).toBe('"2025-01-31"');
  });

  it.each(["-0.1", "1.01", "2"] as const)("refuses a share of %s", (share) => {
    expectRefusal(define(scale("s", { share })), "out-of-range", "steps[0].share");
    expectRefusal(define(split("s", { share })), "out-of-range", "steps[0].share");
  });

  it("refuses a rate for a share and a number for one", () => {
    expectRefusal(define(scale("s", { share: "50%" as "0.5" })), "not-a-decimal", "steps[0].share");
    expectRefusal(define(scale("s", { share: 0.5 as never })), "wrong-type", "steps[0].share");
  });

  it("refuses an authority named twice: its rate would count twice", () => {
    for (const step of [
      raise("f", { of: ["mfn", "mfn"] }),
      cap("c", { of: ["mfn", "mfn"] }),
      scale("s", { of: ["mfn", "mfn"] }),
    ])
      expectRefusal(define(step), "duplicate-id", "steps[0].of[1]");
    expectRefusal(define(scale("s", { of: [] })), "empty", "steps[0].of");
  });

  it("refuses an identifier twice, inside splits too", () => {
    expectRefusal(define(add("a"), add("a")), "duplicate-id", "steps[1].id");
    expectRefusal(define(add("a"), split("s", { rest: [add("a")] })), "duplicate-id", "steps[1].rest[0].id");
  });

  it("refuses splits more than four deep, and nesting without an end", () => {
    const nest = (depth: number): unknown =>
      depth === 0 ? add("bottom") : split(`s${depth}`, { first: [nest(depth - 1) as never] });
    expect(definePolicy(input(nest(4))).steps).toHaveLength(1);
    expectRefusal(define(nest(5)), "too-long");
    const nestRest = (depth: number): unknown =>
      depth === 0 ? add("bottom") : split(`s${depth}`, { rest: [nestRest(depth - 1) as never] });
    expect(definePolicy(input(nestRest(4))).steps).toHaveLength(1);
    expectRefusal(define(nestRest(5)), "too-long");
    expectRefusal(define(nest(200)), "too-long");
    const loop = split("s") as { first: unknown };
    loop.first = [loop];
    expectRefusal(define(loop), "too-long");
  });

  it("refuses keys that could change how objects work, wherever they are", () => {
    for (const text of ['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}']) {
      expectRefusal(() => parsePolicy(JSON.parse(text)), "unsafe-key");
      expectRefusal(
        one({ source: { title: "x", ...JSON.parse(text.replace("__proto__", "prototype")) } }),
        "unsafe-key",
      );
      expectRefusal(one({ dates: JSON.parse(text) }), "unsafe-key");
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("parameters of a policy", () => {
  const used = [add("a", { rate: { parameter: "r" } }), scale("s", { share: { parameter: "s" } })];

  it("are listed as open in the order of the steps, and bound by kind", () => {
    const policy = parsePolicy(open(...used));
    expect(policy.openParameters).toEqual(["r", "s"]);
    const half = bind(policy, { s: "0.5" });
    expect([half.openParameters, half.bound, (half.steps[1] as { share: string }).share]).toEqual([
      ["r"],
      { s: "0.5" },
      "0.5",
    ]);
    expectRefusal(() => bind(policy, { r: "0.5" }), "not-a-rate", "values.r");
    expectRefusal(() => bind(policy, { s: "50%" }), "wrong-parameter-kind", "values.s");
    expectRefusal(() => bind(policy, { s: "1.5" }), "out-of-range", "values.s");
    expectRefusal(() => bind(half, { s: "0.6" }), "unknown-parameter", "values.s");
  });

  it("must be used, declared, and of the kind of their place", () => {
    expectRefusal(
      () => parsePolicy(open(add("a", { rate: { parameter: "r" } }))),
      "unknown-parameter",
      "parameters.s",
    );
    expectRefusal(
      () => parsePolicy(open(...used, add("b", { rate: { parameter: "s" } }))),
      "wrong-parameter-kind",
      "steps[2].rate",
    );
    expectRefusal(
      () => parsePolicy({ ...open(...used), bound: { r: "10%" } }),
      "unknown-parameter",
      "bound.r",
    );
    expectRefusal(
      () => parsePolicy({ ...open(...used), bound: { x: "10%" } }),
      "unknown-parameter",
      "bound.x",
    );
    expectRefusal(
      () => parsePolicy({ ...open(...used), parameters: { "a b": { kind: "rate", title: "x" } } }),
      "out-of-range",
      "parameters.a b",
    );
  });

  it("called like an inherited property stay open until they are bound", () => {
    const named = parsePolicy({
      ...open(add("a", { rate: { parameter: "toString" } }), add("b", { rate: { parameter: "valueOf" } })),
      parameters: { toString: { kind: "rate", title: "x" }, valueOf: { kind: "rate", title: "y" } },
    });
    const bound = bind(named, { valueOf: "5%" } as never);
    expect(bound.openParameters).toEqual(["toString"]);
    expect((bound.steps[0] as { rate: unknown }).rate).toEqual({ parameter: "toString" });
  });

  it("survive JSON, open and bound", () => {
    for (const policy of [
      parsePolicy(open(...used)),
      bind(parsePolicy(open(...used)), { r: "1%" }),
      definePolicy(usStackingRule),
    ])
      expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  });
});
