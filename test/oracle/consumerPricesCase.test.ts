import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { completeByStage } from "tariff-whatif/parameters";
import { type PriceAssumptions, type PriceChanges, priceChanges } from "tariff-whatif/prices";
import { expect, it } from "vitest";
import { expectClose } from "../support/expectClose.js";
import cases from "./consumerPrices.json" with { type: "json" };

/**
 * What an independent program (a direct linear solve in Python; another that iterates agrees to 1e-12) makes of the
 * bundled tables and the tariffs by commodity of four scenarios.
 */
const prices = (name: keyof typeof cases, margins: "dollars" | "percent"): PriceChanges => {
  const assumptions: PriceAssumptions = {
    tables: usPrices2023,
    margins,
    passThrough: { ...completeByStage.values, source: completeByStage.source },
    domesticFollowers: { share: 0, source: "as in the case" },
    substitution: "none",
  };
  return priceChanges({ tariffFraction: cases[name].tariffByCommodity, assumptions });
};

it.each(Object.keys(cases) as (keyof typeof cases)[])("%s: totals and tenths", (name) => {
  const [wanted, dollars] = [cases[name], prices(name, "dollars")];
  const close = (actual: number, value: number, what: string) => expectClose(actual, value, 1e-9, 0, what);
  close(dollars.directPercent, wanted.directPercent, "direct");
  close(dollars.useTablePercent, wanted.totalPercentUseTable, "use table");
  close(dollars.allItemsPercent, wanted.percentBridgeDollarMargins, "margins in dollars");
  close(prices(name, "percent").allItemsPercent, wanted.percentBridgePercentMargins, "margins in percent");
  close(dollars.averageHousehold?.cost ?? 0, wanted.usdPerHousehold, "household");
  expect(dollars.tenths).toHaveLength(10);
  dollars.tenths.forEach(({ cost, tenth }, at) => {
    close(cost, wanted.usdPerHouseholdByDecile[at] ?? 0, `tenth ${tenth}`);
  });
});

it("S1: every commodity and every line", () => {
  const { domesticPriceByCommodity, lines } = cases.S1;
  const [dollars, percent] = [prices("S1", "dollars"), prices("S1", "percent")];
  const domestic = domesticPriceByCommodity as Readonly<Record<string, number>>;
  for (const { commodity, domesticPercent } of dollars.commodities) {
    expectClose(domesticPercent / 100, domestic[commodity] ?? 0, 1e-9, 0, commodity);
  }
  expect(dollars.lines).toHaveLength(lines.length);
  lines.forEach(([line, inDollars, inPercent], at) => {
    expect(dollars.lines[at]?.key).toBe(String(line));
    expectClose(dollars.lines[at]?.percent ?? 0, inDollars ?? 0, 1e-9, 0, `line ${line}`);
    expectClose(percent.lines[at]?.percent ?? 0, inPercent ?? 0, 1e-9, 0, `line ${line}`);
  });
});
