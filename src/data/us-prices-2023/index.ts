import type { PartnerCode } from "../../economies/partner.js";
import type { ConcordanceSplit } from "../../goods/concordance/commodities.js";
import { type ConsumptionLine, type PriceTables, sealPriceTables } from "../../trade/tables/priceTables.js";
import * as figures from "./figures.js";

const food = new Set([27, 28, 29]);
const energy = new Set([37, 38, 58, 59]);

const named = (codes: readonly string[], names: readonly string[]) =>
  codes.map((code, at) => ({ code, name: names[at] ?? code }));

function matrix(
  rows: number,
  columns: number,
  row: readonly number[],
  column: readonly number[],
  value: readonly number[],
) {
  const cells = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  for (let at = 0; at < value.length; at++) cells[row[at]!]![column[at]!]! += value[at]!;
  return cells;
}

const vector = (value: readonly number[]) => {
  const cells = new Array<number>(figures.commodityCodes.length).fill(0);
  figures.finalCommodity.forEach((at, k) => {
    cells[at] = value[k]!;
  });
  return cells;
};

const lines = (): ConsumptionLine[] =>
  figures.lineCodes.map((code, at) => ({
    code: String(code),
    title: figures.lineTitles[at]!,
    group: String(figures.lineGroups[at]),
    kind: food.has(code) ? "food" : energy.has(code) ? "energy" : "core",
    purchases: figures.bridgeLine.flatMap((line, row) =>
      line === code
        ? [
            {
              commodity: figures.commodityCodes[figures.bridgeCommodity[row]!]!,
              producersValue: figures.producersValue[row]!,
              transport: figures.transport[row]!,
              wholesale: figures.wholesale[row]!,
              retail: figures.retail[row]!,
              purchasersValue: figures.purchasersValue[row]!,
            },
          ]
        : [],
    ),
  }));

const splits = (): ConcordanceSplit[] =>
  figures.splits.map((text) => {
    const [code, exporter, ...shares] = text.trim().split(" ");
    return {
      code: code!,
      exporter: exporter === "*" ? null : (exporter as PartnerCode),
      shares: Object.fromEntries(
        shares.map((share) => {
          const [at, perMille] = share.split(":").map(Number) as [number, number];
          return [figures.commodityCodes[at]!, perMille / 1000];
        }),
      ),
    };
  });

const rules = () =>
  Object.fromEntries(
    figures.rulePrefixes[0]!.split(" ").map((prefix, at) => [
      prefix,
      figures.commodityCodes[figures.ruleCommodities[at]!] ?? null,
    ]),
  );

function build(): PriceTables {
  const [goods, makers] = [figures.commodityCodes.length, figures.industryCodes.length];
  const used = (value: readonly number[]) =>
    matrix(goods, makers, figures.useCommodity, figures.useIndustry, value);
  return sealPriceTables({
    id: "us-prices-2023",
    title: "US consumer prices and households, 2023",
    economy: "USA",
    year: 2023,
    currency: "USD",
    priceYear: 2023,
    unit: 1_000_000,
    commodities: named(figures.commodityCodes, figures.commodityNames),
    industries: named(figures.industryCodes, figures.industryNames),
    make: matrix(makers, goods, figures.makeIndustry, figures.makeCommodity, figures.makeOutput),
    use: used(figures.useTotal),
    imported: used(figures.useImported),
    valueAdded: figures.valueAdded,
    output: figures.output,
    consumption: { total: vector(figures.finalTotal), imported: vector(figures.finalImported) },
    groups: figures.groupCodes.map((code, at) => ({ code: String(code), name: figures.groupTitles[at]! })),
    lines: lines(),
    households: {
      number: 132_740_000,
      shares: Object.fromEntries(
        figures.groupCodes.map((code, at) => [
          String(code),
          figures.groupShares.slice(at * 10, at * 10 + 10),
        ]),
      ),
      income: null,
    },
    fixedPrice: ["Other"],
    concordance: { rules: rules(), splits: splits() },
    tolerance: { share: 0.003, amount: 5 },
    sources: [
      {
        id: "bea-tables-2023",
        title:
          "Make and use tables before redefinitions, import matrix, PCE bridge and distribution of personal consumption expenditures, 2023",
        publisher: "US Bureau of Economic Analysis",
        licence: "public domain",
        note: "73 commodities, 71 industries, 76 lines of NIPA table 2.4.5; households 132.74 million (2024). Bridge and use table are of different vintages: 41 commodities differ by more than 0.5 %.",
      },
      {
        id: "hs-to-bea-2024",
        title: "Import concordance HS10 to NAICS, chained with the concordance from NAICS to BEA commodities",
        publisher: "US Census Bureau and US Bureau of Economic Analysis",
        licence: "public domain",
        note: "1,365 prefixes. Codes coarser than these are divided by the customs values of the import lines of 2024, chapters by exporter; chapters 98 and 99 and scrap have no commodity.",
      },
    ],
  });
}

/**
 * United States tables of 2023 for `consumerPrices`: make and use, imports, margins, households by tenth.
 *
 * **Unit**: USD million; shares of tenths in percent of a group of consumption.
 *
 * **Leaves out**: income by tenth, which is not at hand; the bridge of 2024, which has no import matrix beside it.
 *
 * **Source**: [BEA 2023], US Bureau of Economic Analysis and US Census Bureau; public domain.
 *
 * @example What is in it
 * ```ts
 * import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
 *
 * usPrices2023.commodities.length; // => 73
 * usPrices2023.lines[0]?.title; // => "New motor vehicles"
 * ```
 * @category Data
 */
export const usPrices2023: PriceTables = /* @__PURE__ */ build();
