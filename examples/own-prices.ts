/**
 * Prices in a country of your own: an input-output table of three sectors made by hand, and a tariff on cars.
 *
 *   npm run example -- own-prices
 */

import { toMarkdown } from "tariff-whatif";
import { definePriceTables, explainPrice, type PriceAssumptions, priceChanges } from "tariff-whatif/prices";

const named = [
  { code: "E", name: "Energy" },
  { code: "G", name: "Goods" },
  { code: "S", name: "Services" },
];
// Rows are what is bought, columns who buys it; each column with its value added is the output.
const tables = definePriceTables({
  id: "three-sectors",
  title: "Three sectors by hand",
  economy: "NOR",
  year: 2024,
  currency: "NOK",
  priceYear: 2024,
  unit: 1_000_000,
  commodities: named,
  industries: named,
  make: null,
  use: [
    [10, 40, 20],
    [5, 120, 60],
    [10, 40, 120],
  ],
  imported: [
    [5, 10, 5],
    [1, 60, 15],
    [0, 0, 0],
  ],
  valueAdded: [75, 200, 600],
  output: [100, 400, 800],
  consumption: { total: [50, 300, 600], imported: [10, 120, 0] },
  groups: [
    { code: "goods", name: "Goods and fuels" },
    { code: "services", name: "Services" },
  ],
  lines: [
    {
      code: "1",
      title: "Fuels",
      group: "goods",
      kind: "energy",
      purchases: [
        { commodity: "E", producersValue: 50, transport: 5, wholesale: 5, retail: 10, purchasersValue: 70 },
      ],
    },
    {
      code: "2",
      title: "Things",
      group: "goods",
      kind: "core",
      purchases: [
        {
          commodity: "G",
          producersValue: 300,
          transport: 10,
          wholesale: 40,
          retail: 100,
          purchasersValue: 450,
        },
      ],
    },
    {
      code: "3",
      title: "Care",
      group: "services",
      kind: "core",
      purchases: [
        { commodity: "S", producersValue: 430, transport: 0, wholesale: 0, retail: 0, purchasersValue: 430 },
      ],
    },
  ],
  households: { number: 2_000_000, shares: { goods: [40, 60], services: [30, 70] }, income: [300, 1_000] },
  fixedPrice: [],
  concordance: { rules: { "27": "E", "84": "G", "87": "G" }, splits: [] },
  tolerance: { share: 0, amount: 0.5 },
  sources: [{ id: "own", title: "By hand", publisher: "an example", licence: "free", note: "made up" }],
});

const assume = (margins: "dollars" | "percent"): PriceAssumptions => ({
  tables,
  margins,
  passThrough: { border: 1, wholesale: 1, retail: 1, source: "everything is passed on" },
  domesticFollowers: { share: 0, source: "nobody follows" },
  substitution: "none",
});
const tariffFraction = { E: 0.1, G: 0.25 };

console.log("10 % on energy and 25 % on goods: change at the till in percent\n");
const [fixed, share] = (["dollars", "percent"] as const).map((margins) =>
  priceChanges({ tariffFraction, assumptions: assume(margins) }),
) as [ReturnType<typeof priceChanges>, ReturnType<typeof priceChanges>];
console.log(
  toMarkdown([
    ...fixed.lines.map(({ title, percent }, at) => ({
      line: title,
      "margins stay the same amount": percent.toFixed(3),
      "margins stay the same percentage": share.lines[at]!.percent.toFixed(3),
    })),
    {
      line: "All items",
      "margins stay the same amount": fixed.allItemsPercent.toFixed(3),
      "margins stay the same percentage": share.allItemsPercent.toFixed(3),
    },
  ]),
);
for (const line of ["2", "3"]) {
  console.log(explainPrice({ prices: fixed, assumptions: assume("dollars"), line }).text);
}
console.log(
  `\nHouseholds, poorer and richer half: ${fixed.tenths
    .map(
      ({ cost, percentOfIncome }) =>
        `${cost.toFixed(2)} kroner a year (${percentOfIncome?.toFixed(2)} % of income)`,
    )
    .join(", ")}`,
);
