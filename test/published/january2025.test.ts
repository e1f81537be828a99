import {
  accounting,
  baselineTotals,
  bind,
  compareScenarios,
  createMoney,
  januaryScenarios,
  type Rate,
  renameScenario,
  roundRate,
  type Scenario,
  seek,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { describe, expect, it } from "vitest";

/** Thousands of dollars with cents, as the table of the first issue prints them, in dollars. */
const dollars = (thousands: string): string => {
  const [whole = "", fraction = ""] = thousands.replaceAll(",", "").split(".");
  return `${whole}${fraction.padEnd(3, "0")}`.replace(/^0+(?=\d)/, "");
};
const { europeanUnion: _, chinaMexicoCanadaEu: open, ...closed } = januaryScenarios;
const eu = (rate: Rate, id: string) => renameScenario(bind(open, { euRate: rate }), { id, title: id });

// Place: the table "Must come out" of the issue "The main job", accounting model, imports of 2024.
const table: readonly [string, Scenario<never>, string, string][] = [
  ["baseline", closed.baseline, "0", "2.3427%"],
  ["china-10", closed.china10, "42,942,583.50", "3.6601%"],
  ["mexico-canada-25", closed.mexicoCanada25, "228,783,106.00", "9.3616%"],
  ["china-mexico-canada", closed.chinaMexicoCanada, "271,725,689.50", "10.6791%"],
  ["china-mexico-canada-energy-10", closed.chinaMexicoCanadaEnergy10, "253,132,379.95", ""],
  ["china-mexico-canada-eu-10", eu("10%", "china-mexico-canada-eu-10"), "331,473,012.90", "12.5121%"],
  ["china-mexico-canada-eu-25", eu("25%", "china-mexico-canada-eu-25"), "421,093,998.00", "15.2616%"],
];

describe("the numbers that must come out", () => {
  it("the baseline: duties of 76,358,843 on 3,259,503,680 thousand, 2.3427 %", () => {
    const [whole, ...others] = baselineTotals({ baseline: usImports2024, by: "all" });
    expect(others).toEqual([]);
    expect(whole?.customsValue).toEqual({ amount: "3259503680000", currency: "USD", priceYear: 2024 });
    expect(whole?.duties).toEqual({ amount: "76358843000", currency: "USD", priceYear: 2024 });
    expect(roundRate(whole!.effectiveRate, { places: 4, rounding: "half-even" })).toBe("2.3427%");
  });

  it.each(table)("%s", (id, scenario, thousands, printed) => {
    expect(scenario.id).toBe(id);
    const { total, byPartner, byChapter, bySection } = accounting({ baseline: usImports2024, scenario });
    expect(total.additionalDuties.amount).toBe(dollars(thousands));
    expect(total.additionalDuties.currency).toBe("USD");
    expect(total.baselineDuties.amount).toBe("76358843000");
    expect(total.customsValue.amount).toBe("3259503680000");
    if (printed !== "")
      expect(roundRate(total.effectiveRate, { places: 4, rounding: "half-even" })).toBe(printed);
    for (const parts of [byPartner, byChapter, bySection]) {
      const cents = parts.reduce((sum, part) => sum + cent(part.additionalDuties.amount), 0n);
      expect(cents).toBe(cent(total.additionalDuties.amount));
      const paid = parts.reduce((sum, part) => sum + cent(part.duties.amount), 0n);
      expect(paid).toBe(cent(total.duties.amount));
    }
  });

  it("the same through one comparison of all seven, against the baseline", () => {
    const { rows, outcomes } = compareScenarios({
      baseline: usImports2024,
      scenarios: table.map(([, scenario]) => scenario),
      model: accounting,
      assumptions: undefined,
      against: "baseline",
      by: ["all"],
    });
    expect(outcomes).toHaveLength(7);
    const duties = rows.filter((row) => row.indicator === "duties");
    expect(duties.map((row) => (row.difference as { amount: string }).amount)).toEqual(
      table.map(([, , thousands]) => dollars(thousands)),
    );
  });

  it("the EU rate that alone raises 100 billion dollars is 16.737151... %", () => {
    const { value, reached } = seek({
      baseline: usImports2024,
      scenario: januaryScenarios.europeanUnion,
      parameter: "euRate",
      model: accounting,
      assumptions: undefined,
      measurement: { dimension: "all", key: "all", indicator: "additionalDuties" },
      target: createMoney({ amount: "100000000000", currency: "USD", priceYear: 2024 }),
      bracket: ["0%", "100%"],
      tolerance: "0.001",
    });
    expect(value).toMatch(/^16\.737151\d*%$/);
    expect(Math.abs(Number((reached as { amount: string }).amount) - 1e11)).toBeLessThanOrEqual(0.001);
    // By hand: 100 billion over what the EU sells.
    const [sold] = baselineTotals({ baseline: usImports2024, by: "exporter" }).filter(
      (row) => row.key === "EU27",
    );
    expect(Number(value.slice(0, -1))).toBeCloseTo(1e13 / Number(sold?.customsValue.amount), 12);
  });
});

function cent(amount: string): bigint {
  const [whole = "", fraction = ""] = amount.split(".");
  expect(fraction.length, amount).toBeLessThanOrEqual(2);
  return BigInt(whole + fraction.padEnd(2, "0"));
}
