import { appliedRate, bind, parsePolicy, type SplitStep, type Step, type StepShare } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/exact/decimal.js";
import { mapValues } from "../../src/policy/language/mapValues.js";
import { openParametersOf } from "../../src/policy/language/openParametersOf.js";
import { compileSteps } from "../../src/policy/rates/compileSteps.js";
import { prefixColumn } from "../../src/policy/rates/prefixColumn.js";
import { freeze } from "../support/freeze.js";
import { expectRefusal } from "../support/refusal.js";
import { add, policyOf, query, rateOf, replace, scale, split } from "../support/steps.js";

const parameters = {
  r: { kind: "rate", title: "a rate" },
  s: { kind: "share", title: "a share" },
  t: { kind: "rate", title: "another" },
};
const open = freeze([
  add("a", { rate: { parameter: "r" } }),
  scale("half", { share: { parameter: "s" } }),
  add("table", { rate: { byProduct: { "27": "3%", "72": "3%", "87": { parameter: "t" } } } }),
  split("parts", { share: "0.4", first: [add("in", { rate: "7%" })], rest: [add("out")] }),
]) as readonly Step[];
const inner = open[3] as SplitStep;
const define = () => parsePolicy({ id: "p", title: "p", parameters, steps: open });

describe("a compiled policy", () => {
  const slots = new Map(
    Object.entries({ r: "0.1", s: "0.5", t: "0.2" }).map(([name, of]) => [name, new Decimal(of)]),
  );

  it("leaves open values to each question", () => {
    const [a, half, table, parts] = compileSteps(define());
    expect(a?.valueFor("87", slots)?.toString()).toBe("0.1");
    expect(half?.valueFor("87", slots)?.toString()).toBe("0.5");
    expect(
      (["2709", "72", "87", "8703", "90"] as const).map((code) => table?.valueFor(code, slots)?.toString()),
    ).toEqual(["0.03", "0.03", "0.2", "0.2", undefined]);
    expect(parts?.valueFor("87")?.toString()).toBe("0.4");
    expect(parts?.first.map(({ step, valueFor }) => [step.id, valueFor("87")?.toString()])).toEqual([
      ["in", "0.07"],
    ]);
    expect(parts?.rest.map(({ step }) => step.id)).toEqual(["out"]);
  });

  it("has no value where a slot is empty or a table has no line", () => {
    const [a, , table] = compileSteps(define());
    expect([a?.hasValue("87", slots), a?.hasValue("87"), a?.hasValue("87", new Map())]).toEqual([
      true,
      false,
      false,
    ]);
    expect([table?.hasValue("8703", slots), table?.hasValue("8703"), table?.hasValue("90", slots)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(table?.hasValue("2709")).toBe(true);
  });

  it("is compiled once; what binds one parameter leaves the other steps as they were", () => {
    const policy = define();
    expect(compileSteps(policy)).toBe(compileSteps(policy));
    const bound = compileSteps(bind(policy, { r: "5%" } as never));
    expect(bound[0]?.valueFor("87")?.toString()).toBe("0.05");
    expect(bound.map(({ covers }, at) => covers === compileSteps(policy)[at]?.covers)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it("knows the one limit of a condition, and a quota in units", () => {
    const above = (when: unknown) =>
      compileSteps(policyOf(add("c", { when: when as never })))[0]?.above?.toString() ?? null;
    expect(above({ authority: "mfn", above: "5%" })).toBe("0.05");
    expect(above({ authority: "mfn", above: "5%", below: "9%" })).toBeNull();
    expect(above({ authority: "mfn", atMost: "5%" })).toBeNull();
    expect(above([{ authority: "mfn", above: "5%" }])).toBeNull();
    expect(above({ fact: "share", above: "0.5" })).toBeNull();
    const quotaOf = (share: StepShare) => compileSteps(policyOf(split("q", { share })))[0]?.quota;
    expect(quotaOf({ quota: "50", unit: "t" })).toMatchObject({ unit: "t" });
    expect(quotaOf({ quota: "50", unit: "t" })?.amount.toString()).toBe("50");
    expect([
      quotaOf({ quota: "50", of: "100" }),
      quotaOf("0.5"),
      quotaOf({ byProduct: { "87": "0.5" } }),
    ]).toEqual([null, null, null]);
    expect(compileSteps(policyOf(add("x")))[0]?.quota).toBeNull();
  });
});

describe("a quota of imports that are known", () => {
  it.each([
    [{ quota: "30", of: "120" }, "12.5%"],
    [{ quota: "120", of: "120" }, "20%"],
    [{ quota: "150", of: "120" }, "20%"],
    [{ quota: "0", of: "120" }, "10%"],
  ] as const)("%j leaves a rate of %s", (share, expected) => {
    const steps = [split("q", { share, first: [add("in", { rate: "20%" })], rest: [add("out")] })];
    expect(rateOf(steps)).toBe(expected);
  });
});

describe("tables of duties", () => {
  const { rate: _, ...bare } = add("d");
  const step = { ...bare, duty: { byProduct: { "8703": { sum: ["4%"] }, "72": { sum: ["6%"] } } } } as Step;
  it("give each product its own and refuse what they tell apart inside", () => {
    const rate = (product: string) => rateOf([step], { product });
    expect(["870323", "72", "7208", "27"].map(rate)).toEqual(["4%", "6%", "6%", "0%"]);
    expectRefusal(() => rate("87"), "finer-than-baseline", "steps.d.byProduct");
    expectRefusal(
      () => rateOf([{ ...step, products: ["870323"] } as Step], { product: "8703" }),
      "finer-than-baseline",
      "steps.d.products",
    );
  });
});

describe("values passed through a function", () => {
  it("stand in tables and parts too, and are told with their kind and place", () => {
    const told: unknown[] = [];
    const same = mapValues(open, (value, kind, path) => {
      told.push([value, kind, path]);
      return value;
    });
    expect(told).toEqual([
      [{ parameter: "r" }, "rate", "steps[0].rate"],
      [{ parameter: "s" }, "share", "steps[1].share"],
      ["3%", "rate", "steps[2].rate.byProduct.27"],
      ["3%", "rate", "steps[2].rate.byProduct.72"],
      [{ parameter: "t" }, "rate", "steps[2].rate.byProduct.87"],
      ["0.4", "share", "steps[3].share"],
      ["7%", "rate", "steps[3].first[0].rate"],
      ["10%", "rate", "steps[3].rest[0].rate"],
    ]);
    expect(same.every((step, at) => step === open[at])).toBe(true);
    expect(openParametersOf(open)).toEqual(["r", "s", "t"]);
  });

  it("change the steps they stand in and no other", () => {
    const change = (from: unknown, to: string) =>
      mapValues(open, (value) => (value === from ? (to as never) : value));
    const changed = (from: unknown, to: string) => {
      const after = change(from, to);
      return after.flatMap((step, at) => (step === open[at] ? [] : [[at, step]]));
    };
    expect(changed("7%", "8%")).toEqual([[3, { ...open[3], first: [{ ...inner.first[0], rate: "8%" }] }]]);
    expect(changed("10%", "8%")).toEqual([[3, { ...open[3], rest: [{ ...inner.rest[0], rate: "8%" }] }]]);
    expect(changed("0.4", "0.3")).toEqual([[3, { ...open[3], share: "0.3" }]]);
    expect(changed("3%", "4%")).toEqual([
      [2, { ...open[2], rate: { byProduct: { "27": "4%", "72": "4%", "87": { parameter: "t" } } } }],
    ]);
    const kept = change("7%", "8%")[3] as SplitStep;
    expect(kept.rest[0]).toBe(inner.rest[0]);
  });

  it("are not found in quotas and in duties of several parts", () => {
    const { rate: _, ...bare } = add("d");
    const none = [
      { ...bare, duty: { sum: ["5%"] } } as Step,
      split("q", { share: { quota: "1", unit: "kg" } }),
      scale("l", { share: { quota: "1", of: "2" } }),
    ];
    const refuse = () => {
      throw new Error("there is no value");
    };
    expect(mapValues(none, refuse).every((step, at) => step === none[at])).toBe(true);
    const { authority: __, ...swiss } = replace("w", { rate: "15%" });
    const cut = { ...scale("c"), operator: "linearCut" } as Step;
    const kinds: string[] = [];
    mapValues([cut, { ...swiss, operator: "swissFormula" } as Step], (value, kind, path) => {
      kinds.push(`${kind} ${path}`);
      return value;
    });
    expect(kinds).toEqual(["share steps[0].share", "rate steps[1].rate"]);
  });
});

describe("all products at once", () => {
  const products = ["8703", "870323", "total", "27", "2709", "90"] as const;
  const column = (...prefixes: string[]) => {
    const { at, found, wider } = prefixColumn(prefixes, products as never);
    return { at: [...at], found: [...found].sort(), wider: [...wider].sort() };
  };
  it("have the longest prefix of each, in any order", () => {
    const expected = { found: [0, 1, 4], wider: [0, 2, 3] };
    expect(column("870323", "87", "2709")).toEqual({ at: [1, 0, -1, -1, 2, -1], ...expected });
    expect(column("2709", "87", "870323")).toEqual({ at: [1, 2, -1, -1, 0, -1], ...expected });
    expect(column("27", "90")).toEqual({ at: [-1, -1, -1, 0, 0, 1], found: [3, 4, 5], wider: [2] });
    expect(column()).toEqual({ at: [-1, -1, -1, -1, -1, -1], found: [], wider: [] });
    expect(column("01", "99")).toEqual({ at: [-1, -1, -1, -1, -1, -1], found: [], wider: [2] });
  });
  it("are told apart by prefixes longer than they are", () => {
    const wider = (codes: readonly string[], ...prefixes: string[]) =>
      prefixColumn(prefixes, codes as never).wider;
    expect(wider(["8703", "27"], "87032310")).toEqual([0]);
    expect(wider(["8703", "870323"], "87032310")).toEqual([0, 1]);
    expect(wider(["8703", "27"], "87")).toEqual([]);
    expect(wider(["8703", "27"], "8703", "2709")).toEqual([1]);
  });
});

it("a rate of a product is that of its longest prefix, of a share too", () => {
  const step = scale("s", { of: ["mfn"], share: { byProduct: { "87": "1/4", "8703": "0.5" } } });
  const rate = (product: string) => appliedRate(policyOf(step), query({ product, base: { mfn: "8%" } })).rate;
  expect(["8703", "8704", "27"].map(rate)).toEqual(["4%", "2%", "8%"]);
});
