import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { parse } from "../../src/internal/zod/parse.js";
import { policyFields } from "../../src/policy/language/policySchema.js";
import { buildStepSchema } from "../../src/policy/language/stepSchema.js";
import { errorOf } from "../support/errorOf.js";
import { add, cap, raise, replace, scale, split } from "../support/steps.js";

const refused = (run: () => unknown) => {
  const { code, path } = errorOf(run);
  return [code, path];
};
const full = {
  measure: "m",
  when: { fact: "mode", is: ["air"] },
  source: { title: "a law", place: "section 1", url: "https://example.org" },
} as const;
const { share: _, ...unshared } = scale("w");
const { rate: __, ...unrated } = add("d");
const ofEveryOperator = [
  add("a", { ...full, base: ["customs value", { chargeOf: "mfn" }] }),
  { ...unrated, ...full, duty: { sum: ["5%"] } },
  replace("r", full),
  raise("f", full),
  cap("c", full),
  scale("s", full),
  { ...unshared, operator: "swissFormula", rate: "15%" },
  { ...scale("l"), operator: "linearCut" },
  split("p", { ...full, first: [add("in"), split("q")], rest: [scale("out")] }),
] as const;

// Doors build their schema once, so that one test alone would see a mistake in building it: here it is built anew.
describe("the schema of a step", () => {
  it.each(ofEveryOperator)("takes a step whose operator is $operator as it is", (step) => {
    expect(parse(buildStepSchema(), step)).toEqual(step);
  });

  it("names what is wrong, key by key", () => {
    const step = buildStepSchema();
    const of = (given: object, changes: object) => refused(() => parse(step, { ...given, ...changes }));
    const a = add("a");
    expect(of(a, { bogus: 1 })).toEqual(["unknown-key", "bogus"]);
    expect(of(a, { operator: "raise" })).toEqual(["out-of-range", "operator"]);
    expect(of(a, { status: "tweeted" })).toEqual(["out-of-range", "status"]);
    expect(of(a, { id: "a b" })).toEqual(["out-of-range", "id"]);
    expect(of(a, { title: "" })).toEqual(["empty", "title"]);
    expect(of(a, { measure: "" })).toEqual(["out-of-range", "measure"]);
    expect(of(a, { importers: ["XXX"] })).toEqual(["unknown-economy", "importers[0]"]);
    expect(of(a, { exporters: [] })).toEqual(["empty", "exporters"]);
    expect(of(a, { products: ["x"] })).toEqual(["not-an-hs-code", "products[0]"]);
    expect(of(a, { dates: { signed: "x" } })).toEqual(["not-a-date", "dates.signed"]);
    expect(of(a, { when: [] })).toEqual(["empty", "when"]);
    expect(of(a, { source: {} })).toEqual(["missing-key", "source.title"]);
    expect(of(a, { rate: "5" })).toEqual(["not-a-rate", "rate"]);
    expect(of(a, { duty: {} })).toEqual(["missing-key", "duty.sum"]);
    expect(of(a, { base: [] })).toEqual(["empty", "base"]);
    expect(of(scale("s"), { share: "2" })).toEqual(["out-of-range", "share"]);
    expect(of(scale("s"), { of: [] })).toEqual(["empty", "of"]);
    expect(of(scale("s"), { of: ["a", "b", "b"] })).toEqual(["duplicate-id", "of[2]"]);
    expect(of(scale("s"), { of: ["a b"] })).toEqual(["out-of-range", "of[0]"]);
    expect(of(scale("s"), { of: Array(101).fill("a") })).toEqual(["too-long", "of"]);
    expect(of(split("s"), { first: Array(1001).fill(a) })).toEqual(["too-long", "first"]);
    expect(of(split("s"), { rest: [{ ...a, rate: "5" }] })).toEqual(["not-a-rate", "rest[0].rate"]);
    expect(of(a, { authority: undefined })).toEqual(["missing-key", "authority"]);
  });
});

describe("the fields of a policy", () => {
  const whole = {
    $schema: "https://example.org",
    id: "p",
    title: "t",
    parameters: { r: { kind: "rate", title: "a rate" }, s: { kind: "share", title: "a share" } },
    bound: { r: "5%", s: "0.5" },
    openParameters: ["x"],
    covers: { from: "2025-01-01" },
    steps: [add("a")],
  };
  const read = (changes: object) => parse(z.strictObject(policyFields()), { ...whole, ...changes });

  it("are taken as they are, and each is checked", () => {
    expect(read({})).toEqual(whole);
    const { id, title, steps } = whole;
    expect(parse(z.strictObject(policyFields()), { id, title, steps })).toEqual({ id, title, steps });
    const of = (changes: object) => refused(() => read(changes));
    expect(of({ bogus: 1 })).toEqual(["unknown-key", "bogus"]);
    expect(of({ parameters: { r: { kind: "money", title: "x" } } })).toEqual([
      "out-of-range",
      "parameters.r.kind",
    ]);
    expect(of({ parameters: { r: { kind: "rate" } } })).toEqual(["missing-key", "parameters.r.title"]);
    expect(of({ parameters: { r: { kind: "rate", title: "x", unit: 1 } } })).toEqual([
      "unknown-key",
      "parameters.r.unit",
    ]);
    expect(of({ parameters: { "a b": { kind: "rate", title: "x" } } })).toEqual([
      "out-of-range",
      "parameters.a b",
    ]);
    expect(of({ bound: { r: 5 } })).toEqual(["wrong-type", "bound.r"]);
    expect(of({ bound: { r: "x".repeat(201) } })).toEqual(["too-long", "bound.r"]);
    expect(of({ openParameters: ["a b"] })).toEqual(["out-of-range", "openParameters[0]"]);
    expect(of({ covers: { from: "x" } })).toEqual(["not-a-date", "covers.from"]);
    expect(of({ steps: [{ ...add("a"), rate: "5" }] })).toEqual(["not-a-rate", "steps[0].rate"]);
  });
});
