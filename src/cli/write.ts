import { type FormatOptions, toCsv, toJson, toMarkdown } from "tariff-whatif";
import { paintText } from "./colours.js";
import type { Host } from "./Host.js";
import { UsageError } from "./UsageError.js";

export const formats = ["table", "markdown", "csv", "json"] as const;
export type Format = (typeof formats)[number];
type Row = Readonly<Record<string, string>>;

/** The format of a name. */
export function readFormat(name: string): Format {
  const found = formats.find((each) => each === name);
  if (found === undefined) throw new UsageError(`--format ${name}: name one of ${formats.join(", ")}.`);
  return found;
}

/** How numbers are written for people. */
export interface WrittenOptions {
  readonly moneyIn: FormatOptions["moneyIn"];
  readonly places: string;
}

/** The same, as the library takes it. */
export function readWritten({ moneyIn, places }: WrittenOptions): FormatOptions {
  if (!/^\d{1,2}$/.test(places) || Number(places) > 30) {
    throw new UsageError(`--places ${places}: write a whole number from 0 to 30.`);
  }
  const units = ["unit", "thousand", "million", "billion", "trillion"];
  if (!units.includes(moneyIn as string)) {
    throw new UsageError(`--money-in ${moneyIn}: name one of ${units.join(", ")}.`);
  }
  return { moneyIn, places: Number(places), rounding: "half-even" };
}

/** Rows in a format; JSON comes from what they were made of. */
export function writeRows(rows: readonly Row[], format: Format, whole: unknown): string {
  if (format === "json") return `${toJson(whole as never)}\n`.replace(/\n\n$/, "\n");
  if (rows.length === 0) return format === "csv" ? "" : "No rows.\n";
  return format === "csv" ? toCsv(rows) : format === "markdown" ? toMarkdown(rows) : plainTable(rows);
}

/** Sets off the heads of tables for people; the formats for programs stay as they are. */
export const paintRows = (text: string, format: Format, host: Host): string =>
  format === "table" ? paintText(text, host.colours.out) : text;

/** Columns side by side, numbers to the right, for a terminal. */
function plainTable(rows: readonly Row[]): string {
  const lines = toMarkdown(rows).trimEnd().split("\n");
  const rule = lines[1] ?? "";
  return `${[lines[0], rule.replaceAll(":", "-"), ...lines.slice(2)]
    .map((line = "") =>
      line.slice(2, -2).split(" | ").join("  ").replaceAll("&lt;", "<").replaceAll("\\|", "|").trimEnd(),
    )
    .join("\n")}\n`;
}
