import {
  appliedRate,
  averageRates,
  definePolicy,
  difference,
  type IsoDate,
  type PeriodQuery,
  type Policy,
  type Rate,
  type Step,
  type StepCondition,
  timeline,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { expectRefusal, refusal } from "../../support/refusal.js";
import { describeShared, haveShared, readSharedJson } from "../../support/sharedCases.js";
import { add, replace } from "../../support/steps.js";

interface CaseStep {
  readonly authority: string;
  readonly rate: Rate;
  readonly from?: IsoDate;
  readonly through?: IsoDate;
  readonly season?: { readonly from: "12-01"; readonly to: "03-31" };
  readonly known?: IsoDate;
  readonly when?: Readonly<Record<"claim" | "mode", string | undefined>> & {
    readonly loadedFrom?: IsoDate;
    readonly loadedBefore?: IsoDate;
    readonly enteredBefore?: IsoDate;
  };
}

interface Ask {
  readonly ask: string;
  readonly on?: IsoDate;
  readonly knownOn?: IsoDate;
  readonly from?: IsoDate;
  readonly through?: IsoDate;
  readonly to?: IsoDate;
  readonly facts?: Readonly<Record<string, string>>;
  readonly value?: string;
  readonly entered?: IsoDate;
  readonly paidAsKnownOn?: IsoDate;
  readonly lawAsKnownOn?: IsoDate;
  // biome-ignore lint/suspicious/noExplicitAny: each kind of question has an answer of its own
  readonly expected: any;
}

interface Question {
  readonly id: string;
  readonly covers: { readonly from: IsoDate; readonly through: IsoDate };
  readonly steps: readonly CaseStep[];
  readonly asks: readonly Ask[];
}

const dayBefore = (day: IsoDate) =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10) as IsoDate;

function stepOf({ authority, rate, from, through, season, known, when }: CaseStep, at: number): Step {
  const conditions: StepCondition[] = [
    ...(when?.claim === undefined ? [] : [{ fact: "claim", is: [when.claim] }]),
    ...(when?.mode === undefined ? [] : [{ fact: "mode", is: [when.mode] }]),
    ...(when?.loadedFrom === undefined ? [] : [{ fact: "loaded", from: when.loadedFrom }]),
    ...(when?.loadedBefore === undefined ? [] : [{ fact: "loaded", before: when.loadedBefore }]),
  ];
  const last = through ?? (when?.enteredBefore && dayBefore(when.enteredBefore));
  return replace(`s${at}`, {
    authority,
    of: [authority],
    rate,
    dates: {
      ...(known === undefined ? {} : { announced: known }),
      ...(from === undefined ? {} : { effective: from }),
      ...(last === undefined ? {} : { expires: last }),
      ...(season === undefined ? {} : { seasons: [season] }),
    },
    ...(conditions.length === 0 ? {} : { when: conditions }),
  });
}

const common = {
  importer: "USA",
  exporter: "DEU",
  product: "72",
  statuses: "any-status",
  base: {},
} as const;

const policyOf = ({ id, covers, steps }: Question): Policy<never> =>
  definePolicy({
    id,
    title: id,
    covers: { from: covers.from, to: covers.through },
    steps: steps.map(stepOf),
  }) as Policy<never>;

const charging = (rates: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(rates).filter(([, rate]) => rate !== "0%"));

function check(policy: Policy<never>, ask: Ask): void {
  const facts = ask.facts === undefined ? {} : { facts: ask.facts };
  const rate = (on: IsoDate, knownOn?: IsoDate) =>
    appliedRate(policy, { ...common, ...facts, on, ...(knownOn === undefined ? {} : { knownOn }) }).rate;
  const period: PeriodQuery = {
    ...common,
    ...facts,
    from: (ask.from ?? ask.expected.from) as IsoDate,
    to: (ask.through ?? ask.to ?? ask.expected.through) as IsoDate,
  };
  const { expected } = ask;
  switch (ask.ask) {
    case "rate":
    case "rate as known": {
      const run = () => rate(ask.on as IsoDate, ask.knownOn);
      if (String(expected).startsWith("refused")) {
        expect(["outside-period", "missing-fact"]).toContain(refusal(run).code);
      } else expect(run()).toBe(expected);
      return;
    }
    case "intervals":
      expect(
        timeline(policy, period).map(({ from, to, rate, byAuthority }) => [from, to, rate, byAuthority]),
      ).toEqual(
        // biome-ignore lint/suspicious/noExplicitAny: as the case has it
        expected.map((one: any) => [one.from, one.through, one.total, charging(one.rates)]),
      );
      return;
    case "highest": {
      const all = timeline(policy, period);
      const most = all.reduce((a, b) => (Number.parseFloat(b.rate) > Number.parseFloat(a.rate) ? b : a));
      expect({ rate: most.rate, from: most.from, through: most.to }).toEqual(expected);
      return;
    }
    case "average": {
      const [average] = averageRates(policy, { ...period, per: "period" });
      const [numerator, denominator = "1"] = expected.exact.split("/");
      expect(average?.days).toBe(expected.days);
      expect(average?.exactPercent).toEqual({ numerator, denominator });
      expect(Number.parseFloat(average?.rate as string).toFixed(6)).toBe(expected.rounded6);
      return;
    }
    case "difference": {
      const { change, byAuthority } = difference(policy, period);
      const signed = (points: string) => (points.startsWith("-") ? points : `+${points}`);
      const { total, ...others } = expected;
      expect(signed(change)).toBe(total);
      expect(Object.fromEntries(Object.entries(byAuthority).map(([who, by]) => [who, signed(by)]))).toEqual(
        others,
      );
      return;
    }
    case "refund": {
      const value = { amount: ask.value as "1", currency: "USD" };
      const paid = (knownOn?: IsoDate) =>
        appliedRate(policy, {
          ...common,
          on: ask.entered as IsoDate,
          value,
          ...(knownOn === undefined ? {} : { knownOn }),
        }).charged?.total;
      expect((Number(paid(ask.paidAsKnownOn)) - Number(paid(ask.lawAsKnownOn))).toFixed(2)).toBe(expected);
      return;
    }
    case "was 34% ever charged": {
      const whole = { ...common, from: policy.covers?.from as IsoDate, to: policy.covers?.to as IsoDate };
      expect(timeline(policy, whole).some(({ byAuthority }) => byAuthority.reciprocal === "34%")).toBe(false);
      return;
    }
    default:
      throw new Error(`no such question: ${ask.ask}`);
  }
}

const questions = haveShared
  ? readSharedJson<{ questions: readonly Question[] }>("cases/timeline/timeline.json").questions
  : [];

describeShared("the questions on time of the shared cases", () => {
  it("are 119 answers to 15 questions", () => {
    expect(questions).toHaveLength(15);
    expect(questions.flatMap(({ asks }) => asks)).toHaveLength(119);
  });
  it.each(questions.map((question) => [question.id, question] as const))("%s", (_, question) => {
    const policy = policyOf(question);
    for (const ask of question.asks) check(policy, ask);
  });
});

// Steel in 2024 and 2025, by hand: 31 days of March hold 20 of 25 %; a year holds 84 of 25 % and 211 of 50 %.
const steel: Question = {
  id: "steel",
  covers: { from: "2024-10-01", through: "2025-12-31" },
  steps: [
    { authority: "section-232", rate: "25%", from: "2025-03-12" },
    { authority: "section-232", rate: "50%", from: "2025-06-04" },
  ],
  asks: [],
};

describe("averages", () => {
  const policy = policyOf(steel);
  const averages = (from: IsoDate, to: IsoDate, per: Parameters<typeof averageRates>[1]["per"]) =>
    averageRates(policy, { ...common, from, to, per });
  it("of months, quarters, years and fiscal years are exact ratios", () => {
    const months = averages("2025-03-01", "2025-06-30", "month");
    expect(months.map(({ days }) => days)).toEqual([31, 30, 31, 30]);
    expect(months[0]?.exactPercent).toEqual({ numerator: "500", denominator: "31" });
    expect(months[3]?.rate).toBe("47.5%");
    expect(averages("2025-01-01", "2025-12-31", "year")[0]?.exactPercent).toEqual({
      numerator: "2530",
      denominator: "73",
    });
    const fiscal = averages("2024-10-01", "2025-12-31", { yearFrom: "10-01" });
    expect(fiscal.map(({ from, days }) => [from, days])).toEqual([
      ["2024-10-01", 365],
      ["2025-10-01", 92],
    ]);
    expect(fiscal[0]?.exactPercent).toEqual({ numerator: "1610", denominator: "73" });
    expect(averages("2025-03-10", "2025-03-13", "day").map(({ rate }) => rate)).toEqual([
      "0%",
      "0%",
      "25%",
      "25%",
    ]);
  });
  it("of authorities add up, and the parts of a period weighted by days make the whole", () => {
    const parts = averages("2024-10-01", "2025-12-31", "quarter");
    const [whole] = averages("2024-10-01", "2025-12-31", "period");
    const total = parts.reduce((sum, { days, rate }) => sum + days * Number.parseFloat(rate), 0);
    expect(total / 457).toBeCloseTo(Number.parseFloat(whole?.rate as string), 12);
    expect(whole?.byAuthority["section-232"]).toBe(whole?.rate);
  });
  it("refuse parts of time that are not known", () => {
    expectRefusal(() => averages("2025-01-01", "2025-01-02", "week" as never), "wrong-type", "per");
    expectRefusal(() => averages("2025-01-01", "2025-01-02", { yearFrom: "02-29" }), "not-a-date");
  });
});

describe("a timeline", () => {
  it("says what changed and why, and merges what an act prolongs", () => {
    const policy = definePolicy({
      id: "p",
      title: "prolonged",
      steps: [
        add("first", { dates: { effective: "2024-01-15", expires: "2024-06-30" } }),
        add("second", { dates: { effective: "2024-07-01", expires: "2024-12-31" } }),
      ],
    });
    const intervals = timeline(policy, { ...common, from: "2024-01-01", to: "2025-06-30" });
    expect(intervals.map(({ from, to, rate }) => [from, to, rate])).toEqual([
      ["2024-01-01", "2024-01-14", "0%"],
      ["2024-01-15", "2024-12-31", "10%"],
      ["2025-01-01", "2025-06-30", "0%"],
    ]);
    expect(intervals.map(({ changes }) => changes.map(({ id, after }) => `${id} ${after}`))).toEqual([
      [],
      ["first applied"],
      ["second expired"],
    ]);
  });
  it("gives the rate of every day of a season that crosses the new year", () => {
    const policy = definePolicy({
      id: "p",
      title: "melons",
      steps: [add("season", { dates: { seasons: [{ from: "12-01", to: "02-29" }] } })],
    });
    const query = { ...common, from: "2023-01-01", to: "2025-12-31" } as const;
    for (const { from, to, rate } of timeline(policy, query)) {
      for (const on of [from, to]) expect(appliedRate(policy, { ...common, on }).rate).toBe(rate);
    }
    expect(timeline(policy, query).map(({ days }) => days)).toEqual([59, 275, 91, 275, 90, 275, 31]);
  });
  it.each([
    [{ from: "02-29", to: "06-30" }, ["0% 59", "10% 122", "0% 243", "10% 123", "0% 184"]],
    [{ from: "02-29", to: "02-29" }, ["0% 424", "10% 1", "0% 306"]],
  ] as const)("begins the season %o on 1 March in years without 29 February", (season, expected) => {
    const policy = definePolicy({ id: "p", title: "p", steps: [add("s", { dates: { seasons: [season] } })] });
    const intervals = timeline(policy, { ...common, from: "2023-01-01", to: "2024-12-31" });
    expect(intervals.map(({ rate, days }) => `${rate} ${days}`)).toEqual(expected);
    for (const { from, to, rate } of intervals)
      for (const on of [from, to]) expect(appliedRate(policy, { ...common, on }).rate).toBe(rate);
  });
  it("refuses days outside the policy, too many of them, and the wrong order", () => {
    const policy = policyOf(steel);
    expectRefusal(
      () => timeline(policy, { ...common, from: "2024-09-30", to: "2025-01-01" }),
      "outside-period",
      "from",
    );
    expectRefusal(
      () => timeline(policy, { ...common, from: "2025-01-01", to: "2026-01-01" }),
      "outside-period",
      "to",
    );
    expectRefusal(
      () => timeline(policy, { ...common, from: "2025-01-02", to: "2025-01-01" }),
      "dates-out-of-order",
      "to",
    );
    expectRefusal(
      () => timeline(policy, { ...common, from: "1800-01-01", to: "2025-01-01" }),
      "out-of-range",
      "to",
    );
  });
});
