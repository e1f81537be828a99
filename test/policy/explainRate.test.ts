import { appliedRate, explainRate, type RateQuery } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { add, policyOf, query, raise, scale, split } from "../support/steps.js";

const source = { title: "a law", place: "section 1" };
const policy = policyOf(
  add("a", { rate: { byProduct: { "87": "10%" } }, source, status: "signed" }),
  split("s", {
    share: "0.25",
    first: [scale("half", { share: "0.5" })],
    rest: [add("b", { exporters: ["MEX"] }), add("c", { rate: "2%" })],
  }),
  raise("f", { when: { authority: "mfn", above: "50%" } }),
);
const asked = query({ base: { mfn: "3%" } });

describe("the working of a rate", () => {
  const explain = () => explainRate(policy, asked);

  it("begins with the base and ends with the rate", () => {
    const { rate, byAuthority } = appliedRate(policy, asked);
    expect(explain()).toMatchObject({ rate, byAuthority, base: "3%", query: asked });
    // 3 + a quarter of 5 and three quarters of 12.
    expect(rate).toBe("13.25%");
    expect(byAuthority).toEqual({ mfn: "3%", surcharge: "10.25%" });
  });

  it("tells every step in order, with depth, share, value, before and after", () => {
    const told = explain().steps.map(({ id, depth, shareOfValue, value, outcome, before, after }) => [
      id,
      depth,
      shareOfValue,
      value,
      outcome,
      before,
      after,
    ]);
    expect(told).toEqual([
      ["a", 0, "1", "10%", "applied", "3%", "13%"],
      ["s", 0, "1", "0.25", "applied", "13%", "13.25%"],
      ["half", 1, "0.25", "0.5", "applied", "13%", "8%"],
      ["b", 1, "0.75", null, "other-exporter", "13%", "13%"],
      ["c", 1, "0.75", "2%", "applied", "13%", "15%"],
      ["f", 0, "1", "15%", "condition-not-met", "13.25%", "13.25%"],
    ]);
    expect(explain().steps[0]).toMatchObject({
      source,
      status: "signed",
      operator: "add",
      title: "a step of a test",
    });
  });

  it("names the authorities a step charges and works on, where it has them", () => {
    const told = explain().steps.map(({ id, authority, of }) => [id, authority, of]);
    expect(told).toEqual([
      ["a", "surcharge", undefined],
      ["s", undefined, undefined],
      ["half", undefined, ["surcharge"]],
      ["b", "surcharge", undefined],
      ["c", "surcharge", undefined],
      ["f", "floor", ["mfn", "floor"]],
    ]);
    expect(explain().steps[1]).not.toHaveProperty("authority");
    expect(explain().steps[1]).not.toHaveProperty("of");
  });

  it("is frozen, survives JSON, and keeps its own copy of the question", () => {
    const mine = { ...structuredClone(asked) } as { -readonly [Key in keyof RateQuery]: RateQuery[Key] };
    const kept = explainRate(policy, mine);
    mine.product = "27";
    expect(kept.query.product).toBe(asked.product);
    expect(Object.isFrozen(kept.steps[0])).toBe(true);
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
  });

  it("answers whatever appliedRate answers: a total below -100 % between two steps", () => {
    const deep = policyOf(add("x", { rate: "-70%" }), add("y", { rate: "-70%" }), add("z", { rate: "100%" }));
    expect(appliedRate(deep, query()).rate).toBe("-40%");
    expect(explainRate(deep, query()).steps.map((step) => step.after)).toEqual(["-70%", "-140%", "-40%"]);
    const base = { one: "-60%", two: "-60%" } as const;
    const up = policyOf(add("z", { rate: "100%" }));
    expect(explainRate(up, query({ base })).rate).toBe(appliedRate(up, query({ base })).rate);
  });

  it("ends with the rate even where that has many digits", () => {
    const fine = policyOf(
      add("a", { rate: "0.123456789012345678901%" }),
      scale("s", { share: "0.123456789012345678901" }),
    );
    const told = explainRate(fine, query());
    expect(told.steps.at(-1)?.after).toBe(told.rate);
  });
});
