import {
  appliedRate,
  definePolicy,
  explainRate,
  explanationText,
  type RateQuery,
  type Step,
  type StepShare,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { freeze } from "../support/freeze.js";
import { expectRefusal } from "../support/refusal.js";
import { add, cap, replace, scale, split } from "../support/steps.js";

const policyOf = (...steps: readonly Step[]) => definePolicy(freeze({ id: "p", title: "a test", steps }));

const question: RateQuery = {
  importer: "USA",
  exporter: "DEU",
  product: "080711",
  on: "any-date",
  statuses: "any-status",
  base: {},
};

const rateOf = (steps: readonly Step[], changes: Partial<RateQuery> = {}) =>
  appliedRate(policyOf(...steps), { ...question, ...changes });

describe("a base that another duty is part of", () => {
  const india = [
    add("bcd", { authority: "bcd", rate: "10%" }),
    add("sws", { authority: "sws", rate: "10%", base: [{ chargeOf: "bcd" }] }),
    add("igst", {
      authority: "igst",
      rate: "18%",
      base: ["customs value", { chargeOf: "bcd" }, { chargeOf: "sws" }],
    }),
  ];
  it("gives India's duty on duty and tax after duty: 30.98 %", () => {
    expect(rateOf(india)).toEqual({ rate: "30.98%", byAuthority: { bcd: "10%", sws: "1%", igst: "19.98%" } });
  });
  it("is shown part by part", () => {
    const explanation = explainRate(policyOf(...india), question);
    expect(explanation.steps[2]?.parts).toEqual([{ part: "18%", of: "1.11", amount: "0.1998" }]);
    expect(explanationText(explanation)).toContain("add 18% (igst) = 18% x 1.11: 11% -> 30.98%");
  });
  it("refuses an authority that nobody charges, and a term twice", () => {
    const unknown = add("sws", { base: [{ chargeOf: "nobody" }] });
    expectRefusal(() => rateOf([unknown]), "unknown-authority", "policy.steps.sws");
    const twice = add("sws", { base: ["customs value", "customs value"] });
    expectRefusal(() => policyOf(twice), "duplicate-id", "steps[0].base[1]");
  });
});

describe("a duty of several parts", () => {
  const usd = (amount: string) => ({ amount: amount as "1", currency: "USD" });
  const value = (amount: string) => ({ ...question, value: usd(amount) });

  it.each([
    ["5000", "25"],
    ["100000", "346.4"],
    ["200000", "485"],
  ])("fee of 0.3464 %% on %s between 25 and 485 is %s", (amount, fee) => {
    const mpf = add("mpf", {
      authority: "mpf",
      duty: { sum: ["0.3464%"], least: [usd("25")], greatest: [usd("485")] },
      rate: undefined as never,
    });
    const { rate: _, ...step } = mpf;
    const policy = policyOf(step as Step);
    expect(appliedRate(policy, value(amount)).charged?.total).toBe(fee);
  });

  const compound = ({ rate: _, ...step }: Step & { rate?: unknown }, duty: unknown) =>
    ({ ...step, duty }) as Step;
  const perKilo = compound(add("specific"), { sum: [{ ...usd("0.024"), per: "kg" }, "5%"] });

  it("adds an amount per unit and a share, in any unit of one kind", () => {
    const asked = { ...value("1000"), quantities: { t: "1.2" } } as const;
    const { rate, charged } = appliedRate(policyOf(perKilo), asked);
    expect(charged).toEqual({ total: "78.8", byAuthority: { surcharge: "78.8" }, currency: "USD" });
    expect(rate).toBe("7.88%");
    const [step] = explainRate(policyOf(perKilo), asked).steps;
    expect(step).toMatchObject({ value: "7.88%", decidedBy: "sum" });
    expect(step?.parts?.map(({ of, amount }) => [of, amount])).toEqual([
      ["1200", "28.8"],
      ["1000", "50"],
    ]);
  });
  it("counts quantities on a share of the value in proportion", () => {
    const half = split("half", { share: "0.25", first: [perKilo] });
    expect(rateOf([half], { ...value("1000"), quantities: { kg: "1200" } }).charged?.total).toBe("19.7");
  });
  it("takes its own least: 5 %, but at least 2 dollars", () => {
    const duty = compound(add("least"), { sum: ["5%"], least: [usd("2")] });
    expect(rateOf([duty], value("30")).charged?.total).toBe("2");
    expect(rateOf([duty], value("50")).charged?.total).toBe("2.5");
  });
  it("may differ by product", () => {
    const duty = compound(add("table"), {
      byProduct: { "08": { sum: ["5%"] }, "0807": { sum: [usd("7")] } },
    });
    expect(rateOf([duty], value("100")).charged?.total).toBe("7");
    expect(rateOf([duty], { ...value("100"), product: "080810" }).charged?.total).toBe("5");
    expect(rateOf([duty], { ...value("100"), product: "09" }).rate).toBe("0%");
  });
  it("refuses a question without value, quantity or fitting unit, and another currency", () => {
    const policy = policyOf(perKilo);
    const ask = (changes: Partial<RateQuery>) => () => appliedRate(policy, { ...question, ...changes });
    expectRefusal(ask({ quantities: { kg: "1" } }), "missing-key", "value");
    expectRefusal(ask(value("10")), "missing-quantity", "quantities.kg");
    expectRefusal(ask({ ...value("10"), quantities: { liter: "3" } }), "unit-mismatch", "quantities.kg");
    const euros = { value: { amount: "10", currency: "EUR" }, quantities: { kg: "1" } } as const;
    expectRefusal(ask(euros), "currency-mismatch", "value");
    expectRefusal(
      ask({ ...value("10"), quantities: { kg: "1", t: "1" } }),
      "conflicting-keys",
      "quantities.t",
    );
    expectRefusal(ask({ ...value("10"), quantities: { kg: "-1" } }), "out-of-range", "quantities.kg");
    expectRefusal(ask(value("0")), "out-of-range", "value.amount");
  });
  it("and a rate beside it are refused, and neither", () => {
    const { rate: _, ...bare } = add("bare");
    expectRefusal(() => policyOf(bare as Step), "missing-key", "steps[0].rate");
    const both = { ...add("both"), duty: { sum: ["1%"] } } as Step;
    expectRefusal(() => policyOf(both), "conflicting-keys", "steps[0].duty");
  });
});

describe("seasons and spells", () => {
  const melons = [
    add("ordinary", { rate: "17%", authority: "mfn", dates: { effective: "2020-01-01" } }),
    replace("season", {
      rate: "9%",
      authority: "mfn",
      of: ["mfn"],
      dates: { seasons: [{ from: "12-01", to: "03-31" }] },
    }),
  ];
  it.each([
    ["2025-11-30", "17%"],
    ["2025-12-01", "9%"],
    ["2026-03-31", "9%"],
    ["2026-04-01", "17%"],
    ["2031-01-15", "9%"],
    ["2024-02-29", "9%"],
  ] as const)("on %s melons pay %s", (on, rate) => {
    expect(rateOf(melons, { on }).rate).toBe(rate);
  });
  it("several spells of one step", () => {
    const spells = [{ from: "2024-01-01", to: "2024-02-29" }, { from: "2025-01-01" }] as const;
    const step = add("spells", { dates: { spells } });
    const outcome = (on: `${number}-${number}-${number}`) =>
      explainRate(policyOf(step), { ...question, on }).steps[0]?.outcome;
    expect(outcome("2023-12-31")).toBe("not-yet-effective");
    expect(outcome("2024-02-29")).toBe("applied");
    expect(outcome("2024-03-01")).toBe("between-spells");
    expect(outcome("2031-01-01")).toBe("applied");
  });
  it("refuses days that do not exist, spells out of order, and two ways of saying when", () => {
    const dated = (dates: unknown) => () => policyOf(add("a", { dates: dates as never }));
    expectRefusal(
      dated({ seasons: [{ from: "02-30", to: "03-01" }] }),
      "not-a-date",
      "steps[0].dates.seasons[0].from",
    );
    expectRefusal(dated({ spells: [{ from: "2024-01-01" }, { from: "2025-01-01" }] }), "dates-out-of-order");
    expectRefusal(dated({ effective: "2024-01-01", spells: [{ from: "2024-01-01" }] }), "conflicting-keys");
  });
  it("refuses seasons of one measure that are asked about without a date", () => {
    const half = (id: string, from: string, to: string) =>
      add(id, { measure: "tomatoes", dates: { seasons: [{ from: from as "1-1", to: to as "1-1" }] } });
    const steps = [half("winter", "11-01", "05-14"), half("summer", "05-15", "10-31")];
    expectRefusal(() => rateOf(steps), "successive-rates");
    expect(rateOf(steps, { on: "2025-05-14" }).rate).toBe("10%");
  });
});

describe("conditions", () => {
  const loaded = add("loaded", {
    when: [
      { fact: "mode", is: ["vessel"] },
      { fact: "loaded", before: "2025-04-05" },
    ],
  });
  it("on facts, all of which must hold", () => {
    expect(rateOf([loaded], { facts: { mode: "vessel", loaded: "2025-04-04" } }).rate).toBe("10%");
    expect(rateOf([loaded], { facts: { mode: "vessel", loaded: "2025-04-05" } }).rate).toBe("0%");
    expect(rateOf([loaded], { facts: { mode: "air" } }).rate).toBe("0%");
  });
  it("refuse a question that lacks a fact, and one that is no day", () => {
    expectRefusal(() => rateOf([loaded]), "missing-fact", "facts.mode");
    expectRefusal(() => rateOf([loaded], { facts: { mode: "vessel" } }), "missing-fact", "facts.loaded");
    expectRefusal(() => rateOf([loaded], { facts: { mode: "vessel", loaded: "April" } }), "not-a-date");
  });
  it("on shares of content", () => {
    const content = add("content", { when: { fact: "content", atLeast: "0.2", below: "0.5" } });
    const rate = (share: string) => rateOf([content], { facts: { content: share } }).rate;
    expect(["0.19", "0.2", "0.49", "0.5"].map(rate)).toEqual(["0%", "10%", "10%", "0%"]);
  });
  it.each([
    ["above", ["0%", "0%", "10%"]],
    ["atLeast", ["0%", "10%", "10%"]],
    ["below", ["10%", "0%", "0%"]],
    ["atMost", ["10%", "10%", "0%"]],
  ] as const)("on a rate %s 5 %%", (limit, expected) => {
    const step = add("extra", { when: { authority: "mfn", [limit]: "5%" } as never });
    const rates = (["4.9%", "5%", "5.1%"] as const).map(
      (mfn) => rateOf([step], { base: { mfn } }).byAuthority.surcharge ?? "0%",
    );
    expect(rates).toEqual(expected);
  });
  it("that ask nothing are refused", () => {
    expectRefusal(() => policyOf(add("a", { when: { fact: "mode" } })), "missing-key", "steps[0].when");
    expectRefusal(() => policyOf(add("a", { when: [] })), "empty", "steps[0].when");
  });
});

describe("shares and formulas", () => {
  it("a third and two thirds make one", () => {
    const third = split("third", { share: "1/3", first: [add("one", { rate: "30%" })] });
    expect(rateOf([third]).rate).toBe("10%");
    const both = split("both", {
      share: "1/3",
      first: [add("a", { rate: "7%" })],
      rest: [add("b", { rate: "7%" })],
    });
    expect(rateOf([both]).rate).toBe("7%");
  });
  it("a quota lets 100,000 of 102,000 in", () => {
    const quota = (share: StepShare) =>
      split("quota", { share, first: [add("in", { rate: "10%" })], rest: [add("over", { rate: "27.5%" })] });
    const rate = "10.343137254901960784313725%";
    const written = rateOf([quota("100000/102000")]).rate;
    expect(written.slice(0, 20)).toBe(rate.slice(0, 20));
    expect(rateOf([quota({ quota: "100000", of: "102000" })]).rate).toBe(written);
    const counted = quota({ quota: "100000", unit: "piece" });
    expect(rateOf([counted], { quantities: { piece: "102000" } }).rate).toBe(written);
    expect(rateOf([counted], { quantities: { piece: "90000" } }).rate).toBe("10%");
    expectRefusal(() => rateOf([counted]), "missing-quantity", "quantities.piece");
    expectRefusal(() => policyOf(quota({ quota: "-1", of: "2" })), "out-of-range", "steps[0].share.quota");
  });
  it("the Swiss formula with 15 % makes 10 % into 6 %", () => {
    const swiss = { ...scale("swiss", { of: ["mfn"] }), operator: "swissFormula", rate: "15%" };
    const { share: _, ...step } = swiss;
    expect(rateOf([step as never], { base: { mfn: "10%" } }).rate).toBe("6%");
    expect(rateOf([step as never], { base: { mfn: "0%" } }).rate).toBe("0%");
    expectRefusal(() => policyOf({ ...step, rate: "0%" } as never), "out-of-range", "steps[0].rate");
  });
  it("a linear cut by 30 % leaves 70 %", () => {
    const cut = { ...scale("cut", { of: ["mfn"], share: "0.3" }), operator: "linearCut" } as Step;
    expect(rateOf([cut], { base: { mfn: "10%" } }).rate).toBe("7%");
  });
});

it.each([
  ["0%", "25%", "15%"],
  ["6%", "25%", "15%"],
  ["25%", "25%", "25%"],
  ["0%", "10%", "10%"],
  ["20.8%", "10%", "20.8%"],
] as const)("an all-in ceiling over an ordinary %s and %s gives %s", (mfn, rate, expected) => {
  const steps = [add("surcharge", { rate }), cap("cap", { rate: "15%" })];
  expect(rateOf(steps, { base: { mfn } }).rate).toBe(expected);
});

it("answers for the days it covers, and no others", () => {
  const policy = definePolicy({
    id: "p",
    title: "one year",
    covers: { from: "2025-01-01", to: "2025-12-31" },
    steps: [add("a", { dates: { effective: "2025-01-01" } })],
  });
  expect(appliedRate(policy, { ...question, on: "2025-12-31" }).rate).toBe("10%");
  expectRefusal(() => appliedRate(policy, { ...question, on: "2024-12-31" }), "outside-period", "on");
  expectRefusal(() => explainRate(policy, { ...question, on: "2026-01-01" }), "outside-period", "on");
});
