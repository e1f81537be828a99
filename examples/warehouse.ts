/**
 * A scenario as SQL: the warehouse scores its lines where they lie. Here DuckDB, with four lines made up on the spot; the
 * query is the same for a table of billions.
 *
 *   npm run example -- warehouse
 */
import { DuckDBInstance } from "@duckdb/node-api";
import { januaryScenarios } from "tariff-whatif";
import { toSql } from "tariff-whatif/sql";

const { query, check } = toSql({
  scenario: januaryScenarios.chinaMexicoCanadaEnergy10,
  dialect: "duckdb",
  table: "lines",
  columns: { exporter: "partner", product: "hs10", value: "value", duties: "duties" },
  importer: "USA",
  exporters: ["CHN", "CAN", "MEX"],
  amounts: { digits: 18, places: 2 },
});

const instance = await DuckDBInstance.create(":memory:");
const duck = await instance.connect();
await duck.run(`
  CREATE TABLE lines (partner VARCHAR, hs10 VARCHAR, value DECIMAL(18, 2), duties DECIMAL(18, 2));
  INSERT INTO lines VALUES
    ('CHN', '8507600010', 2436201333, 314058450),
    ('CAN', '2709001000', 1000000, 0),
    ('CAN', '0101210010', 809426, 0),
    ('MEX', '0803900025', 84038888, 0);
`);
const unscored = (await duck.runAndReadAll(check)).getRows();
console.log(`Lines that cannot be scored: ${unscored[0]?.[0]}`);
const scored = await duck.runAndReadAll(
  `SELECT partner, hs10, CAST(CAST(scenario_duties - duties AS DECIMAL(24, 2)) AS VARCHAR) FROM (${query}) ORDER BY partner, hs10`,
);
for (const [partner, line, added] of scored.getRows() as string[][])
  console.log(`${partner} ${line}: ${added} more`);
duck.closeSync();
instance.closeSync();
