import type { RowSink } from "../rowSink.js";
import { plainHeader } from "./format.js";

const separators = [";", "\t", "|", ","] as const;

/**
 * The positions of columns: by their name as it is written, or where none is written so, by its plain form; one of
 * several spellings is enough. A name that stands for two columns is refused. A header that is a single field with another
 * separator in it is named as such; `hasDelimiter` where the caller can set it.
 */
export function requireColumns(
  header: readonly string[],
  wanted: readonly (string | readonly string[])[],
  line: number,
  sink: RowSink,
  hasDelimiter = false,
): number[] {
  return wanted.map((given) => {
    const spellings = typeof given === "string" ? [given] : given;
    for (const name of spellings) {
      const [found, second] = positionsOf(header, name);
      if (second !== undefined)
        sink.refuse({
          code: "conflicting-columns",
          place: { line, column: name },
          received: header.join(" | "),
          advice: `Name the columns apart: "${name}" is column ${(found as number) + 1} and column ${second + 1} of line ${line}.`,
        });
      if (found !== undefined) return found;
    }
    const only = header.length === 1 ? (header[0] as string) : "";
    const other = separators.find((sign) => only.includes(sign));
    if (other !== undefined)
      return sink.refuse({
        code: "wrong-delimiter",
        place: { line },
        received: header.join(" | "),
        advice: `${hasDelimiter ? `Set delimiter to ${JSON.stringify(other)}, which seems` : `Take the file as it was downloaded: ${JSON.stringify(other)} seems`} to part the fields: line ${line} is one column.`,
      });
    return sink.refuse({
      code: "missing-column",
      place: { line },
      received: header.join(" | "),
      advice: `Name a column that the file has: "${spellings[0]}" is none of ${header.slice(0, 12).join(", ")}.`,
    });
  });
}

/** The columns that are named so to the letter, else those of the same plain form. */
function positionsOf(header: readonly string[], name: string): readonly number[] {
  const where = (form: (text: string) => string): number[] => {
    const wanted = form(name);
    return header.flatMap((each, at) => (form(each) === wanted ? [at] : []));
  };
  const exact = where((text) => text.trim());
  return exact.length > 0 ? exact : where(plainHeader);
}
