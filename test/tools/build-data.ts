/**
 * Writes the figure modules of `src/data` from the shared figures. Run `npx tsx test/tools/build-data.ts` when a
 * figure changes; a test compares the bundled figures with the shared ones.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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

/** Tables of consumer prices: see src/data/us-prices-2023/index.ts for what each column is. */
function buildPrices() {
  mkdirSync("src/data/us-prices-2023", { recursive: true });
  const rows = (name: string) => read(`us-consumer-prices/${name}`);
  const commodities = rows("commodities.csv");
  const industries = rows("industries.csv");
  const commodityAt = (code: unknown) => commodities.findIndex((row) => row[0] === code);
  const industryAt = (code: unknown) => industries.findIndex((row) => row[0] === code);
  const whole = (table: string[][], at: number) => table.map((row) => Number(row[at]));
  const make = rows("make.csv");
  const use = rows("use.csv");
  const consumption = rows("final-use.csv").filter((row) => row[1] === "F010");
  const bridge = rows("pce-bridge-2023.csv");
  const groups = rows("pce-by-decile-2023.csv");
  const lines = rows("nipa-to-decile-category.csv");
  const titles = new Map(rows("nipa-lines.csv").map((row) => [row[0], row[1]]));
  const rules = rows("hs-to-commodity.csv");
  const out: string[] = [heading];
  const put = (name: string, values: readonly (string | number)[], text: string) =>
    out.push(column(name, values, text));
  put(
    "commodityCodes",
    commodities.map((row) => row[0]!),
    "BEA summary commodities.",
  );
  put(
    "commodityNames",
    commodities.map((row) => row[1]!),
    "Their names.",
  );
  put(
    "industryCodes",
    industries.map((row) => row[0]!),
    "BEA summary industries.",
  );
  put(
    "industryNames",
    industries.map((row) => row[1]!),
    "Their names.",
  );
  put("output", whole(industries, 2), "Output of each industry, USD million.");
  put("valueAdded", whole(industries, 3), "Value added of each industry, USD million.");
  put(
    "makeIndustry",
    make.map((row) => industryAt(row[0])),
    "Position in industryCodes.",
  );
  put(
    "makeCommodity",
    make.map((row) => commodityAt(row[1])),
    "Position in commodityCodes.",
  );
  put("makeOutput", whole(make, 2), "USD million.");
  put(
    "useCommodity",
    use.map((row) => commodityAt(row[0])),
    "Position in commodityCodes.",
  );
  put(
    "useIndustry",
    use.map((row) => industryAt(row[1])),
    "Position in industryCodes.",
  );
  put("useTotal", whole(use, 2), "USD million.");
  put("useImported", whole(use, 3), "The imported part, USD million.");
  put(
    "finalCommodity",
    consumption.map((row) => commodityAt(row[0])),
    "Position in commodityCodes.",
  );
  put("finalTotal", whole(consumption, 2), "Personal consumption (F010), USD million.");
  put("finalImported", whole(consumption, 3), "The imported part, USD million.");
  put(
    "lineCodes",
    lines.map((row) => Number(row[0])),
    "Lines of NIPA table 2.4.5.",
  );
  put(
    "lineTitles",
    lines.map((row) => titles.get(row[0]!)!),
    "Their titles.",
  );
  put(
    "lineGroups",
    lines.map((row) => Number(row[1])),
    "The group of each line.",
  );
  put("bridgeLine", whole(bridge, 0), "Line of NIPA table 2.4.5.");
  put(
    "bridgeCommodity",
    bridge.map((row) => commodityAt(row[2])),
    "Position in commodityCodes.",
  );
  put("producersValue", whole(bridge, 3), "USD million.");
  put("transport", whole(bridge, 4), "Margin, USD million.");
  put("wholesale", whole(bridge, 5), "Margin, USD million.");
  put("retail", whole(bridge, 6), "Margin, USD million.");
  put("purchasersValue", whole(bridge, 7), "USD million.");
  put("groupCodes", whole(groups, 0), "Lines of the distribution of personal consumption.");
  put(
    "groupTitles",
    groups.map((row) => row[1]!),
    "Their titles.",
  );
  put(
    "groupShares",
    groups.flatMap((row) => row.slice(3).map(Number)),
    "Percent by tenth, ten a group.",
  );
  put("rulePrefixes", [rules.map((row) => row[0]).join(" ")], "HS prefixes, the longest wins.");
  put(
    "ruleCommodities",
    rules.map((row) => commodityAt(row[1])),
    "Position in commodityCodes; -1 for none.",
  );
  put(
    "splits",
    splitsOf(rules, commodityAt).map((each) => each),
    "Code, exporter or *, commodity:per mille.",
  );
  writeFileSync("src/data/us-prices-2023/figures.ts", out.join(""));
}

/** How codes that cover goods of several commodities divide among them, by the customs values of the 2024 lines. */
function splitsOf(rules: string[][], commodityAt: (code: unknown) => number): string[] {
  const known = new Map(rules.map((row) => [row[0]!, row[1]!]));
  const commodityOf = (code: string) => {
    for (let length = code.length; length >= 2; length--) {
      const found = known.get(code.slice(0, length));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const text = gunzipSync(readFileSync("../shared/data/us-imports-2024-hs10.csv.gz")).toString("utf8");
  const lines = Papa.parse<string[]>(text.trim()).data.slice(1);
  const value = new Map<string, Map<string, number>>();
  const countAs = (key: string, commodity: string, amount: number) => {
    const known = value.get(key) ?? new Map<string, number>();
    known.set(commodity, (known.get(commodity) ?? 0) + amount);
    value.set(key, known);
  };
  for (const [partner, code, customsValue] of lines as [string, string, string][]) {
    const commodity = commodityOf(code);
    if (commodity === undefined) continue;
    for (const length of [2, 4, 6, 8]) countAs(`${code.slice(0, length)} *`, commodity, Number(customsValue));
    // A chapter of the rest of the world holds what partners sold that the chapters do not list.
    countAs(
      `${code.slice(0, 2)} ${partners.includes(partner) ? partner : "ROW"}`,
      commodity,
      Number(customsValue),
    );
  }
  // A code whose goods are all of one commodity needs no split, whoever exports them.
  const mixed = (key: string) => (value.get(`${key.split(" ")[0]} *`)?.size ?? 0) > 1;
  const restOfWorld = new Map(
    imports.filter((row) => row[0] === "ROW").map((row) => [`${row[1]} ROW`, Number(row[2]) * 1000]),
  );
  return [...value]
    .filter(([key]) => mixed(key))
    .map(([key, byCommodity]) => {
      const known = [...byCommodity.values()].reduce((sum, each) => sum + each, 0);
      // The lines have only some partners of the rest of the world: what the others sell is of no known commodity.
      const total = Math.max(known, restOfWorld.get(key) ?? 0);
      const shares = [...byCommodity]
        .map(([commodity, amount]) => [commodityAt(commodity), Math.round((amount / total) * 1000)] as const)
        .filter(([at, share]) => at >= 0 && share > 0)
        .sort((a, b) => b[1] - a[1]);
      return `${key} ${shares.map(([at, share]) => `${at}:${share}`).join(" ")}`;
    })
    .sort();
}

buildPrices();
