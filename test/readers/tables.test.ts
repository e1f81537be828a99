import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { tableFromArrays, tableFromIPC, tableToIPC } from "apache-arrow";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { baselineTotals } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { baselineTable, readBaseline, readTrade, type TableReadOptions } from "tariff-whatif/readers";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";

const options = (rows: TableReadOptions["source"]["rows"], change: object = {}): TableReadOptions => ({
  source: { rows, name: "table" },
  format: "table",
  columns: { exporter: "exporter", product: "product", value: "customsValue", duties: "duties" },
  economies: "partner-code",
  importer: "USA",
  year: 2024,
  currency: "USD",
  ...change,
});

const heading = {
  id: "from-a-table",
  title: "From a table",
  priceYear: 2024,
  sources: [...usImports2024.sources],
};

const totals = baselineTotals({ baseline: usImports2024, by: "exporter" });

describe("a baseline written as columns", () => {
  it("comes back through Arrow to the digit", async () => {
    const { importer: _, ...table } = baselineTable({ baseline: usImports2024, amounts: "text" });
    const bytes = tableToIPC(tableFromArrays(table as unknown as Record<string, string[]>));
    const { baseline, report } = await readBaseline({ ...heading, file: options(tableFromIPC(bytes)) });
    expect(report.counts.read).toBe(usImports2024.columns.exporter.length);
    expect(baselineTotals({ baseline, by: "exporter" })).toEqual(totals);
  });

  it("comes back through Parquet, written by DuckDB with whole numbers", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tables-"));
    const path = join(folder, "lines.parquet");
    const instance = await DuckDBInstance.create(":memory:");
    const duck = await instance.connect();
    const { exporter, product, customsValue, duties } = baselineTable({
      baseline: usImports2024,
      amounts: "number",
    });
    const rows = exporter.map(
      (each, at) => `('${each}', '${product[at]}', ${customsValue[at]}, ${duties?.[at]})`,
    );
    await duck.run(
      "CREATE TABLE lines (exporter VARCHAR, product VARCHAR, customsValue BIGINT, duties BIGINT)",
    );
    await duck.run(`INSERT INTO lines VALUES ${rows.join(", ")}`);
    await duck.run(`COPY lines TO '${path}' (FORMAT parquet)`);
    duck.closeSync();
    instance.closeSync();
    const objects = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
    rmSync(folder, { recursive: true });
    const { baseline } = await readBaseline({ ...heading, file: options(objects) });
    expect(baselineTotals({ baseline, by: "exporter" })).toEqual(totals);
  });
});

describe("a table", () => {
  const row = { exporter: "CHN", product: "85", customsValue: 1200n, duties: 41 };

  it("may come row by row, and reports wrong rows by their number", async () => {
    async function* rows() {
      yield row;
      yield { ...row, exporter: "Chna" };
      yield { ...row, exporter: "CAN", duties: null };
      yield { ...row, exporter: "MEX", customsValue: Number.NaN };
    }
    const { rows: read, report } = await readTrade(options(rows(), { problems: "collect" }));
    expect(read.map(({ exporter, value }) => `${exporter} ${value}`)).toEqual(["CHN 1200"]);
    expect(report.failed.map(({ code, place }) => `${code} ${place.line}`)).toEqual([
      "unknown-partner 2",
      "missing-value 3",
      "bad-number 4",
    ]);
  });

  it.each([
    ["wrong-type", 5],
    ["wrong-type", null],
    ["no-rows", []],
    ["missing-column", [{ exporter: "CHN" }]],
    ["field-count", [7]],
    ["bad-number", [{ ...row, customsValue: 1e300 }]],
    ["bad-number", [{ ...row, customsValue: {} }]],
    ["duplicate-row", [row, row]],
  ])("is refused with %s", async (code, rows) => {
    const error = await readTrade(options(rows as never)).catch((caught: unknown) => caught);
    expect((error as { code?: string }).code).toBe(code);
  });

  it("takes no time for a cell that would be endless as text", async () => {
    let cell: unknown = [1];
    for (let depth = 0; depth < 60; depth++) cell = [cell, cell];
    const run = readTrade(options([{ ...row, customsValue: cell }] as never));
    await expect(run).rejects.toMatchObject({ code: "bad-number", received: '"a list of 2"' });
  });

  it("is stopped by a signal", async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ ...row, product: String(1000 + (at % 8000)) }));
    const run = readTrade(options(many, { signal: { aborted: true }, repeatedRows: "keep" }));
    expect(((await run.catch((caught: unknown) => caught)) as { code?: string }).code).toBe("aborted");
  });

  it("refuses another kind of amounts", () => {
    const amounts = "decimal" as "text";
    expect(errorOf(() => baselineTable({ baseline: usImports2024, amounts }))).toMatchObject({
      code: "out-of-range",
    });
  });
});
