/**
 * All against all: what would each economy charge in a tariff war, who loses what, and who would sign a return to free
 * trade? The world of 2011 by numerical best responses, with proof; with a folder, another world without inputs by the
 * first-order formula.
 *
 *   npm run example -- tariff-war [folder] [published table]
 *
 * The folder holds trade.csv.gz, tariffs.csv.gz (exporter, importer, sectors) and elasticities.csv, as of 2014. The table
 * (country, nashTariff, realGdp, in percent) is the one that the paper prints for 2014, from 56 sectors.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { toMarkdown } from "tariff-whatif";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import { calibrateSectors, sectorAgreement, sectorNash, sectorNashFormula } from "tariff-whatif/sectors";

const percent = (value: number, places = 2) => `${value.toFixed(places)}%`;

// 1. All 16 economies of 2011 against one another: one rate on all goods each.
const { economies, sectors, accounts, tradeElasticities, goods } = worldSectors2011;
const world = calibrateSectors({
  economies,
  sectors,
  accounts,
  tradeElasticities,
  tariffs: "none",
  deficits: "removed",
});
const war = sectorNash(world, { players: "all", shape: "uniform", sectors: goods });
console.log("All against all, 2011: one rate on all goods, change of welfare against free trade\n");
console.log(
  toMarkdown(
    war.players.map(({ name, tariffs, welfarePercent, gainFromDeviating }) => ({
      economy: name,
      tariff: percent(100 * (tariffs[0]?.tariff ?? 0)),
      welfare: percent(welfarePercent),
      "could still gain alone": gainFromDeviating < 1e-8 ? "less than 1e-8" : String(gainFromDeviating),
    })),
  ),
);
const charged = war.players.map(({ name, tariffs }) => ({
  exporter: "all",
  importer: name,
  sectors: goods,
  tariff: tariffs[0]?.tariff ?? 0,
}));
const peace = sectorAgreement(world, {
  without: { tariffs: charged, tariffsAre: "total" },
  under: { tariffs: [], tariffsAre: "total" },
});
const refuse = peace.economies.filter(({ signs }) => !signs).map(({ economy }) => economy);
console.log(
  `Back to free trade: ${peace.economies.length - refuse.length} of ${peace.economies.length} would sign${refuse.length === 0 ? "" : `; not ${refuse.join(", ")}`}.`,
);
console.log(`All together gain USD ${(peace.totalGain / 1e3).toFixed(1)} billion of 2011.\n`);

// 2. Every economy against every other, by the paper's formula, where a folder with the data is named.
const folder = process.argv[3] ?? "";
if (existsSync(`${folder}/trade.csv.gz`)) {
  const readFile = (path: string): string[][] => {
    const bytes = readFileSync(path);
    return Papa.parse<string[]>((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString().trim()).data;
  };
  const read = (name: string) => readFile(`${folder}/${name}`);
  const [heading = [], ...flows] = read("trade.csv.gz");
  const labels = heading.slice(2);
  const places = [...new Set(flows.map((row) => row[0] ?? ""))];
  const fill = (rows: readonly string[][]) => {
    const block = new Float64Array(places.length ** 2 * labels.length);
    for (const row of rows)
      labels.forEach((_, k) => {
        const pair = places.indexOf(row[0] ?? "") * places.length + places.indexOf(row[1] ?? "");
        block[pair * labels.length + k] = Number(row[k + 2]);
      });
    return block;
  };
  const [columns = [], ...rows] = read("elasticities.csv");
  const all = calibrateSectors({
    economies: places,
    sectors: labels,
    accounts: { valuation: "dutyPaid", trade: fill(flows), inputs: "none" },
    tradeElasticities: labels.map((label) =>
      Number(rows.find((row) => row[0] === label)?.[columns.indexOf("IS")]),
    ),
    tariffs: fill(read("tariffs.csv.gz").slice(1)),
    deficits: "removed",
  });
  const formula = sectorNashFormula(all, { players: "all" });
  const table = process.argv[4] ?? "";
  const printed = existsSync(table) ? readFile(table).slice(1) : [];
  const ranked = [...formula.players].sort((first, second) => first.welfarePercent - second.welfarePercent);
  console.log(`All ${places.length} against all, by the ${formula.method}\n`);
  console.log(
    toMarkdown(
      [
        ...ranked.slice(0, 5),
        ...ranked.filter(({ name }) => ["USA", "CHN", "DEU", "IRL"].includes(name)),
      ].map(({ name, tariff, welfarePercent }) => {
        const row = printed.find(([country]) => country === name);
        return {
          economy: name,
          tariff: percent(100 * tariff),
          welfare: percent(welfarePercent),
          ...(printed.length > 0
            ? { "printed tariff": row?.[1] ?? "no row", "printed real GDP": row?.[2] ?? "no row" }
            : {}),
        };
      }),
    ),
  );
  const both = formula.players.flatMap(({ name, tariff, welfarePercent }) => {
    const row = printed.find(([country]) => country === name);
    return row ? [[100 * tariff, Number(row[1]), welfarePercent, Number(row[2])] as const] : [];
  });
  const mean = (of: 0 | 1 | 2 | 3) => both.reduce((sum, row) => sum + row[of], 0) / both.length;
  if (both.length > 0) {
    console.log(
      `Mean of ${both.length} countries: tariff ${percent(mean(0), 1)}, printed ${percent(mean(1), 1)}; welfare ${percent(mean(2))}, printed ${percent(mean(3))}.`,
    );
    console.log(
      `The paper counts 56 sectors, this folder ${labels.length}: size and order agree, digits do not. Its columns with inputs are another model.`,
    );
  }
} else console.log("For all against all name a folder with the data: npm run example -- tariff-war <folder>");
