import * as readers from "tariff-whatif/readers";
import type { EntryPoint } from "./entryPoints.js";
import { smallBaseline } from "./steps.js";

const columns = () => ({ exporter: "partner", product: "hs", value: "value", duties: "duties" });
const ofAll = () => ({ economies: "iso-alpha-3", importer: "USA", year: 2024, currency: "USD" });
const csvFile = () => ({
  source: { text: "partner,hs,value,duties\nCHN,8507600010,1200,41\nCAN,0101210010,300,0\n" },
  format: "csv",
  columns: columns(),
  ...ofAll(),
  problems: "stop",
  repeatedRows: "refuse",
  amountsIn: "units",
  delimiter: ",",
  decimal: ".",
  quotes: true,
  encoding: "utf-8",
  longestLine: 1_000_000,
  onProgress: () => {},
  signal: { aborted: false },
});
const table = () => ({
  source: {
    rows: [
      { partner: "CHN", hs: "8507600010", value: 1200n, duties: "41" },
      { partner: "CAN", hs: "0101210010", value: "300", duties: 0 },
    ],
    name: "own",
  },
  format: "table",
  columns: columns(),
  ...ofAll(),
});
const heading = (file: unknown) => ({
  file,
  ...{ id: "two-lines", title: "Two lines", priceYear: 2024 },
  sources: [{ id: "own", title: "Own figures", publisher: "Us", licence: "ours", note: "an example" }],
});
const htsRow = { indent: "0", superior: null, units: [], special: "", other: "", footnotes: [] };
const htsText = JSON.stringify([
  { ...htsRow, htsno: "8507.60.00", description: "Batteries", general: "3.4%", other: "40%" },
  {
    ...htsRow,
    htsno: "8507.60.00.10",
    indent: "1",
    description: "For vehicles",
    units: ["No."],
    general: "",
  },
]);
const farms = () => ({ code: "111CA", name: "Farms" });
const beaTable = (extra: string, amounts: readonly (readonly number[])[]) => ({
  year: 2023,
  rows: amounts.map((_, at) => (at === 0 ? farms() : { code: "V001", name: "Pay" })),
  columns: [farms(), ...(extra === "" ? [] : [{ code: extra, name: "Consumption" }])],
  amounts: amounts.map((row) => [...row]),
});
const bridgeColumns = {
  ...{ line: "line", title: "title", commodity: "commodity", producersValue: "producers" },
  ...{ transport: "transport", wholesale: "wholesale", retail: "retail", purchasersValue: "purchasers" },
};
const link = (type: string, id: string) => ({ data: { type, id } });
const ukText = JSON.stringify({
  data: {
    attributes: { goods_nomenclature_item_id: "0101300000" },
    relationships: { import_measures: { data: [{ type: "measure", id: "1" }] } },
  },
  included: [
    {
      ...{ type: "measure", id: "1", attributes: {} },
      relationships: {
        duty_expression: link("duty_expression", "d"),
        measure_type: link("measure_type", "103"),
        geographical_area: link("geographical_area", "1011"),
      },
    },
    { type: "duty_expression", id: "d", attributes: { base: "6.00 %", verbose_duty: "6.00%" } },
  ],
});

async function drained(options: never): Promise<unknown> {
  const all: unknown[] = [];
  for await (const rows of readers.streamTrade(options)) all.push(...rows);
  return all;
}

const options = (value: unknown) => [{ prefix: "", value }];
const words = /text|exponent|infinite rate|digits/;
/** Settings that may be left out. */
const settings =
  "source\\.name|columns\\.product|columns\\.duties|problems|repeatedRows|amountsIn|delimiter|decimal|quotes|encoding|longestLine|onProgress|signal";
/** What a text, and what a cell, holds is told with its place in the file: test/readers has the broken ones. */
const contents: EntryPoint["welcome"] = [
  [/source(\.text|\.rows.*)?$/, /^/],
  [/source\.name$/, words],
  [/columns\.\w+$/, words],
  [new RegExp(`(${settings})$`), /undefined/],
  [/(quotes|aborted)$/, /a boolean/],
  [/onProgress$/, /a function/],
];
const ofHeadings: EntryPoint["welcome"] = [
  ...contents,
  [/(^|\.)id$/, /some text|exponent|bare number/],
  [/title$|publisher$|licence$/, /some text|exponent|infinite rate|bare number/],
  [/note$/, /text|exponent|infinite rate|bare number/],
];

/** The functions that read files and tables; most of them answer with a promise. */
export const readerEntryPoints: readonly EntryPoint[] = [
  {
    name: "baselineTable",
    run: readers.baselineTable,
    args: () => options({ baseline: smallBaseline, amounts: "text" }),
  },
  {
    name: "readTrade",
    run: readers.readTrade,
    args: () => options(csvFile()),
    open: /signal/,
    welcome: contents,
  },
  {
    name: "readTrade of an office",
    run: readers.readTrade,
    args: () =>
      options({ source: { text: "t,i,j,k,v,q\n2022,251,842,040690,9182.115,690.020\n" }, format: "baci" }),
    welcome: contents,
  },
  {
    name: "readTrade of a table",
    run: readers.readTrade,
    args: () => options(table()),
    open: /rows/,
    welcome: contents,
  },
  { name: "streamTrade", run: drained, args: () => options(csvFile()), open: /signal/, welcome: contents },
  {
    name: "readBaseline",
    run: readers.readBaseline,
    args: () => options(heading(csvFile())),
    open: /signal/,
    welcome: ofHeadings,
  },
  {
    name: "readBaseline of a table",
    run: readers.readBaseline,
    args: () => options(heading(table())),
    open: /rows/,
    welcome: ofHeadings,
  },
  {
    name: "readHtsSchedule",
    run: readers.readHtsSchedule,
    args: () => options({ source: { text: htsText } }),
    welcome: contents,
  },
  {
    name: "readUkTariff",
    run: readers.readUkTariff,
    args: () => options({ source: { text: ukText } }),
    welcome: contents,
  },
  {
    name: "readBeaTable",
    run: readers.readBeaTable,
    args: () =>
      options({
        source: { text: "IOCode,Name,111CA\n,Commodities,Farms\n111CA,Farms,5" },
        layout: "sheet-csv",
        year: 2023,
      }),
    welcome: contents,
  },
  {
    name: "readBeaBridge",
    run: readers.readBeaBridge,
    args: () =>
      options({
        source: { text: `${Object.values(bridgeColumns).join(",")}\n5,Cars,331,1,0,0,1,2` },
        columns: { ...bridgeColumns },
      }),
    welcome: contents,
  },
  {
    name: "beaInputOutput",
    run: readers.beaInputOutput,
    args: () =>
      options({
        make: beaTable("", [[100]]),
        use: beaTable("F010", [
          [40, 80],
          [60, 0],
        ]),
        imports: beaTable("F010", [[10, 20]]),
        valueAdded: ["V001"],
        consumption: "F010",
      }),
    // A name is any text, an amount any number or null; a code that is no longer the same is missed in the other table.
    welcome: [
      [/(name|s\[\d\]\.code)$/, /text|megabyte|exponent|infinite rate/],
      [/amounts\[\d\](\[\d\])?$/, /null|^a number$|minus zero/],
    ],
  },
];
