import fc from "fast-check";
import type { IsoDate } from "tariff-whatif";
import { type ConventionalRevenueOptions, conventionalRevenue, yearsInForce } from "tariff-whatif/formulas";
import { yaleBudgetLabRevenueOffsets } from "tariff-whatif/parameters";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../support/errorOf.js";
import { expectClose } from "../../support/expectClose.js";

const one = { firstYear: 2024, lastYear: 2026, yearKind: "calendar" } as const;

describe("yearsInForce", () => {
  it.each([
    ["2025-02-01", "calendar", 2025, 334, 365],
    ["2025-03-04", "calendar", 2025, 303, 365],
    ["2024-02-01", "calendar", 2024, 335, 366],
    ["2024-02-29", "calendar", 2024, 307, 366],
    ["2025-02-01", "us-fiscal", 2025, 242, 365],
    ["2023-10-01", "us-fiscal", 2024, 366, 366],
    ["2024-03-04", "us-fiscal", 2024, 211, 366],
    ["2024-01-01", "calendar", 2024, 366, 366],
    ["2024-12-31", "calendar", 2024, 1, 366],
    ["2000-02-29", "calendar", 2000, 307, 366],
    ["2100-03-01", "calendar", 2100, 306, 365],
  ] as const)("from %s, %s year %i: %i of %i days", (from, yearKind, year, days, all) => {
    const [found] = yearsInForce({
      firstYear: year,
      lastYear: year,
      yearKind,
      schedule: [{ from, share: 1 }],
    });
    expect(found).toEqual({ year, days: all, weight: days / all });
  });

  it("is 0 before, 1 after, and ends where a share of 0 says so", () => {
    const weights = yearsInForce({
      ...one,
      schedule: [
        { from: "2025-02-01", share: 1 },
        { from: "2026-01-01", share: 0 },
      ],
    }).map(({ weight }) => weight);
    expect(weights).toEqual([0, 334 / 365, 0]);
  });

  it("takes the days from the steps of a policy", () => {
    const steps = (...dates: { effective?: IsoDate; expires?: IsoDate }[]) => ({
      steps: dates.map((each, at) => ({ id: `s${at}`, dates: each })),
    });
    const weights = (schedule: ReturnType<typeof steps>) =>
      yearsInForce({ ...one, schedule }).map(({ weight }) => weight);
    const spell = { effective: "2025-02-01", expires: "2025-12-31" } as const;
    expect(weights(steps(spell, spell))).toEqual([0, 334 / 365, 0]);
    expect(weights(steps({ effective: "2025-02-01" }))).toEqual([0, 334 / 365, 1]);
    expect(weights(steps({ effective: "2025-02-01", expires: "2025-02-01" }))).toEqual([0, 1 / 365, 0]);
    expect(errorOf(() => weights(steps(spell, { effective: "2025-02-01" }))).code).toBe("conflicting-dates");
    expect(errorOf(() => weights(steps({ expires: "2025-02-01" }))).code).toBe("missing-key");
    expect(errorOf(() => weights(steps())).code).toBe("empty");
  });

  it("counts the spells and seasons of steps, and looks inside a split", () => {
    const days = (...steps: object[]) =>
      yearsInForce({ ...one, schedule: { steps } as never }).map(({ weight, days }) =>
        Math.round(weight * days),
      );
    const winter = { seasons: [{ from: "12-01", to: "03-31" }] };
    expect(days({ id: "a", dates: winter })).toEqual([122, 121, 121]);
    expect(days({ id: "a", dates: { effective: "2025-01-01", expires: "2026-03-01", ...winter } })).toEqual([
      0, 121, 60,
    ]);
    const fromLeapDay = (to: string) => ({ seasons: [{ from: "02-29", to }] });
    expect(days({ id: "a", dates: fromLeapDay("06-30") })).toEqual([123, 122, 122]);
    expect(days({ id: "a", dates: fromLeapDay("02-29") })).toEqual([1, 0, 0]);
    const halves = {
      seasons: [
        { from: "01-01", to: "06-30" },
        { from: "07-01", to: "12-31" },
      ],
    };
    expect(days({ id: "a", dates: halves })).toEqual([366, 365, 365]);
    const spells = [
      { from: "2024-12-31", to: "2025-01-10" },
      { from: "2025-01-11", to: "2025-01-31" },
      { from: "2026-12-31" },
    ];
    expect(days({ id: "a", dates: { spells } })).toEqual([1, 31, 1]);
    const inner = { id: "inner", dates: { effective: "2025-12-01" } };
    const outer = { id: "outer", dates: { effective: "2025-01-01" }, first: [inner], rest: [] };
    expect(errorOf(() => days(outer)).code).toBe("conflicting-dates");
    expect(days({ ...outer, first: [{ ...inner, dates: outer.dates }] })).toEqual([0, 365, 365]);
    expect(errorOf(() => days({ id: "a", dates: { seasons: [{ from: "13-01", to: "03-31" }] } })).code).toBe(
      "not-a-date",
    );
  });

  it("lies between 0 and 1, and splitting a period in two changes nothing", () => {
    const day = fc
      .date({ min: new Date("2023-01-02"), max: new Date("2027-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10) as IsoDate);
    fc.assert(
      fc.property(day, fc.double({ min: 0, max: 1, noNaN: true }), (from, share) => {
        const whole = yearsInForce({ ...one, schedule: [{ from: "2023-01-01", share }] });
        const split = yearsInForce({
          ...one,
          schedule: [
            { from: "2023-01-01", share },
            { from, share },
          ],
        });
        whole.forEach(({ weight }, k) => {
          expect(weight >= 0 && weight <= 1).toBe(true);
          expectClose(split[k]!.weight, weight, 1e-14);
        });
      }),
    );
  });

  it.each([
    ["not-a-date", "schedule[0].from", { schedule: [{ from: "2025-02-29", share: 1 }] }],
    ["not-a-date", "schedule[0].from", { schedule: [{ from: "1 Feb 2025", share: 1 }] }],
    ["not-a-date", "schedule[0].from", { schedule: [{ from: "2025-13-01", share: 1 }] }],
    ["wrong-type", "schedule[0].from", { schedule: [{ from: 2025, share: 1 }] }],
    ["out-of-range", "schedule[0].share", { schedule: [{ from: "2025-02-01", share: 2 }] }],
    ["missing-key", "schedule[0].share", { schedule: [{ from: "2025-02-01" }] }],
    [
      "dates-out-of-order",
      "schedule[1].from",
      {
        schedule: [
          { from: "2025-02-01", share: 1 },
          { from: "2025-02-01", share: 0 },
        ],
      },
    ],
    ["dates-out-of-order", "lastYear", { lastYear: 2023 }],
    ["empty", "schedule", { schedule: [] }],
    ["not-a-year", "firstYear", { firstYear: 2024.5 }],
    ["not-a-year", "lastYear", { lastYear: 10_000 }],
    ["out-of-range", "yearKind", { yearKind: "fiscal" }],
    ["unknown-key", "days", { days: 365 }],
  ])("refuses %s at %s", (code, path, change) => {
    const good = { ...one, schedule: [{ from: "2025-02-01", share: 1 }] } as const;
    const thrown = errorOf(() => yearsInForce({ ...good, ...(change as object) }));
    expect(thrown).toEqual({ name: "TariffError", code, path });
  });
});

describe("conventionalRevenue", () => {
  const options: ConventionalRevenueOptions = {
    annualRevenue: 172.9,
    baseYear: 2024,
    firstYear: 2025,
    lastYear: 2034,
    yearKind: "calendar",
    schedule: [{ from: "2025-02-01", share: 1 }],
    growth: 0.04,
    ...yaleBudgetLabRevenueOffsets.values,
  };

  it("carries the base forward, day-weighted, less what is not collected and what other taxes lose", () => {
    const { years, totals } = conventionalRevenue(options);
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 10 }, (_, k) => 2025 + k));
    years.forEach((row, k) => {
      const gross = 172.9 * 1.04 ** (k + 1) * (k === 0 ? 334 / 365 : 1);
      expectClose(row.gross, gross, 1e-13);
      expectClose(row.net, gross * 0.9 * 0.77, 1e-13);
      expectClose(row.gross - row.nonCompliance, row.customsRevenue, 1e-14);
      expectClose(row.customsRevenue - row.offset, row.net, 1e-14);
    });
    expectClose(
      totals.net,
      years.reduce((sum, row) => sum + row.net, 0),
      1e-15,
    );
    expectClose(totals.gross - totals.nonCompliance - totals.offset, totals.net, 1e-13);
  });

  it("takes growth by year", () => {
    const same = conventionalRevenue({ ...options, growth: new Array(10).fill(0.04) });
    expect(same).toEqual(conventionalRevenue(options));
  });

  it("gives exactly zero for no revenue", () => {
    const { totals } = conventionalRevenue({ ...options, annualRevenue: 0 });
    expect(totals).toEqual({ gross: 0, nonCompliance: 0, customsRevenue: 0, offset: 0, net: 0 });
  });

  it.each([
    ["out-of-range", "nonComplianceShare", { nonComplianceShare: 1.5 }],
    ["out-of-range", "incomeAndPayrollOffset", { incomeAndPayrollOffset: -0.1 }],
    ["out-of-range", "growth", { growth: -1 }],
    ["out-of-range", "growth[3]", { growth: [0, 0, 0, -2, 0, 0, 0, 0, 0, 0] }],
    ["length-mismatch", "growth", { growth: [0.04] }],
    ["dates-out-of-order", "baseYear", { baseYear: 2026 }],
    ["not-finite", "annualRevenue", { annualRevenue: Number.NaN }],
    ["not-finite", "totals.gross", { annualRevenue: 1e308, growth: 1 }],
    ["missing-key", "incomeAndPayrollOffset", { incomeAndPayrollOffset: undefined }],
    ["unknown-key", "discountRate", { discountRate: 0.03 }],
  ])("refuses %s at %s", (code, path, change) => {
    const thrown = errorOf(() => conventionalRevenue({ ...options, ...(change as object) }));
    expect(thrown).toEqual({ name: "TariffError", code, path });
  });
});
