import fc from "fast-check";
import { baselineTotals, defineBaseline } from "tariff-whatif";
import { usDutiesMonthly } from "tariff-whatif/data/us-duties-monthly";
import { usLines2024, usLines2024Claims } from "tariff-whatif/data/us-lines-2024";
import {
  type PredictedAndRealised,
  type PredictedBesideRealisedOptions,
  predictedBesideRealised,
  type RealisedSteps,
} from "tariff-whatif/realised";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/exact/decimal.js";
import { errorOf } from "../support/errorOf.js";

const number = (text: string) => new Decimal(text.replace(/(%|pp)$/, ""));
const sum = (texts: readonly string[]) => texts.reduce((all, text) => all.plus(number(text)), new Decimal(0));

const trade = defineBaseline({
  id: "toys-and-cars",
  title: "toys and cars",
  year: 2024,
  currency: "USD",
  priceYear: 2024,
  flows: [
    { importer: "USA", exporter: "CHN", product: "9503000073", customsValue: "100", duties: "0" },
    { importer: "USA", exporter: "VNM", product: "9503000073", customsValue: "60", duties: "0" },
    { importer: "USA", exporter: "JPN", product: "8703230190", customsValue: "200", duties: "5" },
    { importer: "USA", exporter: "CAN", product: "8703230190", customsValue: "40", duties: "0" },
  ],
  sources: [{ id: "own", title: "made up", publisher: "this test", licence: "none", note: "" }],
});

const all: RealisedSteps = {
  exemptionLists: "on",
  daysInForce: "on",
  goodsInTransit: [
    { exporter: "CHN", share: "0.25", days: 30 },
    { exporter: "VNM", share: "0.5", days: 14 },
  ],
  claims: { CAN: "0.5", MEX: "0" },
  composition: {
    groupOf: { "9503000073": "toys", "8703230190": "cars" },
    customsValue: { toys: "30", cars: "70" },
  },
  reaction: { substitutionElasticity: 2, importDemandElasticity: -1, exportSupplyElasticity: "infinite" },
};
const none: RealisedSteps = {
  exemptionLists: "off",
  daysInForce: "off",
  goodsInTransit: "off",
  claims: "off",
  composition: "off",
  reaction: "off",
};
const ask = (
  steps: RealisedSteps,
  more: Partial<PredictedBesideRealisedOptions> = {},
): PredictedAndRealised =>
  predictedBesideRealised({
    baseline: trade,
    month: "2025-04",
    realised: { customsValue: "300", duties: "31" },
    confidence: "two sources",
    metalShares: { steel: "0", aluminum: "0", copper: "0" },
    northAmericanClaims: { CAN: "0", MEX: "0" },
    steps,
    ...more,
  });

describe("the steps of a month, by hand", () => {
  const april = ask(all);

  it("predicts the law of each day on the trade of 2024", () => {
    // Toys from China: 4 days at 20 %, 4 at 30 %, 1 at 104 %, 21 at 145 %; from Vietnam 4 at 0, 25 at 10 %, 9 April at 46 %;
    // cars from Japan 2 days at 2.5 %, 28 at 27.5 %; from Canada, nothing claimed, 2 at 25 % and 28 at 25 % of cars.
    const china = (4 * 20 + 4 * 30 + 104 + 21 * 145) / 30;
    const vietnam = (25 * 10 + 46) / 30;
    const japan = 2.5 + (28 * 25) / 30;
    const duties = 1 * china + 0.6 * vietnam + 2 * japan + 0.4 * 25;
    expect(number(april.predicted).toNumber()).toBeCloseTo((100 * duties) / 400, 10);
  });

  it("goods loaded before the day pay the rate of before, for so many days", () => {
    // 30 days at sea: loaded in March throughout, so 20 % for all of April; 14 days: loaded before 5 April until the 18th,
    // free, and before 9 April until the 22nd, which is the 10 % of the days after as well.
    const china = (4 * 20 + 4 * 30 + 104 + 21 * 145) / 30;
    const vietnam = (25 * 10 + 46) / 30;
    const late = (12 * 10) / 30;
    const change = 0.25 * (20 - china) + 0.6 * 0.5 * (late - vietnam);
    const transit = april.steps.find(({ step }) => step === "goodsInTransit");
    expect(number(transit?.change ?? "").toNumber()).toBeCloseTo((100 * change) / 400, 10);
  });

  it("half of Canada's cars claim and are free", () => {
    // Before 3 April the border rate is lifted by the claim, afterwards the claim does not lift the duty on cars.
    const claims = april.steps.find(({ step }) => step === "claims");
    expect(number(claims?.change ?? "").isNegative()).toBe(true);
  });

  it("gives the groups the shares of the month", () => {
    const before = ask({ ...all, composition: "off", reaction: "off" });
    const after = ask({ ...all, reaction: "off" });
    const only = (group: "toys" | "cars") =>
      ask({
        ...all,
        reaction: "off",
        composition: {
          groupOf: { "9503000073": "toys", "8703230190": "cars" },
          customsValue: { toys: "0", cars: "0", [group]: "1" },
        },
      }).steps[4]?.rate as string;
    const mixed = (toys: number) =>
      toys * number(only("toys")).toNumber() + (1 - toys) * number(only("cars")).toNumber();
    expect(number(after.steps[4]?.rate ?? "").toNumber()).toBeCloseTo(mixed(0.3), 12);
    expect(number(before.steps[4]?.rate ?? "").toNumber()).toBeCloseTo(mixed(0.4), 12);
  });

  it("buyers turn away from what became dearer", () => {
    expect(number(april.steps[5]?.change ?? "").isNegative()).toBe(true);
  });
});

describe("whichever steps are taken", () => {
  const switches = fc.record(
    Object.fromEntries(
      (Object.keys(all) as (keyof RealisedSteps)[]).map((key) => [key, fc.constantFrom(all[key], none[key])]),
    ),
  ) as unknown as fc.Arbitrary<RealisedSteps>;
  const { predicted, realised } = ask(none);

  it("they add up exactly, from the law as written to what was collected", () => {
    fc.assert(
      fc.property(switches, (steps) => {
        const answer = ask(steps);
        const changes = answer.steps.map(({ change }) => change);
        expect(sum([answer.asWritten, ...changes, answer.unexplained]).eq(number(realised))).toBe(true);
        expect(answer.predicted).toBe(predicted);
        expect(sum([answer.realised, answer.gap]).eq(number(predicted))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("a step that is switched off gives back its value", () => {
    const keys = Object.keys(all) as (keyof RealisedSteps)[];
    keys.forEach((key, at) => {
      // The steps up to it are taken, those behind it are not.
      const upTo = (last: number) =>
        Object.fromEntries(
          keys.map((one, position) => [one, position <= last ? all[one] : "off"]),
        ) as unknown as RealisedSteps;
      const [without, withIt] = [ask(upTo(at - 1)), ask(upTo(at))];
      const { change, taken } = withIt.steps[at] as PredictedAndRealised["steps"][number];
      expect(taken).toBe(true);
      expect(without.steps[at]).toEqual({
        step: key,
        taken: false,
        rate: without.steps[at]?.rate,
        change: "0pp",
      });
      expect(sum([withIt.unexplained, change]).eq(number(without.unexplained))).toBe(true);
    });
  });

  it("with the first two alone the rate is the one predicted", () => {
    const answer = ask({ ...none, exemptionLists: "on", daysInForce: "on" });
    expect(answer.steps.at(-1)?.rate).toBe(answer.predicted);
  });

  it("no way to go is no step, and no reaction without a change", () => {
    const still = ask(
      {
        ...all,
        composition: "off",
        claims: "off",
        goodsInTransit: [{ exporter: "CHN", share: "1", days: 0 }],
      },
      { month: "2024-05" },
    );
    expect(
      still.steps.map(({ change }) => number(change).toNumber()).every((change) => Math.abs(change) < 1e-12),
    ).toBe(true);
    expect(still.predicted).toBe(still.baselineRate);
  });
});

describe("the months of 2024", () => {
  it.each(["2024-01", "2024-04", "2024-08", "2024-12"])("%s within 0.3 points", (month) => {
    const { customsValue, duties } = usDutiesMonthly.find((one) => one.month === month)!;
    const answer = ask(none, {
      baseline: usLines2024,
      month: month as "2024-01",
      realised: { customsValue, duties },
      northAmericanClaims: usLines2024Claims,
    });
    expect(Math.abs(number(answer.gap).toNumber())).toBeLessThan(0.3);
    expect(number(answer.predicted).toNumber()).toBeCloseTo(2.35, 1);
  });

  it("their predictions, weighed by days, are the duties of the year but for the cut to a hundredth", () => {
    const parts = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((month) =>
      ask(none, {
        baseline: usLines2024,
        month: `2024-${month}` as "2024-01",
        northAmericanClaims: usLines2024Claims,
      }),
    );
    const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const average =
      parts.reduce((all, { predicted }, at) => all + number(predicted).toNumber() * (days[at] ?? 0), 0) / 366;
    const [whole] = baselineTotals({ baseline: usLines2024, by: "all" });
    expect(average).toBeCloseTo(number(whole?.effectiveRate ?? "").toNumber(), 6);
  });
});

describe("what is refused", () => {
  it.each([
    ["a month that is none", { month: "2025-4" }, "not-a-date", "month"],
    ["a thirteenth month", { month: "2025-13" }, "not-a-date", "month"],
    ["a month without known law", { month: "2027-01" }, "out-of-range", "month"],
    [
      "a value of zero",
      { realised: { customsValue: "0", duties: "0" } },
      "division-by-zero",
      "realised.customsValue",
    ],
    [
      "duties below zero",
      { realised: { customsValue: "1", duties: "-1" } },
      "out-of-range",
      "realised.duties",
    ],
  ])("%s", (_, more, code, path) => {
    expect(errorOf(() => ask(none, more as never))).toMatchObject({ code, path });
  });

  it.each([
    [
      "shares above one",
      {
        goodsInTransit: [
          { exporter: "CHN", share: "0.6", days: 1 },
          { exporter: "CHN", share: "0.6", days: 2 },
        ],
      },
      "shares-do-not-add-up",
      "steps.goodsInTransit[1].share",
    ],
    [
      "an exporter without trade",
      { goodsInTransit: [{ exporter: "BRA", share: "0.6", days: 1 }] },
      "unknown-flow",
      "steps.goodsInTransit[0].exporter",
    ],
    [
      "half a day",
      { goodsInTransit: [{ exporter: "CHN", share: "0.6", days: 0.5 }] },
      "out-of-range",
      "steps.goodsInTransit[0].days",
    ],
    [
      "a product without a group",
      { composition: { groupOf: { "9503000073": "toys" }, customsValue: { toys: "1" } } },
      "missing-key",
      "steps.composition.groupOf.8703230190",
    ],
    [
      "a group without a value",
      {
        composition: { groupOf: { "9503000073": "toys", "8703230190": "cars" }, customsValue: { toys: "1" } },
      },
      "missing-key",
      "steps.composition.customsValue.cars",
    ],
    [
      "a group that the trade lacks",
      {
        composition: {
          groupOf: { "9503000073": "toys", "8703230190": "cars" },
          customsValue: { toys: "1", cars: "1", ships: "1" },
        },
      },
      "unknown-flow",
      "steps.composition.customsValue.ships",
    ],
    ["claims above one", { claims: { CAN: "1.5", MEX: "0" } }, "out-of-range", "steps.claims.CAN"],
    [
      "a positive demand elasticity",
      {
        reaction: {
          substitutionElasticity: 2,
          importDemandElasticity: 1,
          exportSupplyElasticity: "infinite",
        },
      },
      "elasticity-sign",
      "steps.reaction.importDemandElasticity",
    ],
    ["another word", { daysInForce: "yes" }, "wrong-type", "steps.daysInForce"],
  ])("%s", (_, steps, code, path) => {
    expect(errorOf(() => ask({ ...none, ...steps } as never))).toMatchObject({ code, path });
  });
});
