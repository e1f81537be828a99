import { readHsCode } from "../goods/hsCode.js";
import { isRecord } from "../internal/isRecord.js";
import type { HtsAdditionalDuty, HtsLine, HtsSchedule } from "./htsSchedule.js";
import { jsonOf } from "./json/jsonOf.js";
import type { Source } from "./source/source.js";

/**
 * What {@link readHtsSchedule} reads.
 *
 * @category Readers
 */
export interface HtsReadOptions {
  /** The JSON of the schedule, or of a part of it in its order. */
  readonly source: Source;
}

/**
 * Reads the Harmonized Tariff Schedule of the United States from its JSON: each line with the rates it inherits.
 *
 * **Result**: rates as the schedule writes them. A line without rates takes those of the nearest line above it in the tree
 * that the indents draw; footnotes of that line count too.
 *
 * **Leaves out**: the general notes, and rates that stand in notes instead of lines.
 *
 * @throws `not-json`, `truncated-json`, `empty-file`, `no-rows`, `api-error` for what is no schedule, `conflicting-columns` where the two
 * spellings of additional duties differ, `bad-code`, `no-such-file`.
 * @example A statistical line takes the rate of its parent
 * ```ts
 * import { readHtsSchedule } from "tariff-whatif/readers";
 *
 * const row = { indent: "0", superior: null, units: [], special: "", other: "", footnotes: [] };
 * const text = JSON.stringify([
 *   { ...row, htsno: "8507.60.00", description: "Lithium-ion batteries", general: "3.4%", other: "40%" },
 *   { ...row, htsno: "8507.60.00.10", indent: "1", description: "For vehicles", units: ["No."], general: "" },
 * ]);
 * const { lines } = await readHtsSchedule({ source: { text } });
 * lines.map((line) => `${line.product} ${line.general}`); // => ["8507600010 3.4%"]
 * ```
 * @category Readers
 */
export async function readHtsSchedule(options: HtsReadOptions): Promise<HtsSchedule> {
  const { value, refuse } = await jsonOf(options);
  if (!Array.isArray(value))
    refuse({
      code: "api-error",
      place: {},
      received: "",
      advice: "Pass a list of lines, as the export of the schedule is.",
    });
  if ((value as readonly unknown[]).length === 0)
    refuse({
      code: "no-rows",
      place: {},
      received: "",
      advice: "Ask for a part that exists: the list has no lines.",
    });
  const rows = (value as readonly unknown[]).map((entry, row) => {
    if (!isRecord(entry) || typeof entry.htsno !== "string" || !/^\d{1,2}$/.test(String(entry.indent)))
      refuse({
        code: "api-error",
        place: { row },
        received: entry,
        advice: "Look at this row: a line of the schedule has htsno and indent.",
      });
    const line = entry as Record<string, unknown>;
    const [right, wrong] = [textOf(line.additionalDuties), textOf(line.addiitionalDuties)];
    if (right !== "" && wrong !== "" && right !== wrong)
      refuse({
        code: "conflicting-columns",
        place: { row, column: "additionalDuties" },
        received: `${right} and ${wrong}`,
        advice: "Look at this row: the two spellings of additional duties differ.",
      });
    return { line, row, indent: Number(line.indent), code: dotted(textOf(line.htsno)) };
  });
  const lines: HtsLine[] = [];
  const chapter99: HtsAdditionalDuty[] = [];
  const above: (typeof rows)[number][] = [];
  for (const [position, here] of rows.entries()) {
    while (above.length > 0 && (above.at(-1) as typeof here).indent >= here.indent) above.pop();
    const { line, row, code } = here;
    if (/^99\d\d\.\d\d\.\d\d/.test(code)) {
      chapter99.push({
        row,
        heading: code,
        description: textOf(line.description),
        general: textOf(line.general),
      });
      continue;
    }
    // Ten digits end the tree; eight do where nothing stands below them, as for watches.
    const next = rows[position + 1];
    const isParent =
      code.length < 13 && next !== undefined && next.indent > here.indent && !next.code.startsWith("99");
    if (!isParent && /^\d{4}\.\d\d\.\d\d/.test(code)) lines.push(declarable(here, above, refuse));
    above.push(here);
  }
  return {
    lines,
    chapter99,
    counts: {
      rows: rows.length,
      declarable: lines.length,
      headings: rows.length - lines.length - chapter99.length,
      chapter99: chapter99.length,
    },
  };
}

interface Row {
  readonly line: Record<string, unknown>;
  readonly row: number;
  readonly indent: number;
  readonly code: string;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
/** A number of 8 or 10 digits as the schedule writes it, with dots. */
const dotted = (code: string): string =>
  /^\d{8}(\d\d)?$/.test(code) ? (code.match(/^\d{4}|\d\d/g) as string[]).join(".") : code;

const hasRates = ({ line }: Row) => ["general", "special", "other"].some((key) => textOf(line[key]) !== "");

function declarable(
  own: Row,
  above: readonly Row[],
  refuse: Awaited<ReturnType<typeof jsonOf>>["refuse"],
): HtsLine {
  const digits = own.code.replaceAll(".", "");
  if (!/^\d{8}(\d{2})?$/.test(digits))
    refuse({
      code: "bad-code",
      place: { row: own.row },
      received: own.code,
      advice: "Look at this row: its number has not 8 or 10 digits.",
    });
  const stating = hasRates(own) ? own : (above.findLast(hasRates) ?? own);
  const { line } = stating;
  return {
    row: own.row,
    product: readHsCode(digits, "htsno"),
    description: textOf(own.line.description),
    general: textOf(line.general),
    special: textOf(line.special),
    column2: textOf(line.other),
    units: unitsOf(own.line.units ?? line.units),
    inheritedFrom: stating === own ? null : stating.code,
    chapter99: [...new Set([...footnotes(line), ...footnotes(own.line)])],
  };
}

function unitsOf(units: unknown): string[] {
  const list = Array.isArray(units) ? units : typeof units === "string" ? [units] : [];
  return list.flatMap((unit) => textOf(unit).split(/ and |,\s*/)).filter((unit) => unit !== "");
}

function footnotes(line: Record<string, unknown>): string[] {
  const notes = Array.isArray(line.footnotes) ? line.footnotes : [];
  return notes.flatMap((note: unknown) =>
    isRecord(note) ? [...textOf(note.value).matchAll(/99\d\d\.\d\d\.\d\d/g)].map(([code]) => code) : [],
  );
}
