/**
 * From a file of your own to a ranked table: what would 10 percent on China add, line by line?
 *
 *   npm run example -- my-csv                     ten lines of US imports in 2024
 *   npm run example -- my-csv path/to/file.csv    a file with the columns partner, hs10, value and duties
 */
import {
  accounting,
  compareScenarios,
  formatQuantity,
  januaryScenarios,
  rankRows,
  toMarkdown,
} from "tariff-whatif";
import { readBaseline } from "tariff-whatif/readers";

const text = `partner,hs10,value,duties
CHN,8507600010,2436201333,314058450
CHN,8507600020,13219910483,779959730
JPN,8507600010,490428114,16674465
KOR,8507600010,40305145,935071
MEX,8507600010,123698498,3406124
CAN,8507600010,16424113,422377
VNM,8507600010,17820833,605906
CAN,0101210010,809426,0
MEX,0803900025,84038888,0
DOM,2402108030,3356,68
`;
const { baseline, report } = await readBaseline({
  file: {
    source: process.argv[3] ?? { text, name: "ten lines" },
    format: "csv",
    columns: { exporter: "partner", product: "hs10", value: "value", duties: "duties" },
    economies: "iso-alpha-3",
    importer: "USA",
    year: 2024,
    currency: "USD",
  },
  id: "my-lines",
  title: "My lines, 2024",
  priceYear: 2024,
  sources: [{ id: "own", title: "My file", publisher: "me", licence: "mine", note: "US Census, 2024" }],
});
console.log(
  `${report.counts.read} rows read, ${report.counts.skipped} left out, ${report.counts.failed} wrong.\n`,
);

const comparison = compareScenarios({
  baseline,
  scenarios: [januaryScenarios.baseline, januaryScenarios.china10],
  model: accounting,
  assumptions: undefined,
  against: "baseline",
  by: ["all", ["exporter", "product"]],
});
const ranked = rankRows({
  comparison: { ...comparison, rows: comparison.rows.filter((row) => row.scenario === "china-10") },
  dimension: "exporter/product",
  indicator: "additionalDuties",
  by: "level",
  order: "largest-first",
});
const format = { moneyIn: "million", places: 1, rounding: "half-even" } as const;
console.log(
  toMarkdown(
    ranked.slice(0, 10).map((row) => ({
      line: row.name,
      "additional duties": formatQuantity(row.level, format),
    })),
  ),
);
