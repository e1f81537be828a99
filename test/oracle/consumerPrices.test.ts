import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  type Baseline,
  type DecimalText,
  defineBaseline,
  type HsCode,
  januaryScenarios,
  type PartnerCode,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { completeByStage } from "tariff-whatif/parameters";
import { consumerPrices, type PriceAssumptions, type PriceChanges, priceChanges } from "tariff-whatif/prices";
import { beforeAll, expect, it } from "vitest";
import { expectClose } from "../support/expectClose.js";
import { describeShared, readSharedJson } from "../support/sharedCases.js";
import { add, scenarioOf } from "../support/steps.js";

interface Case {
  readonly scenario: string;
  readonly tariffByCommodity: Readonly<Record<string, number>>;
  readonly domesticPriceByCommodity: Readonly<Record<string, number>>;
  readonly directPercent: number;
  readonly totalPercentUseTable: number;
  readonly percentBridgeDollarMargins: number;
  readonly percentBridgePercentMargins: number;
  readonly usdPerHouseholdByDecile: readonly number[];
  readonly usdPerHousehold: number;
  readonly categories: readonly {
    readonly nipaLine: number;
    readonly dollarMarginsPercent: number;
    readonly percentMarginsPercent: number;
  }[];
}

const scenarios = {
  S1: januaryScenarios.chinaMexicoCanada,
  S1e: januaryScenarios.chinaMexicoCanadaEnergy10,
  CN10: januaryScenarios.china10,
  ALL10: scenarioOf("all10", add("all10")),
} as const;

const assumptions = (margins: "dollars" | "percent"): PriceAssumptions => ({
  tables: usPrices2023,
  margins,
  passThrough: { ...completeByStage.values, source: completeByStage.source },
  domesticFollowers: { share: 0, source: "as in the case" },
  substitution: "none",
});

const run = (baseline: Baseline, name: keyof typeof scenarios, margins: "dollars" | "percent") =>
  consumerPrices({ baseline, scenario: scenarios[name], assumptions: assumptions(margins) });

/** The lines of 2024 as a baseline: 207,148 flows. */
function readLines(): Baseline {
  const file = new URL("../../../shared/data/us-imports-2024-hs10.csv.gz", import.meta.url);
  const rows = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n").slice(1);
  return defineBaseline({
    id: "us-imports-2024-lines",
    title: "US imports for consumption, 2024, by line",
    year: 2024,
    currency: "USD",
    priceYear: 2024,
    flows: rows.map((row) => {
      const [exporter, product, customsValue, duties] = row.split(",") as [
        PartnerCode,
        HsCode,
        DecimalText,
        DecimalText,
      ];
      return { importer: "USA" as const, exporter, product, customsValue, duties };
    }),
    sources: [
      {
        id: "census-2024",
        title: "lines of 2024",
        publisher: "Census",
        licence: "public domain",
        note: "a case",
      },
    ],
  });
}

/** Every number of a case beside ours. */
function compare(prices: PriceChanges, percent: PriceChanges, wanted: Case, relative: number) {
  expectClose(prices.directPercent, wanted.directPercent, relative, 0, "direct");
  expectClose(prices.useTablePercent, wanted.totalPercentUseTable, relative, 0, "use table");
  expectClose(prices.allItemsPercent, wanted.percentBridgeDollarMargins, relative, 0, "dollar margins");
  expectClose(percent.allItemsPercent, wanted.percentBridgePercentMargins, relative, 0, "percent margins");
  expectClose(prices.averageHousehold?.cost ?? 0, wanted.usdPerHousehold, relative, 0, "household");
  wanted.usdPerHouseholdByDecile.forEach((cost, at) => {
    expectClose(prices.tenths[at]?.cost ?? 0, cost, relative, 0, `tenth ${at + 1}`);
  });
}

describeShared("consumer prices on the lines of 2024", () => {
  let lines: Baseline;
  let cases: Readonly<Record<string, Case>>;
  beforeAll(() => {
    lines = readLines();
    cases = readSharedJson<Record<string, Case>>("cases/prices/us-consumer-prices.json");
  });

  it.each(Object.keys(scenarios) as (keyof typeof scenarios)[])("%s, every number", (name) => {
    const wanted = cases[name] as Case;
    const outcome = run(lines, name, "dollars");
    const percent = priceChanges({
      tariffFraction: Object.fromEntries(
        outcome.prices.commodities.map((each) => [each.commodity, each.tariffPercent / 100]),
      ),
      assumptions: assumptions("percent"),
    });
    compare(outcome.prices, percent, wanted, 1e-9);
    for (const { commodity, tariffPercent, domesticPercent } of outcome.prices.commodities) {
      expectClose(tariffPercent / 100, wanted.tariffByCommodity[commodity] ?? 0, 1e-9, 0, commodity);
      expectClose(domesticPercent / 100, wanted.domesticPriceByCommodity[commodity] ?? 0, 1e-9, 0, commodity);
    }
    wanted.categories.forEach(({ nipaLine, dollarMarginsPercent, percentMarginsPercent }) => {
      const of = (prices: PriceChanges) =>
        prices.lines.find(({ key }) => key === String(nipaLine))?.percent ?? 0;
      expectClose(of(outcome.prices), dollarMarginsPercent, 1e-9, 0, `line ${nipaLine}`);
      expectClose(of(percent), percentMarginsPercent, 1e-9, 0, `line ${nipaLine}`);
    });
    expect(outcome.coverage.withoutCommodity).toBeCloseTo(0.0451, 4);
    expect(outcome.notes.join(" ")).toContain("4.51 % of the imports of USA");
    expect(outcome.prices.solver.residual).toBeLessThan(1e-14);
  });

  it.each(Object.keys(scenarios) as (keyof typeof scenarios)[])(
    "%s with the bundled chapters, within 2 %%",
    (name) => {
      const outcome = run(usImports2024, name, "dollars");
      compare(outcome.prices, run(usImports2024, name, "percent").prices, cases[name] as Case, 0.02);
      expect(outcome.notes.join(" ")).toContain("Codes of up to 2 digits");
    },
  );
});
