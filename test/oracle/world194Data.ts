import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const data = "../shared/data/world-194/";
const cases = "../shared/cases/world-194/";

/** Whether the larger case is there; tests that need it skip, saying so, where it is not. */
export const hasWorld194 = existsSync(`${data}trade-2023.csv.gz`) && existsSync(`${cases}calibrated.csv`);

const rows = (text: string) =>
  text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

/** Trade and GDP in thousand USD, and the tariffs of 2 April 2025 (not below 10 %) on every exporter. */
export function readWorld194() {
  const gdpRows = rows(readFileSync(`${data}gdp-2023.csv`, "utf8"));
  const economies = gdpRows.map((row) => row[0] as string);
  const gdp = gdpRows.map((row) => Number(row[1]) / 1000);
  const n = economies.length;
  const at = new Map(economies.map((label, i) => [label, i]));
  const exports = new Float64Array(n * n);
  for (const [exporter, importer, value] of rows(
    gunzipSync(readFileSync(`${data}trade-2023.csv.gz`)).toString(),
  )) {
    exports[(at.get(exporter as string) as number) * n + (at.get(importer as string) as number)] =
      Number(value);
  }
  const stated = new Map(
    rows(readFileSync(`${data}us-tariffs-2025-04-02.csv`, "utf8")).map((row) => [row[0], Number(row[1])]),
  );
  const usTariffs = economies
    .filter((label) => label !== "USA")
    .map((exporter) => ({
      exporter,
      importer: "USA",
      tariff: Math.max(0.1, stated.get(exporter) ?? 0),
    }));
  return { economies, gdp, exports, usTariffs };
}

/** One file of results: the columns after the label, in the order of the economies. */
export const readCase = (file: string) =>
  rows(readFileSync(`${cases}${file}.csv`, "utf8")).map((row) => row.slice(1).map(Number));

/** The five-economy case with every intermediate value; carried along, so that a fresh clone checks every formula. */
export const readFive = () => JSON.parse(readFileSync("test/oracle/five-economies.json", "utf8"));
