import type { PlainReader } from "../plain/plainReader.js";
import type { RowSink } from "../rowSink.js";

/** Reads the records under a header. */
export interface RecordMapper {
  /** Reads one record; `line` is where it begins. */
  record(cells: readonly string[], line: number): void;
  /** What is left to do when the file ends. */
  finish?(): void;
  /** Whether records may have another number of fields than the header. */
  readonly ragged?: boolean;
  /** Reads plain lines as columns, where the header allows for such. */
  readonly plain?: PlainReader | undefined;
}

/** A format of separated files. */
export interface RecordFormat {
  readonly delimiter: string;
  /** Whether a mapper may read plain lines as columns. */
  readonly hasPlainLines?: boolean;
  /** Reads the header, or says that a line is a title above it. */
  open(header: readonly string[], line: number, sink: RowSink): RecordMapper | "title";
}

/** A format of JSON files: numbers come as text, as they are written. */
export interface JsonFormat {
  json(value: unknown, lines: readonly number[], sink: RowSink): void;
}

/** A column name without case, blanks and signs: offices spell theirs in several ways. A name of signs alone stays as it is. */
export function plainHeader(name: string): string {
  const text = name.normalize("NFKC").trim().toLowerCase();
  const plain = text.replace(/[^\p{L}\p{M}\p{N}]/gu, "");
  return plain === "" ? text : plain;
}

/** Positions of the columns of a header by their plain name. */
export function columnsOf(header: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  header.forEach((name, at) => {
    const plain = plainHeader(name);
    if (!columns.has(plain)) columns.set(plain, at);
  });
  return columns;
}
