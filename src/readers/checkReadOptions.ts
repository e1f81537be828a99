import { codeSystems } from "../economies/codeSystems.js";
import { requirePartner } from "../economies/partner.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { CsvReadOptions, OfficeReadOptions, TableReadOptions, TradeReadOptions } from "./readOptions.js";

const common = [
  "problems",
  "onProgress",
  "signal",
  "encoding",
  "longestLine",
  "repeatedRows",
  "importer",
  "year",
] as const;
const ofCsv = [...common, "amountsIn", "delimiter", "decimal", "quotes"] as const;
const ofTables = [
  "problems",
  "onProgress",
  "signal",
  "repeatedRows",
  "importer",
  "year",
  "amountsIn",
] as const;
const ofOffices = [...common, "digits", "measure", "netOfReimports", "frequency", "duties"] as const;

const choices: Readonly<Record<string, readonly unknown[]>> = {
  format: [
    "csv",
    "table",
    "census-api",
    "comtrade",
    "baci",
    "wits",
    "usitc-dataweb",
    "usa-trade-online",
    "comext",
    "comex-stat",
  ],
  problems: ["stop", "collect"],
  encoding: ["utf-8", "utf-16le", "utf-16be", "windows-1252"],
  repeatedRows: ["refuse", "keep"],
  amountsIn: ["units", "thousands", "millions"],
  delimiter: [",", ";", "\t", "|"],
  decimal: [".", ","],
  quotes: [true, false],
  digits: [2, 4, 6, 8, 10],
  measure: ["consumption", "general"],
  netOfReimports: [true, false],
  frequency: ["annual", "monthly"],
  economies: ["partner-code", ...codeSystems],
};

const refuse = (path: string, received: unknown, advice: string): never => {
  throw new TariffError({ code: "wrong-type", path, received, advice });
};

function requireChoice(path: string, given: unknown, allowed: readonly unknown[]): void {
  if (allowed.includes(given)) return;
  refuse(path, given, `Name one of ${allowed.map((each) => JSON.stringify(each)).join(", ")}.`);
}

/** Checks the options of a read before anything is opened; `at` is where they stand in what was passed. */
export function checkReadOptions(options: TradeReadOptions, at: string): TradeReadOptions {
  const place = (key: string): string => (at === "" ? key : `${at}.${key}`);
  if (typeof options !== "object" || options === null || Array.isArray(options))
    refuse(at, options, "Pass an object with the keys source and format.");
  // Which keys there may be depends on the format.
  const { format } = options;
  if (format === undefined)
    throw new TariffError({
      code: "missing-key",
      path: place("format"),
      received: undefined,
      advice: "Add this key; it has no default.",
    });
  requireChoice(place("format"), format, choices.format as readonly unknown[]);
  const isCsv = format === "csv";
  if (isCsv) {
    readOptions(
      options as CsvReadOptions,
      at,
      ["source", "format", "columns", "economies", "currency"],
      ofCsv,
    );
  } else if (options.format === "table") {
    readOptions(options, at, ["source", "format", "columns", "economies", "currency"], ofTables);
    readOptions(options.source, place("source"), ["rows"], ["name"]);
    const { name } = options.source;
    if (name !== undefined && typeof name !== "string") refuse(place("source.name"), name, "Pass a text.");
  } else {
    readOptions(options as OfficeReadOptions, at, ["source", "format"], ofOffices);
  }
  const given = options as unknown as Record<string, unknown>;
  for (const [key, allowed] of Object.entries(choices)) {
    if (given[key] !== undefined) requireChoice(place(key), given[key], allowed);
  }
  const { year, importer, onProgress, signal } = options;
  const longestLine = "longestLine" in options ? options.longestLine : undefined;
  if (year !== undefined && !(Number.isInteger(year) && year >= 1900 && year <= 2100))
    throw new TariffError({
      code: "not-a-year",
      path: place("year"),
      received: year,
      advice: "Pass a year such as 2024.",
    });
  if (
    longestLine !== undefined &&
    !(Number.isInteger(longestLine) && longestLine >= 1000 && longestLine <= 1e8)
  )
    throw new TariffError({
      code: "out-of-range",
      path: place("longestLine"),
      received: longestLine,
      advice: "Pass from 1,000 to 100,000,000 bytes.",
    });
  if (importer !== undefined) requirePartner(importer, place("importer"));
  if (onProgress !== undefined && typeof onProgress !== "function")
    refuse(place("onProgress"), onProgress, "Pass a function.");
  if (signal !== undefined && (typeof signal !== "object" || signal === null))
    refuse(place("signal"), signal, "Pass the signal of an AbortController.");
  if (signal !== undefined && typeof signal.aborted !== "boolean")
    refuse(place("signal.aborted"), signal.aborted, "Pass the signal of an AbortController.");
  if (options.format === "csv" || options.format === "table") checkColumns(options, place);
  return options;
}

function checkColumns(
  { columns, currency, importer, year }: CsvReadOptions | TableReadOptions,
  place: (key: string) => string,
): void {
  readOptions(
    columns,
    place("columns"),
    ["exporter", "value"],
    ["importer", "product", "duties", "quantity", "unit", "year"],
  );
  for (const [key, name] of Object.entries(columns)) {
    if (name !== undefined && (typeof name !== "string" || name === ""))
      refuse(place(`columns.${key}`), name, "Name a column of the file.");
  }
  if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency))
    throw new TariffError({
      code: "not-a-currency",
      path: place("currency"),
      received: currency,
      advice: 'Pass an ISO 4217 code such as "USD".',
    });
  const both = { importer, year };
  for (const key of ["importer", "year"] as const) {
    if (columns[key] === undefined && both[key] === undefined)
      throw new TariffError({
        code: "missing-key",
        path: place(key),
        received: undefined,
        advice: `Pass ${key}, or name its column in columns.${key}.`,
      });
    if (columns[key] !== undefined && both[key] !== undefined)
      throw new TariffError({
        code: "conflicting-keys",
        path: place(key),
        received: both[key],
        advice: `Pass ${key} or its column, not both.`,
      });
  }
  if ((columns.quantity === undefined) !== (columns.unit === undefined))
    throw new TariffError({
      code: "missing-key",
      path: place(columns.unit === undefined ? "columns.unit" : "columns.quantity"),
      received: undefined,
      advice: "Name the columns of the quantity and of its unit, or neither.",
    });
}
