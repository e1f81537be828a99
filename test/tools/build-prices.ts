/**
 * Writes the figures of `src/data/us-prices-2023` from the shared figures and the lines of 2024. Run
 * `npx tsx test/tools/build-prices.ts` when a figure changes; a test compares what the tables say with the cases.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";

const read = (name: string) =>
  Papa.parse<string[]>(readFileSync(`../shared/figures/${name}`, "utf8").trim()).data.slice(1);
const column = (name: string, values: readonly (string | number)[], type: string) =>
  `/** ${type} */\nexport const ${name} = ${JSON.stringify(values)};\n`;
const heading = "// Written by test/tools/build-prices.ts; see index.ts for the source.\n\n";
const imports = read("us-imports-2024-by-partner-and-chapter.csv");
const partners = [...new Set(imports.map((row) => row[0] as string))];

/** Tables of consumer prices: see src/data/us-prices-2023/index.ts for what each column is. */
function buildPrices() {
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
