import { type BeaTable, beaInputOutput, readBeaBridge, readBeaTable, readTrade } from "tariff-whatif/readers";
import { describe, expect, it } from "vitest";
import { readRefusal } from "../support/readRefusal.js";
import { expectRefusal, refusalOf } from "../support/refusal.js";

const head = "IOCode,Name,111CA,113FF\n,Industries/Commodities,Farms,Forestry\n";
const sheet = (text: string) => readBeaTable({ source: { text }, layout: "sheet-csv", year: 2023 });

describe("a sheet of the Bureau that came to harm", () => {
  it.each([
    ["thousands parted outside quotes", "111CA,Farms,545,734,6123\n", "field-count", 3],
    ["a row that was cut", "111CA,Farms,545734\n", "field-count", 3],
    [
      "a quote that nothing closes",
      '111CA,Farms,1,2\n113FF,"Forestry,3,4\nT007,Total,4,6\n',
      "open-quote",
      4,
    ],
    ["below zero twice", "111CA,Farms,(-5),2\n", "bad-number", 3],
    ["more digits than a number has", `111CA,Farms,${"9".repeat(400)},2\n`, "bad-number", 3],
  ])("%s", async (_, rows, code, line) => {
    const error = await refusalOf(() => sheet(`${head}${rows}`));
    expect([error.code, error]).toMatchObject([code, { place: { line } }]);
  });

  it("a column without a code", async () => {
    const error = await refusalOf(() => sheet("IOCode,Name,111CA,,113FF\n111CA,Farms,1,2,3\n"));
    expect([error.code, error]).toMatchObject(["bad-code", { place: { line: 1 } }]);
  });

  it("blank cells behind the last column are none", async () => {
    const { amounts } = await sheet(`${head.replaceAll("\n", ",,\n")}111CA,Farms,-1,(2),,\nNote: x,,,,\n`);
    expect(amounts).toEqual([[-1, -2]]);
  });
});

describe("a bridge that came to harm", () => {
  const columns = {
    line: "Line",
    title: "Title",
    commodity: "Code",
    producersValue: "Producers",
    transport: "Transport",
    wholesale: "Wholesale",
    retail: "Retail",
    purchasersValue: "Purchasers",
  };
  const names = Object.values(columns).join(",");
  const bridge = (text: string, own = columns) => readBeaBridge({ source: { text }, columns: own });

  it.each([
    [
      "a quote that nothing closes",
      `${names}\n5,New,331,1,,,,1\n6,"x,331,1,,,,1\n`,
      "open-quote",
      { line: 3 },
    ],
    ["a total without a line", `${names}\n5,New,331,1,,,,1\n,Total,,1,,,,1\n`, "missing-value", { line: 3 }],
    [
      "a total without a commodity",
      `${names}\n5,New,,1,,,,1\n`,
      "missing-value",
      { line: 2, column: "Code" },
    ],
    ["a column twice", `${names},Retail\n5,New,331,1,,,,1,7\n`, "conflicting-columns", { line: 1 }],
  ])("%s", async (_, text, code, place) => {
    const error = await refusalOf(() => bridge(text));
    expect([error.code, error]).toMatchObject([code, { place }]);
  });

  it("one column for two amounts", async () => {
    const error = await refusalOf(() =>
      bridge(`${names}\n5,New,331,1,,,,1\n`, { ...columns, retail: "Wholesale" }),
    );
    expect([error.code, error.path]).toEqual(["conflicting-keys", "columns.retail"]);
  });
});

describe("value added and consumption", () => {
  const [farms, pay, homes] = ["111CA", "V001", "F010"].map((code) => ({ code, name: code }));
  const table = (rows: object[], columns: object[], amounts: number[][]) =>
    ({ year: 2023, rows, columns, amounts }) as unknown as BeaTable;
  const tables = {
    make: table([farms!], [farms!], [[100]]),
    use: table(
      [farms!, pay!],
      [farms!, homes!],
      [
        [40, 60],
        [60, 0],
      ],
    ),
    imports: table([farms!], [farms!, homes!], [[10, 20]]),
    valueAdded: ["V001"],
    consumption: "F010",
  };

  it.each([
    [{ valueAdded: ["V001", "V001"] }, "duplicate-id", "valueAdded[1]"],
    [{ valueAdded: ["V001", "111CA"] }, "out-of-range", "valueAdded[1]"],
    [{ consumption: "111CA" }, "out-of-range", "consumption"],
  ] as const)("%j", (change, code, path) => {
    expect(beaInputOutput(tables).valueAdded).toEqual([60]);
    expectRefusal(() => beaInputOutput({ ...tables, ...change }), code, path);
  });
});

it("a wrong byte is named in its line, below a record of two lines", async () => {
  const text = 'partner,note,value\nCHN,"two\nlines",5\nCAN,C\u00f4te,7\nMEX,"a\nb",8\n';
  const options = {
    source: new Uint8Array(Buffer.from(text, "latin1")),
    format: "csv",
    columns: { exporter: "partner", value: "value" },
    economies: "iso-alpha-3",
    importer: "USA",
    year: 2024,
    currency: "USD",
  } as const;
  const error = await readRefusal(options);
  expect([error.code, error.place.line]).toEqual(["bad-encoding", 4]);
  const { rows, report } = await readTrade({ ...options, problems: "collect" });
  expect(rows.map(({ exporter, at }) => [exporter, at.line])).toEqual([
    ["CHN", 2],
    ["MEX", 5],
  ]);
  expect(report.counts).toEqual({ dataRows: 3, read: 2, skipped: 0, failed: 1 });
});
