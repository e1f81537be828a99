/**
 * Writes the figure modules of `src/data` from the shared figures. Run `npx tsx test/tools/build-data.ts` when a
 * figure changes; a test compares the bundled figures with the shared ones.
 */
import { readFileSync, writeFileSync } from "node:fs";
import Papa from "papaparse";

const figures = "../shared/figures";
const read = (name: string) =>
  Papa.parse<string[]>(readFileSync(`${figures}/${name}`, "utf8").trim()).data.slice(1);
const unique = (values: string[]) => [...new Set(values)];
const column = (name: string, values: readonly (string | number)[], type: string) =>
  `/** ${type} */\nexport const ${name} = ${JSON.stringify(values)};\n`;
const heading = "// Written by test/tools/build-data.ts; see index.ts for the source.\n\n";

const imports = read("us-imports-2024-by-partner-and-chapter.csv");
const partners = unique(imports.map((row) => row[0] as string));
const chapters = unique(imports.map((row) => row[1] as string)).sort();
writeFileSync(
  "src/data/us-imports-2024/figures.ts",
  heading +
    column("exporters", partners, "Partners, in the order of the source.") +
    column("products", chapters, "HS chapters.") +
    column(
      "exporter",
      imports.map((row) => partners.indexOf(row[0] as string)),
      "Position in exporters.",
    ) +
    column(
      "product",
      imports.map((row) => chapters.indexOf(row[1] as string)),
      "Position in products.",
    ) +
    column(
      "customsValue",
      imports.map((row) => Number(row[2])),
      "USD thousand.",
    ) +
    column(
      "duties",
      imports.map((row) => Number(row[3])),
      "Calculated duties, USD thousand.",
    ),
);

const trade = read("world-goods-trade-2023.csv");
const gdp = read("gdp-2023.csv");
const economies = gdp.map((row) => row[0] as string);
writeFileSync(
  "src/data/world-2023/figures.ts",
  heading +
    column("economies", economies, "Economies, in the order of the source.") +
    column(
      "exporter",
      trade.map((row) => economies.indexOf(row[0] as string)),
      "Position in economies.",
    ) +
    column(
      "importer",
      trade.map((row) => economies.indexOf(row[1] as string)),
      "Position in economies.",
    ) +
    column(
      "customsValue",
      trade.map((row) => Number(row[2])),
      "USD million.",
    ) +
    column(
      "gdp",
      gdp.map((row) => Number(row[1])),
      "USD million.",
    ),
);

const sectorRows = read("world-sectors-2011/sectors.csv");
const sectorTrade = read("world-sectors-2011/trade.csv");
const sectorInputs = read("world-sectors-2011/inputs.csv");
const sectors = sectorRows.map((row) => row[0] as string);
const sectorEconomies = unique(sectorTrade.map((row) => row[0] as string));
/** A block of numbers, the last place running fastest; absent rows are zero. */
const block = (rows: readonly string[][], places: readonly (readonly string[])[]) => {
  const size = places.reduce((product, labels) => product * labels.length, 1);
  const values = new Array<number>(size).fill(0);
  for (const row of rows) {
    const at = places.reduce((sum, labels, k) => sum * labels.length + labels.indexOf(row[k] as string), 0);
    values[at] = Number(row[places.length]);
  }
  return values;
};
writeFileSync(
  "src/data/world-sectors-2011/figures.ts",
  heading +
    column("economies", sectorEconomies, "Economies, in the order of the source.") +
    column("sectors", sectors, "Sectors, in the order of the source.") +
    column(
      "names",
      sectorRows.map((row) => row[2] as string),
      "Names of the sectors.",
    ) +
    column(
      "divisions",
      sectorRows.map((row) => row[1] as string),
      "Divisions and sections of ISIC Rev. 3.",
    ) +
    column(
      "tradeElasticities",
      sectorRows.map((row) => Number(row[3])),
      "Trade elasticities.",
    ) +
    column(
      "goods",
      sectors.filter((_, k) => sectorRows[k]?.[4] === "1"),
      "Sectors whose output is goods.",
    ) +
    column(
      "trade",
      block(sectorTrade, [sectorEconomies, sectorEconomies, sectors]),
      "Exporter, importer, sector: USD million.",
    ) +
    column(
      "inputs",
      block(sectorInputs, [sectorEconomies, sectors, sectors]),
      "Economy, sector of the input, sector that uses it: USD million.",
    ),
);
