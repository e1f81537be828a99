import type { RowSink } from "../rowSink.js";
import { columnsOf, plainHeader } from "./format.js";

const separators = [";", "\t", "|", ","] as const;

/**
 * The positions of columns by plain name; one of several spellings is enough. A header that is a single field with
 * another separator in it is named as such.
 */
export function requireColumns(
  header: readonly string[],
  wanted: readonly (string | readonly string[])[],
  line: number,
  sink: RowSink,
): number[] {
  const columns = columnsOf(header);
  return wanted.map((names) => {
    const spellings = typeof names === "string" ? [names] : names;
    const found = spellings.map((name) => columns.get(plainHeader(name))).find((at) => at !== undefined);
    if (found !== undefined) return found;
    const only = header.length === 1 ? (header[0] as string) : "";
    const other = separators.find((sign) => only.includes(sign));
    return sink.refuse({
      code: other === undefined ? "missing-column" : "wrong-delimiter",
      place: { line },
      received: header.join(" | "),
      advice:
        other === undefined
          ? `Name a column that the file has: "${spellings[0]}" is none of ${header.slice(0, 12).join(", ")}.`
          : `Set delimiter to ${JSON.stringify(other)}, which seems to part the fields: line ${line} is one column.`,
    });
  });
}
