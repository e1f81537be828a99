import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Baseline } from "tariff-whatif";
import type { CsvReadOptions } from "tariff-whatif/readers";
import type { Host } from "./Host.js";
import { progressOf } from "./progress.js";
import { readBaseline } from "./readBaseline.js";
import { readPairs } from "./readPairs.js";
import { fileFailure, readStdin } from "./readText.js";
import { UsageError } from "./UsageError.js";

/** Which figures a command starts from. */
export interface FiguresOptions {
  readonly baseline?: string;
  readonly columns?: string;
  readonly economies?: string;
  readonly importer?: string;
  readonly year?: string;
  readonly currency?: string;
  readonly priceYear?: string;
  readonly amountsIn?: string;
  readonly delimiter?: string;
  readonly decimal?: string;
  readonly encoding?: string;
  readonly repeatedFlows?: string;
}

/** The columns a file may have; `partner` is what many files call the exporter. */
const known = ["importer", "exporter", "product", "value", "duties", "quantity", "unit", "year"];

/** What only a file of columns has. */
const ofColumns = [
  "economies",
  "importer",
  "year",
  "currency",
  "priceYear",
  "amountsIn",
  "delimiter",
  "decimal",
  "encoding",
  "repeatedFlows",
] as const;

/** An option as it is written. */
export const spelled = (key: string) =>
  `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The figures of a command: bundled ones, a baseline file, or, with --columns, a CSV file, gzipped or not. */
export async function readFigures(options: FiguresOptions, figures: string, host: Host): Promise<Baseline> {
  const { baseline, columns } = options;
  if (columns === undefined) {
    const stray = ofColumns.find((key) => options[key] !== undefined);
    if (baseline !== undefined && /\.(csv|tsv)(\.gz)?$/i.test(baseline)) {
      throw new UsageError(
        `${baseline}: name the columns of a CSV file with --columns, as partner=country,product=hs10,value=val,duties=dut.`,
      );
    }
    if (stray === undefined) return readBaseline(baseline ?? figures, host);
    throw new UsageError(`${spelled(stray)}: it describes a CSV file; name its columns with --columns.`);
  }
  if (baseline === undefined) throw new UsageError("--columns: name the CSV file with --baseline.");
  return readCsv(baseline, readColumns(columns), options, host);
}

function readColumns(text: string): Readonly<Record<string, string>> {
  const pairs = readPairs("--columns", text.split(","));
  const { partner, ...others } = pairs;
  const columns = { ...(partner === undefined ? {} : { exporter: partner }), ...others };
  const unknown = Object.keys(columns).find((key) => !known.includes(key));
  if (unknown !== undefined || ("exporter" in others && partner !== undefined)) {
    throw new UsageError(
      `--columns ${unknown ?? "partner"}: name each of ${known.join(", ")} once; partner is another word for exporter.`,
    );
  }
  for (const key of ["exporter", "value"]) {
    if (!(key in columns)) throw new UsageError(`--columns: say which column is the ${key}.`);
  }
  return columns;
}

/** What no file says of itself has no default here. */
function required(options: FiguresOptions, key: keyof FiguresOptions, words: string): string {
  const value = options[key];
  if (value === undefined) throw new UsageError(`${spelled(key)}: ${words}`);
  return value;
}

const wholeYear = (option: string, text: string): number => {
  if (!/^\d{4}$/.test(text)) throw new UsageError(`${option} ${text}: write a year of four digits.`);
  return Number(text);
};

async function readCsv(
  name: string,
  columns: Readonly<Record<string, string>>,
  options: FiguresOptions,
  host: Host,
): Promise<Baseline> {
  const economies = required(options, "economies", "name the code system of the partners, as iso-alpha-3.");
  const currency = required(options, "currency", "name the currency of the amounts, as USD.");
  const year =
    columns.year === undefined
      ? wholeYear("--year", required(options, "year", "no column says the year; write it."))
      : undefined;
  const priceYear = wholeYear(
    "--price-year",
    options.priceYear ?? options.year ?? required(options, "priceYear", "say of which year the prices are."),
  );
  const importer =
    columns.importer === undefined
      ? required(options, "importer", "no column says who imports; write it, as USA.")
      : undefined;
  const { source, size } = await open(name, host);
  const shown = name === "-" ? "stdin" : basename(name);
  const bar = progressOf(size, host);
  const { readBaseline: read } = await import("tariff-whatif/readers");
  const { amountsIn, delimiter, decimal, encoding, repeatedFlows } = options;
  try {
    const { baseline, report } = await read({
      file: {
        format: "csv",
        source,
        columns: columns as never,
        economies: economies as never,
        currency,
        ...(importer === undefined ? {} : { importer: importer as never }),
        ...(year === undefined ? {} : { year }),
        ...(amountsIn === undefined ? {} : { amountsIn: amountsIn as never }),
        ...(delimiter === undefined ? {} : { delimiter: delimiter.replace(/^\\t$/, "\t") as never }),
        ...(decimal === undefined ? {} : { decimal: decimal as never }),
        ...(encoding === undefined ? {} : { encoding: encoding as never }),
        onProgress: ({ bytes }) => bar.at(Math.min(bytes, size)),
      },
      ...(repeatedFlows === undefined ? {} : { repeatedFlows: repeatedFlows as never }),
      id: shown.replaceAll(/[^A-Za-z0-9]+/g, "-").toLowerCase(),
      title: shown,
      priceYear,
      sources: [
        {
          id: "file",
          title: shown,
          publisher: "not stated",
          licence: "not stated",
          note: "Read from a file.",
        },
      ],
    });
    for (const { note, rows } of report.warnings) host.err(`${shown}: ${note} (${rows} rows)\n`);
    const { skipped } = report.counts;
    if (skipped > 0) {
      const reasons = Object.entries(report.skippedBy).map(([reason, rows]) => `${reason} ${rows}`);
      host.err(`${shown}: ${skipped} rows left out: ${reasons.join(", ")}\n`);
    }
    return baseline;
  } finally {
    bar.stop();
  }
}

/** The file by its path, so that it is read piece by piece; stdin whole. */
async function open(
  name: string,
  host: Host,
): Promise<{ readonly source: CsvReadOptions["source"]; readonly size: number }> {
  if (name === "-") {
    const bytes = await readStdin(host);
    return { source: { bytes, name: "stdin" }, size: bytes.length };
  }
  try {
    const found = await stat(name);
    if (found.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    return { source: name, size: found.size };
  } catch (error) {
    throw fileFailure(name, error);
  }
}
