import { januaryScenarios, type Outcome, partialEquilibrium } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { usImports2024 } from "../../src/data/us-imports-2024/index.js";
import { expectClose } from "../support/expectClose.js";
import { numberIn } from "../support/numberIn.js";
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

describe("partialEquilibrium beside an independent program, from the bundled baseline and scenarios", () => {
  const { cases } = readSharedJson<{ cases: Case[] }>("cases/partial/january2025.json");

  it("has the three cases", () => expect(cases.length).toBe(3));

  describe.each(cases)("sigma $sigma, epsilon $epsilon, eta $eta", (wanted) => {
    const scenario = "MEX" in wanted.add ? januaryScenarios.chinaMexicoCanada : januaryScenarios.china10;
    const outcome = partialEquilibrium({
      baseline: usImports2024,
      scenario,
      assumptions: {
        substitutionElasticity: wanted.sigma,
        importDemandElasticity: wanted.epsilon,
        exportSupplyElasticity: wanted.eta,
      },
    });
    const close = (actual: number, value: number, what: string) => expectClose(actual, value, 1e-9, 0, what);
    const row = (key: string, indicator: string, side: "before" | "after") =>
      numberIn(outcome as Outcome, key === "all" ? "all" : "exporter", key, indicator, side);

    it("asks for the added rates of the case", () => {
      const added = Object.fromEntries(
        scenario.steps.map((step) => [
          (step.exporters as string[])[0],
          Number.parseFloat((step as unknown as { rate: string }).rate) / 100,
        ]),
      );
      expect(added).toEqual(wanted.add);
    });

    it("totals, in market and in rows", () => {
      const { totals } = outcome.market;
      close(totals.customsValueBefore, wanted.totals.value0, "value0");
      close(totals.customsValueAfter, wanted.totals.value1, "value1");
      close(totals.dutiesBefore, wanted.totals.duties0, "duties0");
      close(totals.dutiesAfter, wanted.totals.duties1, "duties1");
      close(totals.consumerSurplusChange, wanted.consumer_surplus_change, "consumer surplus");
      close(totals.revenueChange, wanted.revenue_change, "revenue");
      close(totals.welfareChange, wanted.welfare_change, "welfare");
      close(row("all", "customsValue", "before"), wanted.totals.value0, "row value0");
      close(row("all", "customsValue", "after"), wanted.totals.value1, "row value1");
      close(row("all", "duties", "before"), wanted.totals.duties0, "row duties0");
      close(row("all", "duties", "after"), wanted.totals.duties1, "row duties1");
      close(row("all", "additionalDuties", "after"), wanted.revenue_change, "row revenue");
      close(row("all", "consumerSurplusChange", "after"), wanted.consumer_surplus_change, "row surplus");
      close(row("all", "welfareChange", "after"), wanted.welfare_change, "row welfare");
      close(row("all", "effectiveRate", "before"), wanted.effective_rate0 * 100, "row rate0");
      close(row("all", "effectiveRate", "after"), wanted.effective_rate1 * 100, "row rate1");
    });

    it.each(Object.keys(wanted.by_partner))("%s, in market and in rows", (partner) => {
      const level = wanted.by_partner[partner]!;
      const own = outcome.market.byOrigin.find(({ origin }) => origin === partner)!;
      close(own.customsValueBefore, level.value0, "value0");
      close(own.customsValueAfter, level.value1, "value1");
      close(own.dutiesBefore, level.duties0, "duties0");
      close(own.dutiesAfter, level.duties1, "duties1");
      close(row(partner, "customsValue", "before"), level.value0, "row value0");
      close(row(partner, "customsValue", "after"), level.value1, "row value1");
      close(row(partner, "duties", "before"), level.duties0, "row duties0");
      close(row(partner, "duties", "after"), level.duties1, "row duties1");
    });
  });
});
