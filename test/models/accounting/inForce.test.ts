import * as fc from "fast-check";
import { accounting, defineScenario, type IsoDate, type Step } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { freeze } from "../../support/freeze.js";
import { expectRefusal } from "../../support/refusal.js";
import { add, cap, smallBaseline } from "../../support/steps.js";

const scenario = (evaluate: object, ...steps: Step[]) =>
  defineScenario(
    freeze({ id: "s", title: "a spell", evaluate: { statuses: "any-status", ...evaluate }, steps }) as never,
  );
const outcomeOver = (from: IsoDate, to: IsoDate, ...steps: Step[]) =>
  accounting({ baseline: smallBaseline, scenario: scenario({ over: { from, to } }, ...steps) });
const paid = (from: IsoDate, to: IsoDate, ...steps: Step[]) =>
  outcomeOver(from, to, ...steps).total.additionalDuties.amount;

describe("a scenario over a period, on trade of 1000 with 10 % on everything", () => {
  const oneDay = add("day", { dates: { effective: "2025-02-01", expires: "2025-02-01" } });

  it("weighs a tariff of one day by its day", () => {
    // 100 in a full year: a day of February is 1/28 of the month, and 1/365 of the year to the last kept digit.
    expect(paid("2025-02-01", "2025-02-01", oneDay)).toBe("100");
    expect(paid("2025-02-01", "2025-02-04", oneDay)).toBe("25");
    expect(Number(paid("2025-01-01", "2025-12-31", oneDay))).toBeCloseTo(100 / 365, 12);
    expect(paid("2025-03-01", "2025-12-31", oneDay)).toBe("0");
  });

  it("adds successive rates by their days, where no day has both", () => {
    const first = add("first", {
      measure: "m",
      rate: "10%",
      dates: { effective: "2025-04-01", expires: "2025-04-15" },
    });
    const second = add("second", { measure: "m", rate: "20%", dates: { effective: "2025-04-16" } });
    expect(paid("2025-04-01", "2025-04-30", first, second)).toBe("150");
  });

  it("averages what a ceiling gives on each day, not a ceiling on the average", () => {
    const dates = { effective: "2025-04-01", expires: "2025-04-15" } as const;
    const thirty = add("thirty", { rate: "30%", dates, exporters: ["ROW"] });
    const ceiling = cap("ceiling", { of: ["surcharge"], rate: "15%", exporters: ["ROW"] });
    const always = add("always", { rate: "5%", dates: { effective: "2020-01-01" }, exporters: ["ROW"] });
    const dated = { ...ceiling, dates: { effective: "2020-01-01" } } as Step;
    // 15 days at 15 % (35 % is cut) and 15 at 5 % on 200.
    expect(paid("2025-04-01", "2025-04-30", always, thirty, dated)).toBe("20");
  });

  it("says the days in force and what was weighed, or that a spell counts for a year", () => {
    const over = outcomeOver(
      "2025-01-01",
      "2025-12-31",
      oneDay,
      add("open", { dates: { effective: "2025-12-01" } }),
    );
    expect(over.measures.map(({ daysInForce }) => daysInForce)).toEqual([1, 31]);
    expect(over.notes).toEqual([expect.stringContaining("average of the 365 days")]);
    const onDay = accounting({ baseline: smallBaseline, scenario: scenario({ on: "2025-02-01" }, oneDay) });
    expect(onDay.measures[0]?.daysInForce).toBe(1);
    expect(onDay.notes).toEqual([
      expect.stringContaining("Step day is in force for 1 day (2025-02-01 to 2025-02-01)"),
    ]);
  });

  it("is the sum of its parts: any cut of a period gives the same duties", () => {
    const days = fc.integer({ min: 1, max: 27 });
    const april = (day: number) => `2025-04-${String(day).padStart(2, "0")}` as IsoDate;
    fc.assert(
      fc.property(days, days, days, (begin, length, at) => {
        const step = add("s", {
          dates: { effective: april(begin), expires: april(Math.min(30, begin + length)) },
        });
        const [all, left, right] = [
          paid("2025-04-01", "2025-04-30", step),
          paid("2025-04-01", april(at), step),
          paid(april(at + 1), "2025-04-30", step),
        ].map(Number) as [number, number, number];
        expect(left * at + right * (30 - at)).toBeCloseTo(all * 30, 9);
      }),
      { numRuns: 40 },
    );
  });

  it("refuses what is no period", () => {
    expectRefusal(() => scenario({ over: { from: "2025-02-02", to: "2025-02-01" } }), "dates-out-of-order");
    expectRefusal(() => scenario({ over: { from: "2025-02-30", to: "2025-03-01" } }), "not-a-date");
    expectRefusal(
      () => scenario({ on: "2025-02-01", over: { from: "2025-02-01", to: "2025-03-01" } }),
      "conflicting-keys",
    );
    expectRefusal(() => scenario({}), "missing-key");
    expectRefusal(() => scenario({ over: { from: "2025-02-01" } }), "missing-key");
  });
});
