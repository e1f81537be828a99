import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { januaryScenarios, type PartnerCode } from "tariff-whatif";
import { streamTrade } from "tariff-whatif/readers";
import { toSql } from "tariff-whatif/sql";
import { type Row, row } from "./harness.js";

const csvLines = 10_000_000;
const parquetLines = 100_000_000;
const partitions = 20;
const memoryLimit = "1GB";
/** What the partitions may need of the disk, and as much again. */
const bytesWanted = 8e9;

const partners: readonly PartnerCode[] = [
  ..."CHN CAN MEX DEU JPN KOR VNM TWN IND IRL ITA CHE GBR FRA THA MYS SGP BRA NLD IDN".split(" "),
] as PartnerCode[];

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
/** The most memory this process has had so far, in bytes. */
const peak = () => process.resourceUsage().maxRSS * 1024;

/** A generator of numbers below a bound, the same in every run. */
function drawing(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Each part runs in a process of its own, so that the memory counted is its own. */
const parts: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  stream: streamLines,
  write: writePartitions,
  score: scorePartitions,
};

/** Runs one part and prints its figures. */
export async function runPart(name: string, folder: string): Promise<void> {
  process.stdout.write(JSON.stringify(await (parts[name] as (folder: string) => Promise<unknown>)(folder)));
}

function inOwnProcess<T>(name: string, folder: string): T {
  const args = [process.argv[1] as string, `--part=${name}`, `--folder=${folder}`];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as T;
}

interface Streamed {
  readonly seconds: number;
  /** Processor time of all threads. */
  readonly processor: number;
  readonly bytes: number;
  readonly before: number;
  readonly atTenth: number;
  readonly after: number;
}

async function streamLines(): Promise<Streamed> {
  const draw = drawing();
  const block = 100_000;
  let text = "";
  for (let line = 0; line < block; line++) {
    const product = `${String(1 + draw(97)).padStart(2, "0")}${String(draw(10_000)).padStart(4, "0")}0000`;
    text += `${partners[draw(partners.length)]},${product},${1 + draw(10_000_000)},${draw(100_000)}\n`;
  }
  const bytes = new TextEncoder().encode(text);
  async function* source() {
    yield "partner,hs10,value,duties\n";
    for (let done = 0; done < csvLines; done += block)
      for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16));
  }
  const before = peak();
  const start = performance.now();
  const used = process.cpuUsage();
  let [lines, value, atTenth] = [0, 0, 0];
  for await (const rows of streamTrade({
    ...{ source: source(), format: "csv", economies: "partner-code", importer: "USA", year: 2024 },
    ...{ currency: "USD", repeatedRows: "keep" },
    columns: { exporter: "partner", product: "hs10", value: "value", duties: "duties" },
  })) {
    for (const each of rows) value += Number(each.value);
    lines += rows.length;
    if (atTenth === 0 && lines >= csvLines / 10) atTenth = peak();
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  const own = text.split("\n").reduce((sum, line) => sum + Number(line.split(",")[2] ?? 0), 0);
  if (lines !== csvLines || value !== own * (csvLines / block))
    throw new Error(`${lines} lines worth ${value}, not ${csvLines} worth ${own * (csvLines / block)}`);
  return {
    seconds,
    processor: (user + system) / 1e6,
    bytes: bytes.length * (csvLines / block),
    before,
    atTenth,
    after: peak(),
  };
}

const connect = async () =>
  (await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: memoryLimit })).connect();

async function writePartitions(
  folder: string,
): Promise<{ readonly seconds: number; readonly bytes: number }> {
  const start = performance.now();
  const duck = await connect();
  await duck.run("SELECT setseed(0.5)");
  const list = partners.map((partner) => `'${partner}'`).join(", ");
  for (let part = 0; part < partitions; part++) {
    const [from, to] = [part, part + 1].map((at) => (at * parquetLines) / partitions);
    await duck.run(`COPY (
      SELECT ([${list}])[1 + CAST(floor(random() * ${partners.length}) AS INTEGER)] AS partner,
        lpad(CAST(1 + CAST(floor(random() * 97) AS INTEGER) AS VARCHAR), 2, '0')
          || lpad(CAST(CAST(floor(random() * 200) AS INTEGER) * 50 AS VARCHAR), 4, '0') || '0000' AS hs10,
        CAST(random() * 1000000 AS DECIMAL(18, 2)) AS value,
        CAST(random() * 10000 AS DECIMAL(18, 2)) AS duties
      FROM range(${from}, ${to})
    ) TO '${join(folder, `part-${part}.parquet`)}' (FORMAT parquet)`);
  }
  duck.closeSync();
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return { seconds: (performance.now() - start) / 1000, bytes };
}

interface Scored {
  readonly seconds: number;
  readonly plainSeconds: number;
  readonly before: number;
  readonly after: number;
}

async function scorePartitions(folder: string): Promise<Scored> {
  const duck = await connect();
  await duck.run(`CREATE VIEW lines AS SELECT * FROM read_parquet('${join(folder, "*.parquet")}')`);
  const { query } = toSql({
    scenario: januaryScenarios.chinaMexicoCanadaEnergy10,
    ...{ dialect: "duckdb", table: "lines", importer: "USA", exporters: partners },
    columns: { exporter: "partner", product: "hs10", value: "value", duties: "duties" },
    amounts: { digits: 18, places: 2 },
  });
  const timed = async (text: string): Promise<{ readonly rows: string; readonly seconds: number }> => {
    const start = performance.now();
    const rows = (await duck.runAndReadAll(text)).getRows();
    return { rows: JSON.stringify(rows), seconds: (performance.now() - start) / 1000 };
  };
  const before = peak();
  const total = "CAST(CAST(SUM(d) AS DECIMAL(38, 4)) AS VARCHAR), CAST(COUNT(*) AS VARCHAR)";
  const own = await timed(
    `SELECT partner, ${total} FROM (SELECT partner, scenario_duties AS d FROM (${query})) GROUP BY ALL ORDER BY ALL`,
  );
  const after = peak();
  // The same scenario as a user would write it by hand; the totals must agree in every digit.
  const plain = await timed(`SELECT partner, ${total} FROM (
    SELECT partner, duties + value * CASE WHEN partner = 'CAN' AND substr(hs10, 1, 2) = '27' THEN 0.10
      WHEN partner IN ('CAN', 'MEX') THEN 0.25 WHEN partner = 'CHN' THEN 0.10 ELSE 0.00 END AS d FROM lines
  ) GROUP BY ALL ORDER BY ALL`);
  duck.closeSync();
  if (own.rows !== plain.rows) throw new Error(`The query of toSql gives ${own.rows}, by hand ${plain.rows}`);
  return { seconds: own.seconds, plainSeconds: plain.seconds, before, after };
}

/** Files larger than memory should have to hold: 10 million lines of CSV, 100 million of Parquet. */
export async function rows(): Promise<Row[]> {
  const streamed = inOwnProcess<Streamed>("stream", "");
  const rows = [
    row(
      "10 million CSV lines through streamTrade",
      [streamed.seconds * 1000],
      undefined,
      `${(csvLines / streamed.seconds / 1e6).toFixed(2)} million lines/s (${(csvLines / streamed.processor / 1e6).toFixed(2)} a processor second), ${(streamed.bytes / streamed.seconds / 1e6).toFixed(0)} MB/s; peak memory grows by ${megabytes(streamed.after - streamed.before)}, by ${megabytes(streamed.after - streamed.atTenth)} after the first million`,
    ),
  ];
  const scratch = tmpdir();
  mkdirSync(scratch, { recursive: true });
  const { bavail, bsize } = statfsSync(scratch);
  if (bavail * bsize < bytesWanted)
    return [...rows, row("100 million Parquet lines: less than 8 GB free on the disk", [])];
  const folder = mkdtempSync(join(scratch, "tariff-whatif-bench-"));
  try {
    const written = inOwnProcess<{ seconds: number; bytes: number }>("write", folder);
    const scored = inOwnProcess<Scored>("score", folder);
    return [
      ...rows,
      row(
        `100 million lines written as ${partitions} Parquet partitions by DuckDB`,
        [written.seconds * 1000],
        undefined,
        megabytes(written.bytes),
      ),
      row(
        "100 million Parquet lines scored by DuckDB with the query of toSql",
        [scored.seconds * 1000],
        undefined,
        `${(parquetLines / scored.seconds / 1e6).toFixed(1)} million lines/s; limit ${memoryLimit}, peak memory of the process ${megabytes(scored.after)}, grown by ${megabytes(scored.after - scored.before)}`,
      ),
      row("the same scenario written by hand", [scored.plainSeconds * 1000]),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
