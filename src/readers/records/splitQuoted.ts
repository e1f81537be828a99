import type { ReadProblem } from "../readError.js";

/** A record of a separated file. */
export interface Record {
  readonly cells: readonly string[];
  /** The line of the file it begins on. */
  readonly line: number;
  /** What is wrong with its bytes; the cells are then those before it. */
  readonly damage?: ReadProblem;
}

/**
 * The records of a text in which fields are quoted: two quotes in a quoted field are one, and a quoted field may hold
 * line ends. The text ends with a record; where it ends inside quotes, that record says so.
 */
export function splitQuoted(text: string, delimiter: string, lineEnd: string, firstLine: number): Record[] {
  const records: Record[] = [];
  let cells: string[] = [];
  let [line, begin, at] = [firstLine, firstLine, 0];
  let damage: ReadProblem | undefined;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      let end = at + 1;
      cell = "";
      for (;;) {
        const quote = text.indexOf('"', end);
        const stop = quote === -1 ? text.length : quote;
        if (quote === -1) damage = openQuote(line, text.length - at);
        cell += text.slice(end, stop);
        end = stop + 1;
        if (text[end] !== '"') break;
        cell += '"';
        end++;
      }
      for (let next = cell.indexOf(lineEnd); next !== -1; next = cell.indexOf(lineEnd, next + 1)) line++;
      // What stands between the closing quote and the delimiter belongs to the field, as spreadsheets read it.
      const stop = fieldEnd(text, end, delimiter, lineEnd);
      cell += text.slice(end, stop).replace(/\r$/, "");
      at = stop;
    } else {
      const stop = fieldEnd(text, at, delimiter, lineEnd);
      cell = text.slice(at, stop);
      at = stop;
      if (cell.endsWith("\r")) cell = cell.slice(0, -1);
    }
    cells.push(cell);
    if (text[at] === delimiter) {
      at++;
      if (at < text.length) continue;
      cells.push("");
    }
    records.push(damage === undefined ? { cells, line: begin } : { cells, line: begin, damage });
    cells = [];
    if (at < text.length) line++;
    begin = line;
    at++;
  }
  return records;
}

/** A quote that nothing closes. */
export const openQuote = (line: number, received: number, byte?: number): ReadProblem => ({
  code: "open-quote",
  place: byte === undefined ? { line } : { line, byte },
  received,
  advice: `Close the quote that opens in the record at line ${line}: the file ends inside it.`,
});

function fieldEnd(text: string, from: number, delimiter: string, lineEnd: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === delimiter || text[at] === lineEnd) return at;
  }
  return text.length;
}
