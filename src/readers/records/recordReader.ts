import type { RecordFormat, RecordMapper } from "../formats/format.js";
import type { PlainReader } from "../plain/plainReader.js";
import type { RowSink } from "../rowSink.js";
import type { Block } from "./blocks.js";
import { isUtf8, recordsOf } from "./recordsOf.js";
import type { Record } from "./splitQuoted.js";

/** So many plain lines in a row make one that is not plain an exception. */
const manyLines = 64;

/** Hands the records of separated text to the format, and looks at what all formats have in common. */
export class RecordReader {
  private mapper: RecordMapper | undefined;
  private header: readonly string[] = [];
  private records = 0;
  private lastLine = 0;

  constructor(
    private readonly format: RecordFormat,
    private readonly sink: RowSink,
  ) {}

  /** Reads a block: by its plain lines where the format has such and no quote, NUL or wrong byte stands in the way. */
  read(block: Block): void {
    const { bytes, hasQuotes, hasNul } = block;
    if (this.format.hasPlainLines && !hasQuotes && !hasNul && isUtf8(bytes)) this.readLines(block);
    else this.readRecords(block);
  }

  /**
   * Plain lines as columns, the others record by record. Where lines that are not plain follow one another closely,
   * twice as many as the last time are read that way at once, so that a file of them takes no longer than it must.
   */
  private readLines(block: Block): void {
    const { bytes, lineEnd } = block;
    let plain: PlainReader | undefined;
    let [at, line, others] = [0, block.line, 1];
    while (at < bytes.length) {
      if (plain === undefined && this.mapper !== undefined) {
        plain = this.mapper.plain;
        plain?.clear(bytes.length);
        if (plain === undefined) others = Infinity;
      }
      if (plain !== undefined) {
        const from = plain.rows.length;
        at = plain.read(bytes, at, line, lineEnd);
        const rows = plain.rows.length - from;
        if (rows > 0) {
          this.sink.plainRows(plain.rows, from);
          this.records += rows;
          line += rows;
          this.lastLine = line - 1;
        }
        others = rows >= manyLines ? 1 : 2 * others;
      }
      const start = at;
      let lines = 0;
      for (; lines < others && at < bytes.length; lines++)
        at = bytes.indexOf(lineEnd, at) + 1 || bytes.length;
      if (lines > 0)
        this.readRecords({ ...block, bytes: bytes.subarray(start, at), line, byte: block.byte + start });
      line += lines;
    }
  }

  private readRecords(block: Block): void {
    for (const record of recordsOf(block, this.format.delimiter)) this.readRecord(record);
  }

  private readRecord({ cells, line, damage }: Record): void {
    const { format, header, mapper, sink } = this;
    this.lastLine = line;
    if (damage !== undefined) {
      const column = header[cells.length - 1];
      const place = column === undefined ? damage.place : { ...damage.place, column };
      sink.fail(damage.code, place, damage.received, damage.advice);
      return;
    }
    // Spreadsheets write rows of commas alone below the data.
    if ((cells[0] as string).trim() === "" && cells.every((cell) => cell.trim() === "")) return;
    if (mapper === undefined) {
      const opened = format.open(cells, line, sink);
      if (opened === "title") return;
      this.mapper = opened;
      this.header = cells;
      return;
    }
    this.records++;
    if (isHeader(cells, header)) {
      const joined = (cells[0] as string).startsWith("\ufeff");
      sink.fail(
        "header-repeated",
        { line },
        cells.join(format.delimiter),
        `Split the file before line ${line}: it is the header again${joined ? ", after a byte order mark" : ""}, so that two files were joined.`,
      );
      return;
    }
    if (cells.length !== header.length && mapper.ragged !== true) {
      sink.fail(
        "field-count",
        { line },
        cells.length,
        `Look at line ${line}: it has ${cells.length} fields, the header ${header.length}${cells.length > header.length ? "; a thousands separator without quotes" : ""}.`,
      );
      return;
    }
    mapper.record(cells, line);
  }

  /** The end of the file. */
  finish(): void {
    const { format, header, lastLine, mapper, records, sink } = this;
    if (lastLine === 0 && records === 0 && mapper === undefined)
      sink.refuse({
        code: "empty-file",
        place: {},
        received: "",
        advice: "Fetch the file again: it is empty.",
      });
    if (mapper === undefined)
      sink.refuse({
        code: "missing-column",
        place: { line: lastLine },
        received: "",
        advice: "Look for the header: no line has the columns of this format.",
      });
    if (records === 0)
      sink.refuse({
        code: "no-rows",
        place: { line: lastLine },
        received: header.join(format.delimiter),
        advice: "Fetch the file again: it has a header and no rows.",
      });
    mapper?.finish?.();
  }
}

function isHeader(cells: readonly string[], header: readonly string[]): boolean {
  if (cells.length !== header.length) return false;
  const first = cells[0] as string;
  if (first !== header[0] && first.replace(/^\ufeff/, "") !== header[0]) return false;
  return cells.every((cell, at) => at === 0 || cell === header[at]);
}
