import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { gunzipSync, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { baselineTotals } from "tariff-whatif";
import {
  type CsvReadOptions,
  readBaseline,
  readTrade,
  type Source,
  streamTrade,
} from "tariff-whatif/readers";
import { describe, expect, it } from "vitest";
import { splitQuoted } from "../../src/readers/records/splitQuoted.js";
import { describeShared } from "../support/sharedCases.js";

const text =
  "partner,hs,value,duties\r\nCHN,8507600010,1200.5,41\r\nCAN,0101210010,300,0\r\nMEX,0803900025,7,0.25\r\n";
const file = (source: Source): CsvReadOptions => ({
  source,
  format: "csv",
  columns: { exporter: "partner", product: "hs", value: "value", duties: "duties" },
  economies: "iso-alpha-3",
  importer: "USA",
  year: 2024,
  currency: "USD",
});
const heading = {
  id: "own",
  title: "own",
  priceYear: 2024,
  sources: [{ id: "own", title: "own", publisher: "us", licence: "ours", note: "made up" }],
};
const bytes = new TextEncoder().encode(text);
const inPieces = (whole: Uint8Array, size: number) =>
  (async function* () {
    for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
  })();

describe("sources", () => {
  const packed = gzipSync(bytes);
  const members = Buffer.concat([gzipSync(bytes.subarray(0, 50)), gzipSync(bytes.subarray(50))]);
  const bom = new TextEncoder().encode(`\ufeff${text}`);
  const forms: [string, () => Source][] = [
    ["text", () => ({ text })],
    ["bytes", () => bytes],
    ["bytes with a name", () => ({ bytes, name: "x.csv" })],
    ["gzip", () => packed],
    ["gzip of two members", () => members],
    ["a byte order mark", () => bom],
    ["pieces of one byte", () => inPieces(bytes, 1)],
    ["gzip in pieces of one byte", () => inPieces(packed, 1)],
    ["a stream of the web", () => new Blob([packed]).stream() as unknown as Source],
    [
      "semantically one text in pieces",
      () =>
        (async function* () {
          yield text.slice(0, 30);
          yield text.slice(30);
        })(),
    ],
  ];
  it.each(forms)("reads %s", async (_, source) => {
    const { rows, report } = await readTrade(file(source()));
    expect(rows.map(({ exporter, product, value, duties }) => [exporter, product, value, duties])).toEqual([
      ["CHN", "8507600010", "1200.5", "41"],
      ["CAN", "0101210010", "300", "0"],
      ["MEX", "0803900025", "7", "0.25"],
    ]);
    expect(report.counts).toEqual({ dataRows: 3, read: 3, skipped: 0, failed: 0 });
  });

  it("reads a stream of Node, says how far it has come, and stops where it is told to", async () => {
    const folder = mkdtempSync(`${tmpdir()}/readers-`);
    try {
      const many = `partner,hs,value,duties\n${"CHN,8507600010,1,0\n".repeat(50_000)}`;
      writeFileSync(`${folder}/many.csv`, many);
      const signal = { aborted: false };
      const seen: number[] = [];
      const options: CsvReadOptions = {
        ...file(createReadStream(`${folder}/many.csv`)),
        repeatedRows: "keep",
        signal,
        onProgress: ({ bytes: now }) => {
          seen.push(now);
          if (now > 300_000) signal.aborted = true;
        },
      };
      await expect(readTrade(options)).rejects.toMatchObject({ code: "aborted" });
      expect(seen.length).toBeGreaterThan(2);
      expect(seen.at(-1)).toBeLessThan(many.length);
      await expect(readTrade(file(`${folder}/none.csv`))).rejects.toMatchObject({ code: "no-such-file" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("says of a damaged file the same by its path as by its bytes, and leaves none open", async () => {
    const folder = mkdtempSync(`${tmpdir()}/readers-`);
    const whole = `partner,hs,value,duties\n${Array.from({ length: 9000 }, (_, at) => `CHN,${8507600000 + 10 * at},${at},1\n`).join("")}`;
    const full = gzipSync(whole);
    const turned = (at: number) => full.map((byte, position) => (position === at ? byte ^ 0x55 : byte));
    const damaged: readonly (readonly [string, Uint8Array, string | number])[] = [
      ["whole", full, 9000],
      ["members", Buffer.concat([packed, gzipSync("CHN,8507600020,1,0\n")]), 4],
      ["cut", full.subarray(0, full.length >> 1), "truncated-gzip"],
      ["head", full.subarray(0, 5), "truncated-gzip"],
      ["checksum", turned(full.length - 6), "bad-checksum"],
      ["method", turned(2), "bad-gzip"],
    ];
    const told = (source: Source) =>
      readTrade(file(source)).then(
        ({ rows }) => rows.length,
        ({ code, path, message, rowsBefore }) => ({ code, path, message, rowsBefore }),
      );
    try {
      for (const [name, given, outcome] of damaged) {
        writeFileSync(`${folder}/${name}`, given);
        const byPath = await told(`${folder}/${name}`);
        expect(byPath).toEqual(await told({ bytes: given, name }));
        expect(typeof byPath === "number" ? byPath : byPath.code, name).toBe(outcome);
      }
      for await (const rows of streamTrade(file(`${folder}/whole`))) {
        expect(rows.length).toBeGreaterThan(0);
        break;
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("refuses repeats unless they are kept, and adds them up in a baseline", async () => {
    const twice = file({ text: `${text}CHN,8507600010,0.5,1\r\n` });
    await expect(readTrade(twice)).rejects.toMatchObject({ code: "duplicate-row", place: { line: 5 } });
    expect((await readTrade({ ...twice, repeatedRows: "keep" })).rows).toHaveLength(4);
    const { baseline } = await readBaseline({ ...heading, file: twice, repeatedFlows: "add" });
    expect(baselineTotals({ baseline, by: "exporter" })[0]?.customsValue.amount).toBe("1201");
  });

  it("reads numbers as they are written there, and refuses what could be either", async () => {
    const value = async (cell: string, more: Partial<CsvReadOptions> = {}) => {
      const sign = more.delimiter ?? ",";
      const lines = [
        ["partner", "hs", "value", "duties"],
        ["CHN", "27", cell, "0"],
      ];
      const own = file({ text: lines.map((cells) => cells.join(sign)).join("\n") });
      return (await readTrade({ ...own, ...more })).rows[0]?.value;
    };
    expect(await value('"1,234,567.5"')).toBe("1234567.5");
    expect(await value("1.5128e10")).toBe("15128000000");
    expect(await value("12.5", { amountsIn: "thousands" })).toBe("12500");
    expect(await value("1.234,5", { delimiter: ";", decimal: "," })).toBe("1234.5");
    await expect(value("1,234", { delimiter: ";" })).rejects.toMatchObject({ code: "bad-number" });
    await expect(value("1.234,5", { delimiter: ";" })).rejects.toMatchObject({ code: "bad-number" });
  });

  it("refuses options that do not belong, before anything is opened", async () => {
    const first = (options: unknown) => streamTrade(options as CsvReadOptions).next();
    await expect(first(undefined)).rejects.toMatchObject({ code: "wrong-type" });
    await expect(first({ source: { text }, format: "excel" })).rejects.toMatchObject({ path: "format" });
    await expect(first({ ...file({ text }), colums: {} })).rejects.toMatchObject({ code: "unknown-key" });
    await expect(first({ ...file({ text }), year: undefined })).rejects.toMatchObject({ path: "year" });
    await expect(first(file(7 as never))).rejects.toMatchObject({ path: "source" });
  });
});

describe("quoted fields", () => {
  it("are split as csv-parse splits them", () => {
    const cell = fc.stringMatching(/^[a-c",;\n ]{0,6}$/);
    const written = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const whole = `${rows.map((cells) => cells.map(written).join(",")).join("\n")}\n`;
          const expected = parse(whole, { info: true, relax_column_count: true }) as unknown as {
            record: string[];
          }[];
          const own = splitQuoted(whole, ",", "\n", 1);
          expect(own.map(({ cells }) => cells)).toEqual(rows);
          expect(own.map(({ cells }) => cells)).toEqual(expected.map(({ record }) => record));
          let line = 1;
          for (const [at, cells] of rows.entries()) {
            expect(own[at]?.line).toBe(line);
            line += 1 + cells.join("").split("\n").length - 1;
          }
        },
      ),
    );
  });
});

describeShared("the 207,148 lines of US imports in 2024", () => {
  it("gives all rows, and totals equal to a plain sum of the columns", async () => {
    const path = new URL("../../../shared/data/us-imports-2024-hs10.csv.gz", import.meta.url);
    const columns = {
      exporter: "partner",
      product: "hs10",
      value: "customs_value_usd",
      duties: "calculated_duties_usd",
    };
    const { baseline, report } = await readBaseline({
      ...heading,
      file: { ...file(path.pathname), columns, economies: "partner-code" },
    });
    expect(report.counts).toEqual({ dataRows: 207_148, read: 207_148, skipped: 0, failed: 0 });
    const lines = gunzipSync(readFileSync(path)).toString().trim().split("\n").slice(1);
    let [value, duties] = [0n, 0n];
    for (const line of lines) {
      const cells = line.split(",");
      value += BigInt(cells[2] as string);
      duties += BigInt(cells[3] as string);
    }
    const [whole] = baselineTotals({ baseline, by: "all" });
    expect([whole?.customsValue.amount, whole?.duties.amount]).toEqual([String(value), String(duties)]);
  });
});
