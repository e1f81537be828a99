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
 * line ends. The text ends with a record.
 */
export function splitQuoted(text: string, delimiter: string, lineEnd: string, firstLine: number): Record[] {
  const records: Record[] = [];
  let cells: string[] = [];
  let [line, begin, at] = [firstLine, firstLine, 0];
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      let end = at + 1;
      cell = "";
      for (;;) {
        const quote = text.indexOf('"', end);
        const stop = quote === -1 ? text.length : quote;
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
    records.push({ cells, line: begin });
    cells = [];
    if (at < text.length) line++;
    begin = line;
    at++;
  }
  return records;
}

function fieldEnd(text: string, from: number, delimiter: string, lineEnd: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === delimiter || text[at] === lineEnd) return at;
  }
  return text.length;
}
