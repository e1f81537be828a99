/**
 * The tariffs of 2 April 2025 in a world of 194 economies, as in Ignatenko, Macedoni, Lashkaripour and Simonovska (2025).
 * The data are large and not part of the package: name the folder that has them.
 *
 *   npm run example -- liberation-day --data ../shared/data/world-194
 */
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { toMarkdown } from "tariff-whatif";
import {
  calibrateWorld,
  ignatenko2025CompletePassThrough,
  reciprocalTariffs,
  type WorldEquilibrium,
  worldEquilibrium,
} from "tariff-whatif/world";

const { data: folder } = parseArgs({
  args: process.argv.slice(3),
  options: { data: { type: "string" } },
}).values;

if (folder === undefined || !existsSync(`${folder}/trade-2023.csv.gz`)) {
  console.log(
    "The figures are those of the paper's public replication (data/base_data of github.com/JoeLoera/liberation-day-replication): save the trade of 2023 by pair in thousand dollars (exporter, importer, value) as trade-2023.csv.gz, GDP in dollars (economy, gdp) as gdp-2023.csv and the rates announced on 2 April 2025 (economy, rate) as us-tariffs-2025-04-02.csv, and name their folder:",
  );
  console.log("  npm run example -- liberation-day --data ../shared/data/world-194");
} else {
  const read = (bytes: Buffer) => Papa.parse<string[]>(bytes.toString("utf8").trim()).data.slice(1);
  const file = (name: string) => readFileSync(`${folder}/${name}`);

  // 1. The data: trade in thousand dollars, GDP brought to the same unit, and the announced rates.
  const gdp = read(file("gdp-2023.csv")).map(([economy = "", dollars]) => ({
    economy,
    gdp: Number(dollars) / 1000,
  }));
  const economies = gdp.map(({ economy }) => economy);
  const position = new Map(economies.map((economy, at) => [economy, at]));
  const exports = economies.map(() => economies.map(() => 0));
  for (const [exporter = "", importer = "", value] of read(gunzipSync(file("trade-2023.csv.gz")))) {
    const [from, to] = [position.get(exporter), position.get(importer)];
    if (from !== undefined && to !== undefined && from !== to) exports[from]![to] = Number(value);
  }
  const announced = new Map(
    read(file("us-tariffs-2025-04-02.csv")).map(([economy = "", rate]) => [economy, Number(rate)]),
  );
  const tariffs = economies
    .filter((economy) => economy !== "USA")
    .map((exporter) => ({ exporter, importer: "USA", tariff: Math.max(0.1, announced.get(exporter) ?? 0) }));

  // 2. The world, and three answers to the same tariffs.
  const world = calibrateWorld({
    economies,
    exports,
    gdp: gdp.map((row) => row.gdp),
    parameters: ignatenko2025CompletePassThrough,
  });
  const deficits = "fixedToWorldIncome";
  const relief = worldEquilibrium(world, { tariffs, revenueUse: "incomeTaxRelief", deficits });
  const lumpSum = worldEquilibrium(world, { tariffs, revenueUse: "lumpSumRebate", deficits });
  const war = worldEquilibrium(world, {
    tariffs: reciprocalTariffs(world, { tariffs, aggressor: "USA" }),
    revenueUse: "incomeTaxRelief",
    deficits,
  });

  const percent = (value: number | undefined) => (value === undefined ? "n/a" : `${value.toFixed(2)}%`);
  const unitedStates = (title: string, outcome: WorldEquilibrium) => {
    const usa = outcome.economies.find(({ economy }) => economy === "USA");
    return {
      scenario: title,
      welfare: percent(usa?.welfarePercent),
      deficit: percent(usa?.deficitPercent),
      "exports/GDP": percent(usa?.exportsOverGdpPercent),
      "imports/GDP": percent(usa?.importsOverGdpPercent),
      employment: percent(usa?.employmentPercent),
      prices: percent(usa?.priceIndexPercent),
    };
  };
  console.log(`The United States in a world of ${economies.length} economies\n`);
  console.log(
    toMarkdown([
      unitedStates("tariffs pay for income-tax relief", relief),
      unitedStates("tariffs are rebated lump sum", lumpSum),
      unitedStates("relief, and every partner returns its rate", war),
    ]),
  );
  const byWelfare = [...relief.economies].sort(
    (first, second) => first.welfarePercent - second.welfarePercent,
  );
  const row = ({ economy, welfarePercent }: (typeof byWelfare)[number]) => ({
    economy,
    welfare: percent(welfarePercent),
  });
  console.log("Who loses most (income-tax relief)\n");
  console.log(toMarkdown(byWelfare.slice(0, 6).map(row)));
  console.log("Who gains most\n");
  console.log(toMarkdown(byWelfare.slice(-6).reverse().map(row)));
  console.log(
    `Residual over all equations ${relief.residual.toExponential(0)}, ${relief.passes} passes over the trade matrix.`,
  );
  console.log(`Own trade set to zero: ${relief.ownTradeSetToZero.join(", ")}.`);
}
