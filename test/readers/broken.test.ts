import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { TariffError } from "tariff-whatif";
import { type CsvReadOptions, type ReadError, readTrade, type TradeReadOptions } from "tariff-whatif/readers";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("cases/broken/", import.meta.url));

interface Case {
  readonly file: string;
  readonly kind: string;
  readonly reader: string;
  readonly outcome: "error" | "read";
  readonly code: string;
  readonly line?: number | null;
  readonly column?: string | null;
  readonly byte?: number;
  readonly rows?: number;
  readonly lines?: readonly number[];
  readonly rowsBefore?: number;
}
const cases = JSON.parse(readFileSync(`${folder}errors.json`, "utf8")) as readonly Case[];

const csv = (source: string): CsvReadOptions => ({
  source,
  format: "csv",
  columns: {
    exporter: "partner",
    product: "hs10",
    value: "customs_value_usd",
    duties: "calculated_duties_usd",
  },
  economies: "iso-alpha-3",
  importer: "USA",
  year: 2024,
  currency: "USD",
});

function optionsOf({ reader }: Case, source: string): TradeReadOptions {
  const own = csv(source);
  if (reader === "census-api") return { source, format: "census-api" };
  if (reader.includes("(names)")) {
    const columns = { exporter: "country", product: "hs10", value: "customs_value_usd" };
    return { ...own, economies: "name", columns };
  }
  if (!reader.includes("unit")) return own;
  const columns = {
    exporter: "partner",
    product: "hs10",
    value: "customs_value_usd",
    quantity: "quantity",
    unit: "unit",
  };
  return { ...own, columns };
}

async function errorOf(options: TradeReadOptions): Promise<ReadError> {
  try {
    await readTrade(options);
  } catch (error) {
    expect(error).toBeInstanceOf(TariffError);
    expect((error as ReadError).advice).toMatch(/^[A-Z][\s\S]{8,}\.$/);
    return error as ReadError;
  }
  throw new Error("The file was read.");
}

describe("broken files: kind, place and count", () => {
  it.each(cases.filter(({ file }) => !file.endsWith(".mjs")))("$kind: $file", async (wanted) => {
    const options = optionsOf(wanted, `${folder}${wanted.file}`);
    if (wanted.outcome === "read") {
      const { rows } = await readTrade(options);
      expect(rows.map(({ at }) => at.line)).toEqual(wanted.lines);
      return;
    }
    const error = await errorOf(options);
    expect({ code: error.code, line: error.place.line ?? null, column: error.place.column ?? null }).toEqual({
      code: wanted.code,
      line: wanted.line ?? null,
      column: wanted.column ?? null,
    });
    if (wanted.byte !== undefined) expect(error.place.byte).toBe(wanted.byte);
    if (wanted.rowsBefore !== undefined) expect(error.rowsBefore).toBeLessThanOrEqual(wanted.rowsBefore);
    // What stops before the row says how many rows there were; JSON and gzip may stop before the first.
    if (wanted.line && wanted.rowsBefore && wanted.file.endsWith(".csv"))
      expect(error.rowsBefore).toBe(wanted.rowsBefore);
    expect(error.path).toContain(wanted.file);
  });

  it("counts and places all problems where they are collected, and reads the rest", async () => {
    const { rows, report } = await readTrade({ ...csv(`${folder}scientific-code.csv`), problems: "collect" });
    expect(report.failed.map(({ code, place }) => [place.line, code])).toEqual([
      [2, "bad-code"],
      [3, "leading-zero-lost"],
      [4, "leading-zero-lost"],
    ]);
    expect(report.counts).toEqual({ dataRows: 4, read: 1, skipped: 0, failed: 3 });
    expect(rows.map((row) => row.exporter)).toEqual(["JPN"]);
  });

  it.each(["quoted", "plain", "fields"])(
    "stops inside a line of 10 MB (%s), before it has read it",
    async (kind) => {
      const place = mkdtempSync(`${tmpdir()}/readers-`);
      try {
        execFileSync(process.execPath, [`${folder}long-line.mjs`, `${place}/long.csv`, "10485760", kind]);
        let bytes = 0;
        const error = await errorOf({
          ...csv(`${place}/long.csv`),
          onProgress: (progress) => (bytes = progress.bytes),
        });
        expect([error.code, error.place.line]).toEqual(["line-too-long", kind === "plain" ? 1 : 2]);
        expect(bytes).toBeLessThan(2_000_000);
      } finally {
        rmSync(place, { recursive: true });
      }
    },
  );

  it("reads UTF-16 and Windows-1252 where it is told to", async () => {
    const wide = await readTrade({ ...csv(`${folder}utf16le.csv`), encoding: "utf-16le" });
    expect(wide.rows).toHaveLength(6);
    const columns = { exporter: "country", product: "hs10", value: "customs_value_usd" };
    const latin = await readTrade({
      ...csv(`${folder}latin1.csv`),
      columns,
      economies: "name",
      encoding: "windows-1252",
    });
    expect(latin.rows.map((row) => row.exporter)).toEqual(["MEX", "CIV", "TUR"]);
  });
});
