import {
  appliedRate,
  averageRates,
  bind,
  difference,
  explainRate,
  parsePolicy,
  type RateQuery,
  type Step,
  timeline,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";
import { add, cap, policyOf, query, raise, rateOf, replace, scale, split } from "../support/steps.js";

const usd = (amount: string) => ({ amount: amount as "1", currency: "USD" });
const { rate: _, ...bare } = add("d");
const dutyOf = (duty: object, changes: object = {}) => ({ ...bare, duty, ...changes }) as Step;
const { authority: __, ...unowned } = replace("w", { of: ["mfn"] });
const swiss = (rate: string) => ({ ...unowned, operator: "swissFormula", rate }) as Step;
const cut = (share: string) => ({ ...scale("l", { of: ["mfn"] }), operator: "linearCut", share }) as Step;
const shown = (step: Step, changes: Partial<RateQuery> = {}) => {
  const told = explainRate(policyOf(step), query({ base: { mfn: "10%" }, ...changes })).steps[0];
  return [told?.outcome, told?.value, told?.before, told?.after];
};

describe("the value of a step, as it is shown", () => {
  it("is a rate, a share, or the coefficient of a formula", () => {
    expect(shown(add("a"))).toEqual(["applied", "10%", "10%", "20%"]);
    expect(shown(scale("s", { of: ["mfn"], share: "0.25" }))).toEqual(["applied", "0.25", "10%", "2.5%"]);
    expect(shown(split("p", { share: "0.25", first: [add("a")] }))).toEqual([
      "applied",
      "0.25",
      "10%",
      "12.5%",
    ]);
    expect(shown(cut("0.3"))).toEqual(["applied", "0.3", "10%", "7%"]);
    // 15 x 10 / (15 + 10).
    expect(shown(swiss("15%"))).toEqual(["applied", "15%", "10%", "6%"]);
    const third = scale("s", { of: ["mfn"], share: "1/3" });
    expect(shown(third, { base: { mfn: "30%" } })).toEqual([
      "applied",
      "0.333333333333333333333333",
      "30%",
      "10%",
    ]);
  });

  it("is shown of a condition that is not met, and of nothing else that does not apply", () => {
    const when = { authority: "mfn", above: "10%" } as const;
    const not = "condition-not-met";
    expect(shown(add("a", { when }))).toEqual([not, "10%", "10%", "10%"]);
    expect(shown(scale("s", { of: ["mfn"], when }))).toEqual([not, "0.5", "10%", "10%"]);
    expect(shown(dutyOf({ sum: [{ ...usd("1"), per: "kg" }] }, { when }))).toEqual([not, null, "10%", "10%"]);
    expect(shown(add("a", { exporters: ["MEX"] }))).toEqual(["other-exporter", null, "10%", "10%"]);
    const told = explainRate(policyOf(add("a", { when })), query({ base: { mfn: "5%" } })).steps[0];
    expect(told).not.toHaveProperty("parts");
    expect(told).not.toHaveProperty("decidedBy");
  });

  it("has parts where its base is not the value alone", () => {
    const step = add("a", { rate: "20%", base: ["customs value", { chargeOf: "mfn" }] });
    const told = explainRate(policyOf(step), query({ base: { mfn: "10%" } })).steps[0];
    // A fifth of 1.1.
    expect(told).toMatchObject({
      value: "20%",
      parts: [{ part: "20%", of: "1.1", amount: "0.22" }],
      after: "32%",
    });
    expect(told).not.toHaveProperty("decidedBy");
    const onDuty = add("a", { rate: "20%", base: [{ chargeOf: "mfn" }] });
    expect(rateOf([onDuty], { base: { mfn: "10%" } })).toBe("12%");
    // Nothing is charged yet by an authority that comes later.
    const later = [add("a", { rate: "20%", base: [{ chargeOf: "late" }] }), add("b", { authority: "late" })];
    expect(rateOf(later)).toBe("10%");
  });

  it("is the equivalent of what decided, on its part of the value", () => {
    const fee = { sum: ["1%"], least: [usd("25")], greatest: [usd("40"), "0.5%"] };
    const told = (amount: string) => {
      const { steps, charged } = explainRate(policyOf(dutyOf(fee)), query({ value: usd(amount) }));
      const [{ value, decidedBy, parts } = {}] = steps;
      return [charged?.total, value, decidedBy, parts?.map((part) => part.amount)];
    };
    expect(told("1000")).toEqual(["25", "2.5%", "least", ["25"]]);
    expect(told("2500")).toEqual(["25", "1%", "sum", ["25"]]);
    expect(told("4000")).toEqual(["40", "1%", "sum", ["40"]]);
    // 40 and 50 are less than 100.
    expect(told("10000")).toEqual(["90", "0.9%", "greatest", ["40", "50"]]);
    const inPart = split("s", { share: "0.25", first: [dutyOf({ sum: ["4%", usd("8")] })] });
    const { steps, rate } = explainRate(policyOf(inPart), query({ value: usd("800") }));
    // A quarter of 800 is 200: 8 of the rate, and a quarter of 8.
    expect(steps[1]).toMatchObject({
      value: "5%",
      depth: 1,
      shareOfValue: "0.25",
      before: "0%",
      after: "5%",
    });
    expect(steps[1]?.parts).toEqual([
      { part: "4%", of: "200", amount: "8" },
      { part: usd("8"), of: "0.25", amount: "2" },
    ]);
    expect(rate).toBe("1.25%");
  });

  it("may be below zero", () => {
    const asked = query({ value: usd("200") });
    // Minus 5 % of 200; nothing says that it is at least 0.
    expect(appliedRate(policyOf(dutyOf({ sum: ["-5%"] })), asked).charged?.total).toBe("-10");
    expect(appliedRate(policyOf(dutyOf({ sum: ["-5%"], least: ["-3%"] })), asked).charged?.total).toBe("-6");
    expect(appliedRate(policyOf(dutyOf({ sum: ["3%"], greatest: ["-1%"] })), asked).charged?.total).toBe(
      "-2",
    );
  });

  it("is shown on a part that is nothing", () => {
    const none = split("s", {
      share: "0",
      first: [add("a")],
      rest: [split("t", { share: "0.5", rest: [add("b")] })],
    });
    const { steps, rate } = explainRate(policyOf(none), query({ base: { mfn: "4%" } }));
    expect(
      steps.map(({ id, depth, shareOfValue, before, after }) => [id, depth, shareOfValue, before, after]),
    ).toEqual([
      ["s", 0, "1", "4%", "9%"],
      ["a", 1, "0", "0%", "0%"],
      ["t", 1, "1", "4%", "9%"],
      ["b", 2, "0.5", "4%", "14%"],
    ]);
    expect(rate).toBe("9%");
  });
});

describe("an answer in money", () => {
  it("is exact, and its rates are shares of the value", () => {
    const steps = [
      add("a", { rate: "2.5%" }),
      raise("f", { of: ["mfn", "surcharge", "floor"], rate: "10%" }),
    ];
    const asked = query({ base: { mfn: "3%" }, value: usd("250") });
    expect(appliedRate(policyOf(...steps), asked)).toEqual({
      rate: "10%",
      byAuthority: { mfn: "3%", surcharge: "2.5%", floor: "4.5%" },
      charged: {
        total: "25",
        byAuthority: { mfn: "7.5", surcharge: "6.25", floor: "11.25" },
        currency: "USD",
      },
    });
    expect(appliedRate(policyOf(...steps), query({ base: { mfn: "3%" } }))).not.toHaveProperty("charged");
  });

  it("is rounded to 24 places where it does not end", () => {
    const third = scale("s", { of: ["mfn"], share: "1/3" });
    const { rate, charged } = appliedRate(
      policyOf(third),
      query({ base: { mfn: "10%" }, value: usd("100") }),
    );
    // 10 / 3.
    expect(charged?.total).toBe("3.333333333333333333333333");
    expect(charged?.byAuthority).toEqual({ mfn: "3.333333333333333333333333" });
    expect(rate).toMatch(/^3\.3{20,}%$/);
    expect(appliedRate(policyOf(dutyOf({ sum: [usd("1")] })), query({ value: usd("3") })).rate).toMatch(
      /^33\.3{20,}%$/,
    );
  });

  it("compares conditions with shares of the value", () => {
    const step = (limit: object) => add("a", { when: { authority: "mfn", ...limit } });
    const rate = (limit: object) => rateOf([step(limit)], { base: { mfn: "5%" }, value: usd("1000") });
    expect([rate({ above: "4.9%" }), rate({ above: "5%" })]).toEqual(["15%", "5%"]);
    expect([rate({ atLeast: "5%" }), rate({ atLeast: "5.1%" })]).toEqual(["15%", "5%"]);
    expect([rate({ below: "5.1%" }), rate({ below: "5%" })]).toEqual(["15%", "5%"]);
    expect([rate({ atMost: "5%" }), rate({ atMost: "4.9%" })]).toEqual(["15%", "5%"]);
    expect([rate({ above: "4%", below: "6%" }), rate({ above: "4%", below: "5%" })]).toEqual(["15%", "5%"]);
    expect(
      rateOf([swiss("15%"), cap("c", { authority: "mfn", of: ["mfn"], rate: "5%" })], {
        base: { mfn: "10%" },
        value: usd("1000"),
      }),
    ).toBe("5%");
    expect(rateOf([swiss("15%")], { base: { mfn: "10%" }, value: usd("1000") })).toBe("6%");
  });
});

describe("the Swiss formula", () => {
  it("has no value with a coefficient that is bound to zero", () => {
    const open = parsePolicy({
      id: "p",
      title: "p",
      parameters: { c: { kind: "rate", title: "a coefficient" } },
      steps: [{ ...swiss("15%"), rate: { parameter: "c" } }],
    });
    const rate = (c: string) => appliedRate(bind(open, { c } as never), query({ base: { mfn: "10%" } })).rate;
    expect(rate("15%")).toBe("6%");
    expect(expectRefusal(() => rate("0%"), "out-of-range", "steps.w.rate").received).toBe('"0"');
    expectRefusal(() => rate("-5%"), "out-of-range", "steps.w.rate");
  });
  it("leaves subsidies and authorities that charge nothing as they are", () => {
    expect(rateOf([swiss("15%")], { base: { mfn: "-5%" } })).toBe("-5%");
    const step = { ...swiss("15%"), of: ["mfn", "later"] } as Step;
    expect(
      appliedRate(policyOf(step, add("a", { authority: "later" })), query({ base: { mfn: "10%" } })),
    ).toEqual({
      rate: "16%",
      byAuthority: { mfn: "6%", later: "10%" },
    });
    const none = appliedRate(
      policyOf(scale("s", { of: ["later"] }), add("a", { authority: "later", exporters: ["MEX"] })),
      query({ base: { mfn: "10%" } }),
    );
    expect(none.byAuthority).toEqual({ mfn: "10%" });
  });
});

describe("facts", () => {
  const rate = (when: unknown, facts: Record<string, string>) =>
    rateOf([add("a", { when: when as never })], { facts, base: { mfn: "5%" } }) === "15%";
  it("are one of some texts, or none of them", () => {
    const is = { fact: "mode", is: ["vessel", "air"] };
    expect(["vessel", "air", "rail"].map((mode) => rate(is, { mode }))).toEqual([true, true, false]);
    const isNot = { fact: "mode", isNot: ["vessel", "air"] };
    expect(["vessel", "air", "rail"].map((mode) => rate(isNot, { mode }))).toEqual([false, false, true]);
    const both = { fact: "mode", is: ["vessel", "air"], isNot: ["air"] };
    expect(["vessel", "air", "rail"].map((mode) => rate(both, { mode }))).toEqual([true, false, false]);
  });
  it("are days before one, or from one on", () => {
    const when = { fact: "built", from: "2025-01-01", before: "2025-02-01" };
    const built = ["2024-12-31", "2025-01-01", "2025-01-31", "2025-02-01"];
    expect(built.map((day) => rate(when, { built: day }))).toEqual([false, true, true, false]);
    expectRefusal(
      () => rate({ fact: "built", from: "2025-01-01" }, { built: "May" }),
      "not-a-date",
      "facts.built",
    );
    expectRefusal(
      () => rate({ fact: "built", before: "2025-01-01" }, { built: "May" }),
      "not-a-date",
      "facts.built",
    );
  });
  it.each([
    ["above", [false, false, true]],
    ["atLeast", [false, true, true]],
    ["below", [true, false, false]],
    ["atMost", [true, true, false]],
  ] as const)("are numbers %s another", (limit, expected) => {
    const when = { fact: "content", [limit]: "0.5" };
    expect(["0.49", "0.5", "0.51"].map((content) => rate(when, { content }))).toEqual(expected);
    expectRefusal(() => rate(when, { content: "half" }), "not-a-decimal", "facts.content");
  });
  it("that are missing matter only where all else holds", () => {
    const [missing, met, unmet] = [
      { fact: "mode", is: ["air"] },
      { authority: "mfn", above: "4%" },
      { authority: "mfn", above: "6%" },
    ];
    expectRefusal(() => rate([missing, met], {}), "missing-fact", "facts.mode");
    expectRefusal(
      () => rate([met, missing, { fact: "built", from: "2025-01-01" }], {}),
      "missing-fact",
      "facts.mode",
    );
    expect([rate([missing, unmet], {}), rate([unmet, missing], {})]).toEqual([false, false]);
    expect(rate([missing, { fact: "size", is: ["small"] }], { size: "large" })).toBe(false);
  });
});

describe("a period with a customs value", () => {
  const { on: ___, ...undated } = query({
    value: usd("1000"),
    quantities: { t: "1.2" },
    base: { mfn: "2%" },
  });
  const period = { ...undated, from: "2025-01-01", to: "2025-01-10" } as const;
  const perKilo = dutyOf({ sum: [{ ...usd("0.024"), per: "kg" }] }, { dates: { effective: "2025-01-06" } });

  it("has rates that are shares of it", () => {
    expect(
      timeline(policyOf(perKilo), period).map(({ days, rate, byAuthority }) => [days, rate, byAuthority]),
    ).toEqual([
      [5, "2%", { mfn: "2%" }],
      [5, "4.88%", { mfn: "2%", surcharge: "2.88%" }],
    ]);
    expect(difference(policyOf(perKilo), period)).toMatchObject({
      before: "2%",
      after: "4.88%",
      change: "2.88pp",
      byAuthority: { surcharge: "2.88pp" },
    });
    // 2 on ten days and 2.88 on five of them.
    expect(averageRates(policyOf(perKilo), { ...period, per: "period" })[0]).toMatchObject({
      days: 10,
      rate: "3.44%",
      exactPercent: { numerator: "86", denominator: "25" },
      byAuthority: { mfn: "2%", surcharge: "1.44%" },
    });
  });

  const day = (from: string, to?: string) =>
    ({ effective: from, ...(to && { expires: to }) }) as Step["dates"];
  it("is divided where another authority charges the same", () => {
    const steps = [
      add("a", { dates: day("2025-01-01", "2025-01-04") }),
      add("b", { authority: "other", dates: day("2025-01-05", "2025-01-07") }),
      add("c", { authority: "other", dates: day("2025-01-08") }),
    ];
    const runs = timeline(policyOf(...steps), period);
    expect(
      runs.map(({ from, to, days, rate, changes }) => [from, to, days, rate, changes.map(({ id }) => id)]),
    ).toEqual([
      ["2025-01-01", "2025-01-04", 4, "12%", []],
      ["2025-01-05", "2025-01-10", 6, "12%", ["a", "b"]],
    ]);
    expect(runs[1]?.byAuthority).toEqual({ mfn: "2%", other: "10%" });
    const more = [
      add("a", { dates: day("2025-01-01") }),
      add("b", { authority: "other", dates: day("2025-01-05") }),
    ];
    expect(timeline(policyOf(...more), period).map(({ rate }) => rate)).toEqual(["12%", "22%"]);
    const less = [
      add("a", { dates: day("2025-01-01") }),
      add("b", { authority: "other", dates: day("2025-01-01", "2025-01-05") }),
    ];
    expect(timeline(policyOf(...less), period).map(({ rate }) => rate)).toEqual(["22%", "12%"]);
  });

  it("tells of a step inside parts only where the parts apply on both days", () => {
    const inside = add("inside", { dates: day("2020-01-01") });
    const begins = split("begins", { dates: day("2025-01-06"), first: [inside] });
    expect(
      timeline(policyOf(begins), period)[1]?.changes.map(({ id, before, after }) => [id, before, after]),
    ).toEqual([["begins", "not-yet-effective", "applied"]]);
    const ends = split("ends", { dates: day("2020-01-01", "2025-01-05"), rest: [inside] });
    expect(timeline(policyOf(ends), period)[1]?.changes.map(({ id }) => id)).toEqual(["ends"]);
    const always = split("always", {
      dates: day("2020-01-01"),
      rest: [add("late", { dates: day("2025-01-06") })],
    });
    expect(timeline(policyOf(always), period)[1]?.changes.map(({ id }) => id)).toEqual(["late"]);
  });

  it("refuses an authority that nobody charges, and a total below -100 %", () => {
    expectRefusal(() => timeline(policyOf(scale("s")), period), "unknown-authority", "policy.steps.s");
    const subsidies = [
      add("a", { rate: "-90%", dates: day("2020-01-01") }),
      add("b", { rate: "-90%", dates: day("2025-01-10") }),
    ];
    expectRefusal(() => timeline(policyOf(...subsidies), period), "rate-below-minus-100", "policy.steps");
    expectRefusal(() => timeline({} as never, period), "not-defined", "policy");
  });
});
