/**
 * Writes the figure modules of `src/data` from the shared figures. Run `npx tsx test/tools/build-data.ts` when a
 * figure changes; a test compares the bundled figures with the shared ones.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
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

/** The sector of each commodity of the Bureau of Economic Analysis (NAICS groups), by what it makes. */
const sectorOfCommodity: Readonly<Record<string, string>> = {
  "111CA": "agriculture",
  "113FF": "agriculture",
  "211": "mining",
  "212": "mining",
  "311FT": "food",
  "313TT": "textiles",
  "315AL": "textiles",
  "321": "wood",
  "322": "paper",
  "323": "paper",
  "324": "refinedFuels",
  "325": "chemicals",
  "326": "rubberPlastics",
  "327": "minerals",
  "331": "metals",
  "332": "metals",
  "333": "machinery",
  "334": "electronics",
  "335": "electronics",
  "3361MV": "transportEquipment",
  "3364OT": "transportEquipment",
  "337": "otherManufacturing",
  "339": "otherManufacturing",
};
const commodityOf = new Map(read("us-consumer-prices/hs-to-commodity.csv").map((row) => [row[0], row[1]]));
const sectorOf = (code: string): string | undefined => {
  for (let length = code.length; length >= 2; length--) {
    const commodity = commodityOf.get(code.slice(0, length));
    if (commodity !== undefined) return sectorOfCommodity[commodity];
  }
  return undefined;
};
/** United States imports of 2024 by HS heading or chapter and by sector. */
const imported = new Map<string, Map<string, number>>();
const lines = gunzipSync(readFileSync("../shared/data/us-imports-2024-hs10.csv.gz")).toString();
for (const [, code = "", value] of Papa.parse<string[]>(lines.trim()).data.slice(1)) {
  const sector = sectorOf(code);
  if (sector === undefined) continue;
  for (const prefix of [code.slice(0, 2), code.slice(0, 4)]) {
    const sums = imported.get(prefix) ?? new Map<string, number>();
    sums.set(sector, (sums.get(sector) ?? 0) + Number(value));
    imported.set(prefix, sums);
  }
}
/** Shares in ten-thousandths, which add up: what rounding leaves goes to the largest. */
const sharesOf = (sums: ReadonlyMap<string, number>): [string, number][] => {
  const total = [...sums.values()].reduce((sum, value) => sum + value, 0);
  const parts = [...sums].map(([sector, value]): [string, number] => [
    sector,
    Math.round((1e4 * value) / total),
  ]);
  parts.sort((first, second) => second[1] - first[1]);
  const [largest] = parts;
  if (largest) largest[1] += 1e4 - parts.reduce((sum, [, part]) => sum + part, 0);
  return parts.filter(([, part]) => part > 0);
};
const hsShares = [...imported.keys()].sort().flatMap((prefix) => {
  const parts = sharesOf(imported.get(prefix) as Map<string, number>);
  // A heading that says what its chapter says is left away.
  const chapter = sharesOf(imported.get(prefix.slice(0, 2)) as Map<string, number>);
  if (prefix.length > 2 && JSON.stringify(parts) === JSON.stringify(chapter)) return [];
  return parts.map(([sector, part]) => [prefix, sectors.indexOf(sector), part]);
});
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
    ) +
    column(
      "hsShares",
      hsShares as never,
      "HS chapter or heading, position in sectors, share in ten-thousandths of United States imports of 2024.",
    ),
);
