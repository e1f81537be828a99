import { plainMarkdown } from "./neutralise.js";
import { requireRecords } from "./requireRecords.js";

/** A number, perhaps with a currency before it and a unit behind it; "n/a" stands among numbers. */
const number =
  /^(n\/a|([A-Z]{3} )?[-+]?[\d,]+(\.\d+)?(%| ?(pp|percent|thousand|million|billion|trillion))?)$/;

/**
 * Rows as a Markdown table; columns that hold only numbers are set to the right.
 *
 * **Result**: GitHub-flavoured Markdown, columns padded so that it reads in a terminal too. Pipes and line ends in
 * cells are escaped, and so is what would start HTML.
 *
 * @throws `empty`, `wrong-type` for cells that are not text or rows with different columns.
 * @example A small table
 * ```ts
 * import { toMarkdown } from "tariff-whatif";
 *
 * toMarkdown([{ scenario: "china-10", rate: "3.66%" }]).split("\n")[2]; // => "| china-10 | 3.66% |"
 * ```
 * @category Presentation
 */
export function toMarkdown(rows: readonly object[]): string {
  const { columns, cells } = requireRecords(rows);
  const escaped = [columns, ...cells].map((row) => row.map(plainMarkdown));
  const right = columns.map((_, column) =>
    cells.every((row) => row[column] === "" || number.test(row[column] ?? "")),
  );
  const widths = columns.map((_, column) =>
    escaped.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 3),
  );
  const pad = (cell: string, column: number) =>
    right[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  const rule = widths.map((width, column) =>
    right[column] ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  const lines = escaped.map((row) => row.map(pad));
  lines.splice(1, 0, rule);
  return `${lines.map((line) => `| ${line.join(" | ")} |`).join("\n")}\n`;
}
