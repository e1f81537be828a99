/**
 * The article's scenarios on every line of the tariff: sections, the lines that pay most, Canadian energy apart.
 *
 *   npm run example -- score-lines path/to/us-imports-2024-hs10.csv.gz
 *
 * The file has the columns partner, hs10, customs_value_usd and calculated_duties_usd: US imports for consumption by
 * line and partner, from the US Census Bureau.
 */
import {
  accounting,
  compareScenarios,
  comparisonTable,
  formatQuantity,
  januaryScenarios,
  rankRows,
  toMarkdown,
} from "tariff-whatif";
import { readBaseline } from "tariff-whatif/readers";

const path = process.argv[3];
if (path === undefined) {
  console.log("Name the file of lines: npm run example -- score-lines path/to/us-imports-2024-hs10.csv.gz");
} else {
  const { baseline, report } = await readBaseline({
    file: {
      source: path,
      format: "csv",
      columns: {
        exporter: "partner",
        product: "hs10",
        value: "customs_value_usd",
        duties: "calculated_duties_usd",
      },
      economies: "partner-code",
      importer: "USA",
      year: 2024,
      currency: "USD",
    },
    id: "us-lines-2024",
    title: "US imports for consumption by line, 2024",
    priceYear: 2024,
    sources: [
      {
        id: "census-2024",
        title: "US imports for consumption by HTS line, 2024",
        publisher: "US Census Bureau",
        licence: "public domain",
        note: "read from a file",
      },
    ],
  });
  console.log(`${report.counts.read} lines read\n`);

  const { baseline: none, chinaMexicoCanada, chinaMexicoCanadaEnergy10 } = januaryScenarios;
  const comparison = compareScenarios({
    baseline,
    scenarios: [
      none,
      januaryScenarios.china10,
      januaryScenarios.mexicoCanada25,
      chinaMexicoCanada,
      chinaMexicoCanadaEnergy10,
    ],
    model: accounting,
    assumptions: undefined,
    against: "baseline",
    by: ["all", "section", "tariffLine"],
  });
  const format = { moneyIn: "billion", places: 2, rounding: "half-even" } as const;
  const table = { comparison, show: "level", format } as const;
  const indicators = ["additionalDuties", "effectiveRate"];
  console.log(toMarkdown(comparisonTable({ ...table, dimension: "all", indicators })));
  console.log(
    toMarkdown(comparisonTable({ ...table, dimension: "section", indicators: ["additionalDuties"] })),
  );

  console.log("\nThe 20 tariff lines that would pay most (China 10%, Mexico and Canada 25%)\n");
  const ranked = rankRows({
    comparison: {
      ...comparison,
      rows: comparison.rows.filter((row) => row.scenario === chinaMexicoCanada.id),
    },
    indicator: "additionalDuties",
    dimension: "tariffLine",
    by: "level",
    order: "largest-first",
  });
  console.log(
    toMarkdown(
      ranked.slice(0, 20).map((row) => ({
        line: row.key,
        "additional duties": formatQuantity(row.level, format),
      })),
    ),
  );
}
