import type { RecordFormat, RecordMapper } from "./formats/format.js";
import { blocksOf } from "./records/blocks.js";
import { recordsOf } from "./records/recordsOf.js";
import type { RowSink } from "./rowSink.js";

/** Reads the records of separated text; yields after each block, so that rows can be handed out. */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  format: RecordFormat,
  { quotes, longestLine }: { readonly quotes: boolean; readonly longestLine: number },
  sink: RowSink,
): AsyncGenerator<void> {
  let mapper: RecordMapper | undefined;
  let header: readonly string[] = [];
  let [records, lastLine] = [0, 0];
  for await (const block of blocksOf(chunks, { quotes, longestLine }, sink.refuse)) {
    for (const { cells, line, damage } of recordsOf(block, format.delimiter)) {
      lastLine = line;
      if (damage !== undefined) {
        const column = header[cells.length - 1];
        const place = column === undefined ? damage.place : { ...damage.place, column };
        sink.fail(damage.code, place, damage.received, damage.advice);
        continue;
      }
      if (cells.length === 1 && (cells[0] as string).trim() === "") continue;
      if (mapper === undefined) {
        const opened = format.open(cells, line, sink);
        if (opened === "title") continue;
        mapper = opened;
        header = cells;
        continue;
      }
      records++;
      if (isHeader(cells, header)) {
        const joined = (cells[0] as string).startsWith("\ufeff");
        sink.fail(
          "header-repeated",
          { line },
          cells.join(format.delimiter),
          `Split the file before line ${line}: it is the header again${joined ? ", after a byte order mark" : ""}, so that two files were joined.`,
        );
        continue;
      }
      if (cells.length !== header.length && mapper.ragged !== true) {
        sink.fail(
          "field-count",
          { line },
          cells.length,
          `Look at line ${line}: it has ${cells.length} fields, the header ${header.length}${cells.length > header.length ? "; a thousands separator without quotes" : ""}.`,
        );
        continue;
      }
      mapper.record(cells, line);
    }
    yield;
  }
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

function isHeader(cells: readonly string[], header: readonly string[]): boolean {
  if (cells.length !== header.length) return false;
  const first = cells[0] as string;
  if (first !== header[0] && first.replace(/^\ufeff/, "") !== header[0]) return false;
  return cells.every((cell, at) => at === 0 || cell === header[at]);
}
