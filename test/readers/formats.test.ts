import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type OfficeReadOptions, readTrade, type TradeFile } from "tariff-whatif/readers";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("cases/formats/", import.meta.url));

interface Expected {
  readonly counts: {
    readonly dataRows: number;
    readonly read?: number;
    readonly skipped?: number;
    readonly failed?: number;
  };
  readonly rows: readonly (Readonly<Record<string, unknown>> & { readonly at: Record<string, unknown> })[];
  readonly skip: readonly { readonly at: Record<string, unknown>; readonly reason: string }[];
  readonly fail: readonly { readonly at: Record<string, unknown>; readonly code: string }[];
}

const expectedOf = (name: string, file = "expected.json"): Expected =>
  JSON.parse(readFileSync(`${folder}${name}/${file}`, "utf8"));

/** The place as the cases write it: a line, the row of a table, or the index in a list of records. */
const place = (at: Record<string, unknown>) => at.line ?? at.row ?? at.data;

const keys = [
  ...["importer", "exporter", "product", "year", "period", "value", "currency", "quantity", "unit", "duties"],
  ...["netWeightKg", "hs", "estimated", "freight", "insurance"],
];

/** What the file must give, and nothing else: rows, rows left out by place and reason, rows that are wrong. */
function compare({ rows, report }: TradeFile, expected: Expected) {
  expect(rows).toHaveLength(expected.rows.length);
  for (const wanted of expected.rows) {
    const row = rows.find((each) => {
      const at = "row" in wanted.at || "data" in wanted.at ? each.at.row : each.at.line;
      return at === place(wanted.at) && (wanted.at.column ?? each.at.column) === each.at.column;
    }) as unknown as Record<string, unknown>;
    expect(row, JSON.stringify(wanted.at)).toBeDefined();
    for (const key of keys) {
      if (key in wanted)
        expect(row[key] ?? null, `${key} at ${JSON.stringify(wanted.at)}`).toBe(wanted[key] ?? null);
    }
  }
  const placed = (list: readonly { at: object; reason: string }[], useRow: boolean) =>
    list
      .map(({ at, reason }) => {
        const here = at as Record<string, unknown>;
        return `${useRow ? place({ row: here.row ?? here.data }) : here.line} ${reason}`;
      })
      .sort();
  const useRow = expected.rows[0] !== undefined && !("line" in expected.rows[0].at);
  expect(placed(report.skipped, useRow)).toEqual(placed(expected.skip, useRow));
  expect(report.failed.map(({ place: at, code }) => `${at.line ?? at.row} ${code}`)).toEqual(
    expected.fail.map(({ at, code }) => `${place(at)} ${code}`),
  );
}

const read = (format: OfficeReadOptions["format"], file: string, more: Partial<OfficeReadOptions> = {}) =>
  readTrade({ source: `${folder}${file}`, format, problems: "collect", ...more });

describe("files of offices, and the rows that must come out", () => {
  const samples: [OfficeReadOptions["format"], string, string][] = [
    ["baci", "baci", "BACI_HS22_Y2022_V202401b.csv"],
    ["census-api", "census-api", "sample.json"],
    ["comtrade", "comtrade-legacy", "sample.csv"],
    ["comtrade", "comtrade-plus-json", "sample.json"],
    ["wits", "wits-trade", "sample.csv"],
    ["usa-trade-online", "usa-trade-online", "sample.csv"],
    ["comext", "comext-sdmx", "estat_ds-045409.csv"],
    ["comex-stat", "brazil-comexstat", "IMP_2024.csv"],
  ];
  it.each(samples)("%s: %s", async (format, name, file) => {
    compare(await read(format, `${name}/${file}`), expectedOf(name));
  });

  it("census-api: all levels mixed", async () => {
    const file = "census-api/sample-levels.json";
    compare(await read("census-api", file), expectedOf("census-api", "expected-levels.json"));
    const six = await read("census-api", file, { digits: 6 });
    expect(six.rows.map((row) => row.value)).toEqual(["380908", "0"]);
    expect(six.report.skippedBy).toMatchObject({ "other-level": 2, "coarser-level": 2 });
  });

  it("comext: the Union as the importer", async () => {
    const { rows } = await read("comext", "comext-sdmx/estat_ds-045409.csv", { importer: "EU27" });
    expect(rows.map((row) => [row.importer, row.exporter, row.value])).toEqual([["EU27", "VNM", "41000000"]]);
  });

  it("usitc-dataweb: two sheets, joined by their keys", async () => {
    compare(
      await read("usitc-dataweb", "usitc-dataweb-hts/sample-customs-value.csv", {
        duties: `${folder}usitc-dataweb-hts/sample-calculated-duties.csv`,
      }),
      expectedOf("usitc-dataweb-hts"),
    );
  });
});
