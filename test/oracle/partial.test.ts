import { solveMarkets } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { prepareTotals } from "../../src/models/partial/prepareTotals.js";
import { expectClose } from "../support/expectClose.js";
import { importsByChapter } from "../support/importsByChapter.js";
import { readSharedJson } from "../support/sharedCases.js";

interface Level {
  value0: number;
  value1: number;
  duties0: number;
  duties1: number;
}

interface Case {
  add: Record<string, number>;
  sigma: number;
  epsilon: number;
  eta: number | "infinite";
  totals: Level;
  consumer_surplus_change: number;
  revenue_change: number;
  welfare_change: number;
  effective_rate0: number;
  effective_rate1: number;
  by_partner: Record<string, Level>;
}

describe("the one-importer model beside an independent program, US imports 2024", () => {
  const { cases } = readSharedJson<{ cases: Case[] }>("cases/partial/january2025.json");

  it("has the three cases", () => expect(cases.length).toBe(3));

  it.each(cases)("sigma $sigma, epsilon $epsilon, eta $eta", (wanted) => {
    const flows = importsByChapter(wanted.add);
    const assumptions = {
      substitutionElasticity: wanted.sigma,
      importDemandElasticity: wanted.epsilon,
      exportSupplyElasticity: wanted.eta,
    };
    const { totals, byOrigin, byProduct, solver } = solveMarkets({ flows, assumptions });
    expect(byProduct.length).toBe(98);
    expect(byOrigin.length).toBe(38);
    expect(solver.residual).toBeLessThan(1e-14);
    const close = (actual: number, value: number, what: string) => expectClose(actual, value, 1e-9, 0, what);
    close(totals.customsValueBefore, wanted.totals.value0, "value0");
    close(totals.customsValueAfter, wanted.totals.value1, "value1");
    close(totals.dutiesBefore, wanted.totals.duties0, "duties0");
    close(totals.dutiesAfter, wanted.totals.duties1, "duties1");
    close(totals.consumerSurplusChange, wanted.consumer_surplus_change, "consumer surplus");
    close(totals.revenueChange, wanted.revenue_change, "revenue");
    close(totals.welfareChange, wanted.welfare_change, "welfare");
    close(totals.dutiesBefore / totals.customsValueBefore, wanted.effective_rate0, "rate0");
    close(totals.dutiesAfter / totals.customsValueAfter, wanted.effective_rate1, "rate1");
    for (const [partner, level] of Object.entries(wanted.by_partner)) {
      const row = byOrigin.find(({ origin }) => origin === partner)!;
      close(row.customsValueBefore, level.value0, `${partner} value0`);
      close(row.customsValueAfter, level.value1, `${partner} value1`);
      close(row.dutiesBefore, level.duties0, `${partner} duties0`);
      close(row.dutiesAfter, level.duties1, `${partner} duties1`);
    }
    const lumped = prepareTotals({ flows })(assumptions);
    for (const [name, total] of Object.entries(totals)) {
      close(lumped[name as keyof typeof lumped], total, `totals of lumped rows, ${name}`);
    }
  });
});
