import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  accounting,
  appliedRate,
  bind,
  compareScenarios,
  januaryScenarios,
  type PartnerCode,
  parseScenario,
  renameScenario,
  type Scenario,
} from "tariff-whatif";
import { lawOn } from "tariff-whatif/law";
import { readBaseline } from "tariff-whatif/readers";
import { toSql } from "tariff-whatif/sql";
import { measure, type Row, row } from "./harness.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The lines of 2024, where the data folder is at hand. */
export const file = fileURLToPath(
  new URL("../../../shared/data/us-imports-2024-hs10.csv.gz", import.meta.url),
);
const columns = {
  exporter: "partner",
  product: "hs10",
  value: "customs_value_usd",
  duties: "calculated_duties_usd",
} as const;

/** Reads the lines as a baseline, with what was read. */
export const read = () =>
  readBaseline({
    file: {
      source: file,
      format: "csv",
      columns,
      economies: "partner-code",
      importer: "USA",
      year: 2024,
      currency: "USD",
    },
    ...{ id: "lines", title: "US imports by line, 2024", priceYear: 2024 },
    sources: [
      {
        id: "census",
        title: "US imports for consumption by HTS line, 2024",
        publisher: "US Census Bureau",
        licence: "public domain",
        note: "read from a file",
      },
    ],
  });

/** The article's scenarios, with the EU at 10 % and at 25 %. */
function sevenScenarios(): Scenario<never>[] {
  const { baseline, china10, mexicoCanada25, chinaMexicoCanada, chinaMexicoCanadaEnergy10 } =
    januaryScenarios;
  const withEurope = (euRate: `${number}%`) =>
    renameScenario(bind(januaryScenarios.chinaMexicoCanadaEu, { euRate }), {
      id: `eu-${euRate.slice(0, -1)}`,
      title: euRate,
    });
  const closed = [baseline, china10, mexicoCanada25, chinaMexicoCanada, chinaMexicoCanadaEnergy10];
  return [...closed, withEurope("10%"), withEurope("25%")];
}

/** The first comparison of a process, once the lines are read. */
const first = `
import { accounting, compareScenarios, januaryScenarios } from "tariff-whatif";
import { readBaseline } from "tariff-whatif/readers";
const { baseline } = await readBaseline(JSON.parse(process.argv[1]));
const { china10, mexicoCanada25, chinaMexicoCanada, chinaMexicoCanadaEnergy10 } = januaryScenarios;
const start = performance.now();
compareScenarios({
  baseline,
  scenarios: [januaryScenarios.baseline, china10, mexicoCanada25, chinaMexicoCanada, chinaMexicoCanadaEnergy10],
  model: accounting,
  against: "baseline",
  by: ["all", "exporter", "chapter"],
});
process.stdout.write(String(performance.now() - start));`;

/** What a baseline of the lines holds, in a process of its own. */
const held = `
import { readBaseline } from "tariff-whatif/readers";
const bytes = async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  gc();
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const before = await bytes();
const { baseline, report } = await readBaseline(JSON.parse(process.argv[1]));
process.stdout.write(String(((await bytes()) - before) / report.counts.read), () => baseline);`;

/** Two hundred thousand tariff lines: reading, seven scenarios beside DuckDB, and the law of a day with its lists. */
export async function rows(): Promise<Row[]> {
  if (!existsSync(file)) return [row("207,148 tariff lines: the data folder is missing", [])];
  const { baseline, report } = await read();
  const reading = await measure("read the gzipped CSV of 207,148 lines", read, { budgetMs: 4000 });
  const plain = gunzipSync(readFileSync(file)).length;
  const speed = report.counts.read / reading.medianMs / 1000;
  const scenarios = sevenScenarios();
  const compare = () =>
    compareScenarios({
      baseline,
      scenarios,
      model: accounting,
      against: "baseline",
      by: ["all", "exporter", "chapter"],
    });
  const ours = await measure("seven scenarios on 207,148 lines, by exporter and chapter", compare, {
    target: 100,
    budgetMs: 3000,
  });

  const duck = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
  await duck.run(
    `CREATE TABLE lines AS SELECT partner, hs10, substr(hs10, 1, 2) AS chapter,
       CAST(customs_value_usd AS DECIMAL(18, 0)) AS value, CAST(calculated_duties_usd AS DECIMAL(18, 0)) AS duties
     FROM read_csv('${file}', types = {'hs10': 'VARCHAR'})`,
  );
  await duck.run(
    "CREATE TABLE rates (scenario INTEGER, partner VARCHAR, energy BOOLEAN, rate DECIMAL(6, 4))",
  );
  // What each scenario adds, as a user of DuckDB would write it down: a rate for each partner, energy apart.
  const partners = [...new Set(baseline.exporters)];
  const values: string[] = [];
  scenarios.forEach((scenario, at) => {
    for (const partner of partners) {
      for (const energy of [false, true]) {
        const rate = rateOf(scenario, partner, energy);
        values.push(`(${at}, '${partner}', ${energy}, ${rate})`);
      }
    }
  });
  await duck.run(`INSERT INTO rates VALUES ${values.join(", ")}`);
  const joined = `SELECT scenario, lines.partner, chapter, SUM(value), SUM(duties), SUM(value * rate)
    FROM lines JOIN rates ON lines.partner = rates.partner AND rates.energy = (chapter = '27')
    GROUP BY GROUPING SETS ((scenario), (scenario, lines.partner), (scenario, chapter))`;
  const peer = await measure(
    "the same joined and summed in decimals by DuckDB, two threads",
    async () => (await duck.runAndReadAll(joined)).getRows(),
    { budgetMs: 3000 },
  );
  const rowsOfPeer = (await duck.runAndReadAll(joined)).getRows();
  requireSame(
    compare().rows.filter(
      ({ dimension, indicator }) => dimension === "all" && indicator === "additionalDuties",
    ),
    rowsOfPeer,
  );
  const sql = scenarios.map((scenario) => {
    const { query } = toSql({
      ...{ scenario, dialect: "duckdb" as const, table: "lines", importer: "USA" as const },
      exporters: baseline.exporters,
      columns: { exporter: "partner", product: "hs10", value: "value", duties: "duties" },
      amounts: { digits: 18, places: 0 },
    });
    return `SELECT partner, substr(hs10, 1, 2), SUM(scenario_duties) FROM (${query})
      GROUP BY GROUPING SETS ((), (partner), (substr(hs10, 1, 2)))`;
  });
  const generated = await measure(
    "the same by DuckDB with the query of toSql",
    async () => {
      for (const query of sql) await duck.runAndReadAll(query);
    },
    { budgetMs: 3000 },
  );
  duck.closeSync();

  const law = () =>
    lawOn({
      day: "2025-08-31",
      importers: ["USA"],
      confidence: "two sources",
      ordinaryDuty: "baseline",
      metalShares: { steel: "1", aluminum: "0", copper: "0" },
      northAmericanClaims: { CAN: "0", MEX: "0" },
    });
  const compiled: number[] = [];
  for (let run = 0; run < 7; run++) {
    const scenario = law();
    const start = performance.now();
    accounting({ baseline, scenario }).total;
    compiled.push(performance.now() - start);
  }
  const stacked: number[] = [];
  for (let run = 0; run < 9; run++) {
    const policy = stackingPolicy(baseline.products);
    const start = performance.now();
    accounting({ baseline, scenario: policy }).total;
    stacked.push(performance.now() - start);
  }
  const stacking = stackingPolicy(baseline.products);
  accounting({ baseline, scenario: stacking }).total;
  const scenario = law();
  const prefixes = scenario.steps.reduce(
    (sum, { products }) => sum + (Array.isArray(products) ? products.length : 0),
    0,
  );
  accounting({ baseline, scenario }).total;
  const argument = JSON.stringify({
    file: {
      ...{ source: file, format: "csv", columns, economies: "partner-code", importer: "USA", year: 2024 },
      currency: "USD",
    },
    ...{ id: "lines", title: "lines", priceYear: 2024 },
    sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "US Census" }],
  });
  const fresh = () =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", first, argument], { cwd: root }));
  const perLine = Number(
    execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", held, argument], {
      cwd: root,
    }),
  );
  return [
    {
      ...reading,
      detail: `${speed.toFixed(2)} million lines/s (aim 1), ${(plain / reading.medianMs / 1000).toFixed(0)} MB/s`,
    },
    row(
      "bytes a line, baseline kept, dictionaries included",
      [perLine],
      undefined,
      "aim 40 without dictionaries",
    ),
    { ...ours, detail: `DuckDB takes ${(peer.medianMs / ours.medianMs).toFixed(2)} times as long (aim 3)` },
    peer,
    generated,
    row("first comparison of a process on the lines, five scenarios", Array.from({ length: 5 }, fresh), 400),
    row("stacking policy of 12 steps and 12,000 codes, first evaluation with its compiling", stacked, 75),
    await measure(
      "stacking policy of 12 steps and 12,000 codes, once compiled",
      () => accounting({ baseline, scenario: stacking }).total,
      { target: 15 },
    ),
    row("law of a day on the lines, first evaluation with its compiling", compiled),
    await measure(
      "law of a day on the lines, once compiled",
      () => accounting({ baseline, scenario }).total,
      {
        target: 15,
        detail: `${scenario.steps.length} steps, ${prefixes} codes`,
      },
    ),
  ];
}

/** Twelve steps of four kinds with lists of a thousand codes, one after the other on the value. */
function stackingPolicy(products: readonly string[]): Scenario<never> {
  const kinds = ["add", "replace", "raiseTotalTo", "add"] as const;
  const lists = [...new Set(products.map((code) => code.slice(0, 8)))];
  const steps = Array.from({ length: 12 }, (_, at) => {
    const operator = kinds[at % kinds.length]!;
    return {
      ...{ id: `step-${at}`, title: `Step ${at}`, operator, authority: `authority-${at}` },
      ...(operator === "add" ? {} : { of: ["baseline", "authority-0"] }),
      ...{ rate: `${5 + at}%`, importers: ["USA"], exporters: at % 3 === 0 ? ["CHN", "CAN", "EU27"] : "all" },
      products: Array.from({ length: 1000 }, (_, row) => lists[(row * 7 + at * 531) % lists.length]!),
      ...{ dates: {}, status: "in-force", source: { title: "made up for a measurement" } },
    };
  });
  const evaluate = { on: "any-date", statuses: "any-status" };
  return parseScenario({
    id: "stacking",
    title: "Stacking",
    parameters: {},
    bound: {},
    openParameters: [],
    steps: steps.map((step) => ({ ...step, products: [...new Set(step.products)] })),
    evaluate,
  }) as Scenario<never>;
}

/** The additional rate of a scenario on a partner, for goods that are energy or not. */
function rateOf(scenario: Scenario<never>, exporter: PartnerCode, energy: boolean): string {
  const { rate } = appliedRate(scenario, {
    ...{ importer: "USA", exporter, product: energy ? "27" : "84" },
    ...{ on: "any-date", statuses: scenario.evaluate.statuses },
    base: { baseline: "0%" },
  });
  return (Number.parseFloat(rate) / 100).toFixed(4);
}

/** Totals of both, to the cent. */
function requireSame(
  own: readonly { readonly level: unknown; readonly scenario: string }[],
  peer: readonly (readonly unknown[])[],
): void {
  const sums = peer
    .filter(([, partner, chapter]) => partner === null && chapter === null)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map((cells) => Number(String(cells[5])));
  own.forEach(({ level, scenario }, at) => {
    const { amount } = level as { amount: string };
    if (Math.abs(Number(amount) - (sums[at] ?? Number.NaN)) > 0.01)
      throw new Error(`${scenario}: ${amount} here, ${sums[at]} in DuckDB`);
  });
}
