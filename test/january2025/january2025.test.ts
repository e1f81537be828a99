import {
  checkTradeClaim,
  chinaRussiaTrade,
  defineBaseline,
  januaryClaims,
  januaryScenarios,
  parseScenario,
  type Scenario,
  tradeToReplaceSales,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { world2023 } from "tariff-whatif/data/world-2023";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";
import { readJson, sharedFile } from "../support/shared.js";
import { fourFlows } from "../support/steps.js";

const number = (text: string) => Number(text.replace(" percent", ""));

describe("the claims of the article", () => {
  it("say how strongly each thing is stated, and have no value where none is", () => {
    const told = Object.values(januaryClaims).map((claim) => [
      claim.id,
      claim.strength,
      "value" in claim ? claim.value : "none",
    ]);
    expect(told).toEqual([
      ["china-rate", "exactly", "10%"],
      ["china-date", "atLeast", "2025-02-01"],
      ["mexico-rate", "exactly", "25%"],
      ["canada-rate", "exactly", "25%"],
      ["european-union-rate", "unspecified", "none"],
      ["european-union-date", "unspecified", "none"],
      ["russia-rate", "unspecified", "none"],
      ["china-russia-trade-2023", "about", { amount: "240000000000", currency: "USD", priceYear: 2023 }],
      [
        "china-russia-trade-2023-sterling",
        "about",
        { amount: "191000000000", currency: "GBP", priceYear: 2023 },
      ],
      ["china-russia-growth", "atLeast", "64 percent"],
      ["no-winners", "exactly", "nobody"],
    ]);
    expect(Object.isFrozen(januaryClaims.chinaRussiaTrade2023.value)).toBe(true);
  });

  it("become scenarios that leave open what is not stated, and survive JSON", () => {
    const open = Object.values(januaryScenarios as Record<string, Scenario<string>>).map((scenario) => [
      scenario.id,
      scenario.openParameters.join(),
    ]);
    expect(open).toEqual([
      ["baseline", ""],
      ["china-10", ""],
      ["mexico-canada-25", ""],
      ["china-mexico-canada", ""],
      ["china-mexico-canada-energy-10", ""],
      ["eu", "euRate"],
      ["china-mexico-canada-eu", "euRate"],
      ["russia", "russiaRate"],
    ]);
    for (const scenario of Object.values(januaryScenarios))
      expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario);
  });
});

describe("the check of the 240 billion", () => {
  const check = checkTradeClaim();

  it("computes with the claim", () => {
    expect(Number(check.trade2021AtMost.amount)).toBeCloseTo(240e9 / 1.64, 1);
    expect(check.trade2021AtMost).toMatchObject({ currency: "USD", priceYear: 2021 });
    expect(number(check.annualGrowthAtLeast)).toBeCloseTo((Math.sqrt(1.64) - 1) * 100, 12);
    expect(Number(check.usdPerGbp)).toBeCloseTo(240 / 191, 14);
  });

  it("finds 63.2 to 63.5 percent in official totals, so the claim is contradicted", () => {
    expect(check.officialGrowth.map((growth) => number(growth).toFixed(1))).toEqual(["63.2", "63.5"]);
    expect(number(check.officialGrowth[0])).toBeCloseTo((240.11 / 147.15 - 1) * 100, 10);
    expect(number(check.officialGrowth[1])).toBeCloseTo((240.11 / 146.887 - 1) * 100, 10);
    expect([check.verdict, check.recordIn2023, check.passedIn]).toEqual(["contradicted", true, 2024]);
  });

  const path = "figures/china-russia-trade.json";
  it.skipIf(!sharedFile(path).present)(`uses the totals of the figures${sharedFile(path).title}`, () => {
    const { series } = readJson(path) as { series: { year: number; total: number }[] };
    expect(chinaRussiaTrade.map((row) => [row.year, Number(row.totalUsdBillion)])).toEqual(
      series.map((row) => [row.year, row.total]),
    );
  });
});

describe("absorbing lost sales", () => {
  it("a tenth of 429.4 billion, by the article's growth and by the official one", () => {
    const article = tradeToReplaceSales({ baseline: usImports2024, shareLost: "0.1", growth: "article" });
    expect(article.lostSales).toEqual({ amount: "42942583500", currency: "USD", priceYear: 2024 });
    expect(article.tradeNeeded.amount).toBe("282942583500");
    expect(number(article.increaseNeeded)).toBeCloseTo((42.9425835 / 240) * 100, 12);
    expect(Number(article.growthPerYear.amount)).toBeCloseTo((240e9 - 240e9 / 1.64) / 2, 1);
    expect(Number(article.yearsOfGrowth)).toBeCloseTo(42.9425835 / ((240 - 240 / 1.64) / 2), 12);
    const official = tradeToReplaceSales({ baseline: usImports2024, shareLost: "0.1", growth: "official" });
    expect(Number(official.yearsOfGrowth)).toBeCloseTo(42.9425835 / ((240.11 - 146.887) / 2), 12);
    expect(number(official.increaseNeeded)).toBeCloseTo((42.9425835 / 240.11) * 100, 12);
    expect(
      tradeToReplaceSales({ baseline: usImports2024, shareLost: "0", growth: "article" }).yearsOfGrowth,
    ).toBe("0");
  });

  it("counts what China sells to the United States, and nothing else it sells", () => {
    const { lostSales } = tradeToReplaceSales({ baseline: world2023, shareLost: "1", growth: "official" });
    const { importers, exporters, columns } = world2023;
    const flow = columns.exporter.findIndex(
      (exporter, at) => exporters[exporter] === "CHN" && importers[columns.importer[at] ?? -1] === "USA",
    );
    expect(lostSales.amount).toBe(columns.customsValue[flow]);
  });

  it("refuses other currencies, data without the United States, and what is no share", () => {
    const absorb =
      (changes: object, options: object = {}) =>
      () =>
        tradeToReplaceSales({
          baseline: defineBaseline({ ...fourFlows, ...changes } as never),
          shareLost: "0.1",
          growth: "article",
          ...options,
        });
    expectRefusal(absorb({ currency: "GBP" }), "currency-mismatch", "baseline.currency");
    expectRefusal(
      absorb({ flows: fourFlows.flows.map((flow) => ({ ...flow, importer: "GBR" })) }),
      "unknown-flow",
      "baseline",
    );
    expectRefusal(absorb({ flows: fourFlows.flows.slice(2) }), "unknown-flow", "baseline");
    expectRefusal(absorb({}, { shareLost: "1.1" }), "out-of-range", "shareLost");
    expectRefusal(absorb({}, { shareLost: "10%" }), "not-a-decimal", "shareLost");
    expectRefusal(absorb({}, { growth: "imf" }), "wrong-type", "growth");
  });
});
