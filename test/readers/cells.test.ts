import { readHtsSchedule, readTrade, type TradeReadOptions } from "tariff-whatif/readers";
import { describe, expect, it } from "vitest";
import { readRefusal } from "../support/readRefusal.js";
import { refusalOf } from "../support/refusal.js";

const office = (format: "census-api" | "comtrade" | "baci", text: string): TradeReadOptions => ({
  source: { text, name: "x" },
  format,
});

describe("cells as libraries and spreadsheets leave them", () => {
  it.each([[true], [{ a: 1 }], [[1]]])("a cell of the Census API that is %j is refused", async (cell) => {
    const header = ["I_COMMODITY", "CTY_CODE", "CON_VAL_YR", "time"];
    const text = JSON.stringify([header, ["85", "5700", cell, "2024-12"]]);
    const error = await readRefusal(office("census-api", text));
    expect([error.code, error.place]).toEqual(["wrong-type", { row: 1 }]);
  });

  it("codes that a library took for floats, in quotes or not", async () => {
    for (const row of ["2023.0,156.0,842.0,850760.0,1.5,2", '"2023","156","842","850760","1.5","2"']) {
      const { rows } = await readTrade(office("baci", `t,i,j,k,v,q\n${row}\n`));
      expect(
        rows.map(({ importer, exporter, product, value }) => [importer, exporter, product, value]),
      ).toEqual([["USA", "CHN", "850760", "1500"]]);
    }
  });

  it("an answer of Comtrade that does not count its records", async () => {
    const record = { period: "2023", reporterCode: 842, flowCode: "M", partnerCode: 276, cmdCode: "870323" };
    const text = JSON.stringify({ count: null, data: [{ ...record, primaryValue: 5 }], error: null });
    expect((await readTrade(office("comtrade", text))).rows).toHaveLength(1);
  });

  const own = (values: readonly string[], more: object = {}): TradeReadOptions => ({
    source: {
      text: `partner;hs;value\n${values.map((value, at) => `CHN;85${10 + at};${value}\n`).join("")}`,
    },
    format: "csv",
    columns: { exporter: "partner", product: "hs", value: "value" },
    economies: "iso-alpha-3",
    importer: "USA",
    year: 2024,
    currency: "USD",
    delimiter: ";",
    ...more,
  });

  it("numbers as a spreadsheet shows them are read, and told", async () => {
    const { rows, report } = await readTrade(own(["1.2E+05", "7", "1.23E+08"]));
    expect(rows.map(({ value }) => value)).toEqual(["120000", "7", "123000000"]);
    expect(report.warnings.map(({ code, rows: told, at }) => [code, told, at])).toEqual([
      ["digits-may-be-lost", 2, { line: 2, column: "value" }],
    ]);
    const comma = await readTrade(own(["1,2E+05"], { decimal: "," }));
    expect(comma.report.warnings).toHaveLength(1);
  });

  it("numbers of a program with all their digits are not", async () => {
    const { report } = await readTrade(own(["1e+05", "1.234567E+05", "1.5e-05", "2.5E+01"]));
    expect(report.warnings).toEqual([]);
  });
});

describe("partners in another system than the one named", () => {
  it.each([
    ["name", "CHN", "iso-alpha-3"],
    ["iso-alpha-3", "Viet Nam", "name"],
    ["iso-alpha-3", "CN", "iso-alpha-2"],
  ] as const)("with %s, %s is told to be of another", async (economies, partner, other) => {
    const columns = { importer: "to", exporter: "from", value: "value" };
    for (const row of [`${partner},MEX`, `MEX,${partner}`]) {
      const ours = economies === "name" ? "Mexico" : "MEX";
      const error = await readRefusal({
        ...{ source: { text: `from,to,value\n${row.replace("MEX", ours)},1\n` }, format: "csv", columns },
        ...{ economies, year: 2024, currency: "USD" },
      });
      expect(error.code).toBe("unknown-partner");
      expect(error.advice).toContain(`Set economies to "${other}"`);
      expect(error.advice).not.toContain(`Did you mean "${partner}"`);
    }
  });
});

describe("cells of a table", () => {
  const table = (row: object) =>
    ({
      source: { rows: [row] },
      format: "table",
      columns: { exporter: "p", value: "v", year: "y" },
      ...{ economies: "iso-alpha-3", importer: "USA", currency: "USD" },
    }) as unknown as TradeReadOptions;

  it("a day is of its month", async () => {
    for (const y of [new Date("2024-05-17"), "2024-05-17"]) {
      const { rows } = await readTrade(table({ p: "CHN", v: 1, y }));
      expect([rows[0]?.year, rows[0]?.period]).toEqual([2024, "2024-05"]);
    }
    for (const y of ["2024-13-01", "2024-05-32", "20240517", "2024-5-1"])
      expect((await readRefusal(table({ p: "CHN", v: 1, y }))).code).toBe("not-a-year");
  });

  it("what is no text of any kind is a wrong cell, not an error of the language", async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    for (const v of [circular, { a: 1n }])
      expect((await readRefusal(table({ p: "CHN", v, y: 2024 }))).code).toBe("bad-number");
    expect((await readRefusal(table({ p: "CHN", v: 1, y: new Date("x") }))).code).toBe("not-a-year");
  });
});

describe("a schedule", () => {
  it("whose numbers have no dots has the same lines", async () => {
    const row = {
      indent: "0",
      description: "x",
      general: "3.4%",
      special: "",
      other: "",
      units: [],
      footnotes: [],
    };
    const lines = [
      { ...row, htsno: "85076000" },
      { ...row, htsno: "8507600010", indent: "1", general: "" },
    ];
    const { lines: read, counts } = await readHtsSchedule({ source: { text: JSON.stringify(lines) } });
    expect(read.map(({ product, general, inheritedFrom }) => [product, general, inheritedFrom])).toEqual([
      ["8507600010", "3.4%", "8507.60.00"],
    ]);
    expect(counts).toEqual({ rows: 2, declarable: 1, headings: 1, chapter99: 0 });
  });

  it("without lines is none", async () => {
    expect((await refusalOf(() => readHtsSchedule({ source: { text: "[]" } }))).code).toBe("no-rows");
  });
});
