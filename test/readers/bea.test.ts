import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
import { definePriceTables } from "tariff-whatif/prices";
import {
  type BeaTable,
  beaInputOutput,
  type ReadError,
  readBeaBridge,
  readBeaTable,
} from "tariff-whatif/readers";
import { describe, expect, it } from "vitest";
import { expectRefusal, refusalOf } from "../support/refusal.js";

const year = 2023;
const farms = { code: "111CA", name: "Farms" };
const forestry = { code: "113FF", name: "Forestry, fishing" };
const total = { code: "T007", name: "Total Commodity Output" };

const apiCells = (table: BeaTable, of = "1") =>
  table.rows.flatMap((row, i) =>
    table.columns.map((column, j) => ({
      TableID: of,
      Year: String(table.year),
      RowCode: row.code,
      RowDescr: row.name,
      RowType: "Industry",
      ColCode: column.code,
      ColDescr: column.name,
      ColType: "Commodity",
      DataValue: String(table.amounts[i]?.[j] ?? "..."),
    })),
  );
const answer = (Data: unknown) => ({ text: JSON.stringify({ BEAAPI: { Results: [{ Data }] } }) });
const quoted = (text: string) => (/[",]/.test(text) ? `"${text}"` : text);
const sheet = (table: BeaTable, codesFirst = true) => {
  const codes = ["IOCode", "Name", ...table.columns.map(({ code }) => code)];
  const names = ["", "Industries/Commodities", ...table.columns.map(({ name }) => name)];
  return [
    ["The Make of Commodities by Industries, Before Redefinitions"],
    ["(Millions of dollars)"],
    ...(codesFirst ? [codes, names] : [names, codes]),
    ...table.rows.map(({ code, name }, i) => [
      code,
      name,
      ...(table.amounts[i] ?? []).map((amount) => (amount === null ? "..." : amount.toLocaleString("en-US"))),
    ]),
    ["Note. Detail may not add to total due to rounding."],
  ]
    .map((cells) => cells.map(quoted).join(","))
    .join("\r\n");
};

const make: BeaTable = {
  year,
  rows: [farms, forestry, { code: "T008", name: "Total" }],
  columns: [farms, forestry, total],
  amounts: [
    [545734, 6123, 551857],
    [null, 61000, 61000],
    [545734, 67123, 612857],
  ],
};

describe("a table of the Bureau", () => {
  it.each([
    ["an answer of the API", { source: answer(apiCells(make)), layout: "api-json", year }],
    ["a sheet, codes above names", { source: { text: sheet(make) }, layout: "sheet-csv", year }],
    ["a sheet, names above codes", { source: { text: sheet(make, false) }, layout: "sheet-csv", year }],
  ] as const)("is read from %s", async (_, options) => {
    expect(await readBeaTable(options)).toEqual(make);
  });

  it("takes the year asked for, amounts below zero and one object of results", async () => {
    const older = { ...make, year: 2022, amounts: make.amounts.map((row) => row.map(() => 1)) };
    const cells = [...apiCells(older), ...apiCells(make)].map((cell) =>
      cell.DataValue === "6123" ? { ...cell, DataValue: "(6,123)" } : cell,
    );
    const text = JSON.stringify({ BEAAPI: { Results: { Data: cells } } });
    const read = await readBeaTable({ source: { text }, layout: "api-json", year });
    expect(read.amounts[0]).toEqual([545734, -6123, 551857]);
  });

  const cell = apiCells(make)[0] as Record<string, string>;
  it.each([
    [
      "an error of the API",
      JSON.stringify({ BEAAPI: { Error: { APIErrorDescription: "no key" } } }),
      "api-error",
    ],
    ["no data", JSON.stringify({ BEAAPI: {} }), "api-error"],
    ["another year", answer([{ ...cell, Year: "2020" }]).text, "no-rows"],
    ["two tables", answer([cell, { ...cell, TableID: "2", ColCode: "x" }]).text, "duplicate-row"],
    ["a cell twice", answer([cell, cell]).text, "duplicate-row"],
    ["a field that is missing", answer([{ ...cell, ColCode: undefined }]).text, "missing-column"],
    ["a value that is none", answer([{ ...cell, DataValue: "x" }]).text, "bad-number"],
    ["an end before the end", '{"BEAAPI":', "truncated-json"],
    ["nothing", "", "empty-file"],
  ])("refuses %s from the API", async (_, text, code) => {
    expect((await refusalOf(() => readBeaTable({ source: { text }, layout: "api-json", year }))).code).toBe(
      code,
    );
  });

  it.each([
    ["no line of codes", "a,b\n1,2", "missing-column", undefined],
    ["nothing", "", "empty-file", undefined],
    ["codes without rows", "IOCode,Name,1\n,,One", "no-rows", { line: 1 }],
    ["a column twice", "IOCode,Name,1,1\n1,One,1,2", "conflicting-columns", { line: 1, column: "1" }],
    ["a row twice", "IOCode,Name,1\n1,One,1\n1,One,2", "duplicate-row", { line: 3 }],
    ["figures without a code", "IOCode,Name,1\n1,One,1\nsum of all,,3", "bad-code", { line: 3 }],
    ["a cell that is no number", "IOCode,Name,1\n1,One,1.2.3", "bad-number", { line: 2, column: "1" }],
    [
      "a thousands separator in the wrong place",
      'IOCode,Name,1\n1,One,"12,34"',
      "bad-number",
      { line: 2, column: "1" },
    ],
  ])("refuses %s in a sheet", async (_, text, code, place) => {
    const error = await refusalOf(() => readBeaTable({ source: { text }, layout: "sheet-csv", year }));
    expect(error).toMatchObject({ code, ...(place === undefined ? {} : { place }) });
  });

  it("refuses a layout and a year that are none", async () => {
    const source = { text: "" };
    expect((await refusalOf(() => readBeaTable({ source, layout: "xlsx" as never, year }))).path).toBe(
      "layout",
    );
    expect((await refusalOf(() => readBeaTable({ source, layout: "sheet-csv", year: 23 }))).code).toBe(
      "not-a-year",
    );
  });
});

describe("three tables together", () => {
  const tables = usPrices2023;
  const named = (code: string) => ({ code, name: code });
  const finalUse = [named("T001"), named("F010"), named("F030")];
  const wide = (rows: readonly (readonly number[])[], consumption: readonly number[]) =>
    rows.map((row, i) => [...row, row.reduce((sum, each) => sum + each, 0), consumption[i] as number, 1]);
  const use: BeaTable = {
    year,
    rows: [...tables.commodities, named("V001"), named("V003"), named("VABAS")],
    columns: [...tables.industries, ...finalUse],
    amounts: [
      ...wide(tables.use, tables.consumption.total),
      ...[0.5, 0.5, 1].map((share) => [...tables.valueAdded.map((each) => each * share), null, null, null]),
    ],
  };
  const imports: BeaTable = {
    year,
    rows: tables.commodities,
    columns: use.columns,
    amounts: wide(tables.imported, tables.consumption.imported),
  };
  const made: BeaTable = {
    year,
    rows: [...tables.industries, named("T007")],
    columns: [...tables.commodities, named("T008")],
    amounts: [...(tables.make ?? []).map((row) => [...row, 0]), [...tables.commodities.map(() => 0), 0]],
  };
  const given = { make: made, use, imports, valueAdded: ["V001", "V003"], consumption: "F010" };

  it("give back the bundled tables of 2023, through a sheet each, and define them anew", async () => {
    const through = async (table: BeaTable) =>
      readBeaTable({ source: { text: sheet(table) }, layout: "sheet-csv", year });
    const parts = beaInputOutput({
      ...given,
      make: await through(made),
      use: await through(use),
      imports: await through(imports),
    });
    const { commodities, industries, make: outputs, use: uses, imported, valueAdded, consumption } = tables;
    expect(parts).toMatchObject({ commodities, industries, make: outputs, use: uses, imported, consumption });
    valueAdded.forEach((amount, at) => {
      expect(parts.valueAdded[at]).toBeCloseTo(amount, 6);
    });
    // Output is a row of the make table; the Bureau rounds each cell.
    parts.output.forEach((amount, at) => {
      expect(Math.abs(amount - (tables.output[at] as number))).toBeLessThanOrEqual(4);
    });
    const { title } = definePriceTables({ ...JSON.parse(JSON.stringify(tables)), ...parts });
    expect(title).toBe(tables.title);
  });

  it("refuses other detail, other years and codes twice", () => {
    expectRefusal(
      () => beaInputOutput({ ...given, imports: { ...imports, year: 2022 } }),
      "several-years",
      "use.year",
    );
    expectRefusal(
      () => beaInputOutput({ ...given, valueAdded: ["V009"] }),
      "missing-column",
      "valueAdded[0]",
    );
    expectRefusal(() => beaInputOutput({ ...given, consumption: "F011" }), "missing-column", "consumption");
    const other = { ...made, rows: made.rows.map((row, at) => (at === 3 ? named("odd") : row)) };
    expectRefusal(() => beaInputOutput({ ...given, make: other }), "unknown-key", "make.rows[3].code");
    const twice = { ...made, rows: made.rows.map((row, at) => (at === 3 ? (made.rows[0] as never) : row)) };
    expectRefusal(() => beaInputOutput({ ...given, make: twice }), "duplicate-id", "make.rows[3].code");
    const none = { year, rows: [total], columns: [total], amounts: [[1]] };
    expectRefusal(() => beaInputOutput({ ...given, make: none }), "empty", "make.rows");
    expectRefusal(
      () => beaInputOutput({ ...given, make: { ...make, amounts: [[Number.NaN, 1, 1], [], []] } }),
      "not-finite",
      "make.amounts[0][0]",
    );
  });
});

describe("the bridge of consumption", () => {
  const columns = {
    ...{ line: "NIPA Line", title: "PCE Category", commodity: "Commodity Code" },
    ...{ producersValue: "Producers' Value", transport: "Transportation", wholesale: "Wholesale" },
    ...{ retail: "Retail", purchasersValue: "Purchasers' Value" },
  };
  const head = Object.values(columns).map(quoted).join(",");
  const read = (...lines: string[]) =>
    readBeaBridge({ source: { text: ["PCE Bridge", head, ...lines].join("\n") }, columns });

  it("gives back the lines of 2023", async () => {
    const lines = await read(
      ...usPrices2023.lines.flatMap(({ code, title, purchases }) =>
        purchases.map((each) =>
          [
            code,
            title,
            each.commodity,
            each.producersValue,
            each.transport,
            each.wholesale,
            each.retail,
            each.purchasersValue,
          ]
            .map((cell) => quoted(String(cell)))
            .join(","),
        ),
      ),
      "Legend / Footnotes:",
    );
    expect(lines).toEqual(
      usPrices2023.lines.map(({ code, title, purchases }) => ({ code, title, purchases })),
    );
  });

  it("names the line of a header that stands below a title of two lines", async () => {
    const text = `"A title\nof two lines"\n${head}`;
    const { code, place } = (await refusalOf(() =>
      readBeaBridge({ source: { text }, columns }),
    )) as ReadError;
    expect({ code, place }).toEqual({ code: "no-rows", place: { line: 3 } });
  });

  it.each([
    ["a header that lacks a column", ["5,x,331,1,,,,1"], { ...columns, retail: "Shops" }, "missing-column"],
    ["a value that is blank", ["5,x,331,,1,,,1"], columns, "missing-value"],
    ["a margin that is no number", ["5,x,331,1,a,,,1"], columns, "bad-number"],
    ["a purchase twice", ["5,x,331,1,,,,1", "5,x,331,1,,,,1"], columns, "duplicate-row"],
    ["a header alone", [], columns, "no-rows"],
  ])("refuses %s", async (_, lines, named, code) => {
    const source = { text: [head, ...lines].join("\n") };
    expect((await refusalOf(() => readBeaBridge({ source, columns: named }))).code).toBe(code);
  });
});
