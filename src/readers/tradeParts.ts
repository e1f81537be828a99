import { checkReadOptions } from "./checkReadOptions.js";
import { DataWebSheets, joinSheets } from "./formats/dataWebSheets.js";
import { formatOf, isLatin } from "./formats/formatOf.js";
import { readJson } from "./json/readJson.js";
import type { RowPart } from "./plain/plainRows.js";
import type { FileReadOptions, TradeReadOptions } from "./readOptions.js";
import { readRecords } from "./readRecords.js";
import { readTable } from "./readTable.js";
import { refuseRepeats } from "./refuseRepeats.js";
import type { ReadReport } from "./report.js";
import { requireGoing } from "./requireGoing.js";
import { RowKeys } from "./rowKeys.js";
import { RowSink } from "./rowSink.js";
import { gunzip } from "./source/gunzip.js";
import { refusePage } from "./source/refuseOtherKinds.js";
import { bytesOf, nameOf, type Source } from "./source/source.js";
import { type Encoding, toUtf8 } from "./source/toUtf8.js";
import { withStart } from "./source/withStart.js";

/**
 * Reads a file of trade data piece by piece, each in parts that hold until the next is asked for; `at` is where the
 * options stand in what the caller passed.
 */
export async function* tradeParts(
  options: TradeReadOptions,
  at: string,
): AsyncGenerator<readonly RowPart[], ReadReport> {
  const checked = checkReadOptions(options, at);
  const place = (key: string): string => (at === "" ? key : `${at}.${key}`);
  const sink = new RowSink(
    checked.format === "table" ? (checked.source.name ?? "table") : nameOf(checked.source),
    checked.problems === "collect",
  );
  // Comex Stat has several rows a flow by nature, one for each port and state: its own reader looks for identical ones.
  const keeps = checked.repeatedRows === "keep" || checked.format === "comex-stat";
  const keys = keeps ? undefined : new RowKeys();
  const sheets = new DataWebSheets();
  const own = (parts: readonly RowPart[]) => (keys === undefined ? parts : refuseRepeats(parts, keys, sink));
  const reading =
    checked.format === "table"
      ? readTable(checked, sink)
      : readSource(checked.source, place("source"), checked, sink, sheets);
  const whole = checked.format === "table" ? "table" : "file";
  const going = () => requireGoing(checked.signal, sink.read, whole);
  going();
  for await (const _ of reading) {
    going();
    const parts = sink.take();
    if (parts.length > 0) yield own(parts);
  }
  if (checked.format === "usitc-dataweb") {
    if (checked.duties !== undefined) {
      for await (const _ of readSource(checked.duties, place("duties"), checked, sink, sheets));
    }
    joinSheets(sheets, { importer: checked.importer, year: checked.year, digits: checked.digits }, sink);
  }
  going();
  const rest = sink.take();
  if (rest.length > 0) yield own(rest);
  going();
  return sink.report();
}

/** Enough of a file to see what it is. */
const startSize = 400;

async function* readSource(
  source: Source,
  path: string,
  options: FileReadOptions,
  sink: RowSink,
  sheets: DataWebSheets,
): AsyncGenerator<void> {
  const counted = watched(
    bytesOf(source, path, { signal: options.signal, whole: "file", rows: () => sink.read }),
    options,
    sink,
  );
  const encoding = options.encoding ?? (isLatin(options.format) ? "windows-1252" : "utf-8");
  const raw = withStart(gunzip(counted, typeof source === "string", sink.refuse), startSize);
  try {
    yield* readBytes(raw, encoding, options, sink, sheets);
  } finally {
    // Whatever ends the read, the source is closed.
    await raw.return(undefined);
  }
}

async function* readBytes(
  raw: AsyncGenerator<Uint8Array>,
  encoding: Encoding,
  options: FileReadOptions,
  sink: RowSink,
  sheets: DataWebSheets,
): AsyncGenerator<void> {
  const first = await raw.next();
  if (first.done)
    sink.refuse({
      code: "empty-file",
      place: {},
      received: "",
      advice: "Fetch the file again: it is empty.",
    });
  const isJson = beginsAsJson(first.value as Uint8Array);
  const all = { [Symbol.asyncIterator]: () => withFirst(first.value as Uint8Array, raw) };
  const jsonOnly = options.format === "census-api";
  if (!isJson && !jsonOnly) {
    const format = formatOf(options, false, sheets);
    refusePage(first.value as Uint8Array, sink.refuse);
    const quotes = options.format === "csv" ? (options.quotes ?? true) : true;
    const settings = { quotes, longestLine: options.longestLine ?? 1_000_000 };
    if ("open" in format) yield* readRecords(toUtf8(all, encoding, sink.refuse), format, settings, sink);
    return;
  }
  const format = formatOf(options, true, sheets);
  if (!("json" in format)) {
    sink.refuse({
      code: "missing-column",
      place: { line: 1 },
      received: "JSON",
      advice: `Pass a separated file: this is JSON, and ${options.format} is read from columns.`,
    });
    return;
  }
  const { value, lines } = readJson(
    await textOf(toUtf8(all, options.encoding ?? "utf-8", sink.refuse)),
    sink.refuse,
  );
  format.json(value, lines, sink);
  yield;
}

async function* watched(
  chunks: AsyncIterable<Uint8Array>,
  { onProgress, signal }: FileReadOptions,
  sink: RowSink,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    requireGoing(signal, sink.read, "file");
    bytes += chunk.length;
    onProgress?.({ bytes, rows: sink.read });
    yield chunk;
  }
}

async function* withFirst(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (;;) {
    const next = await rest.next();
    if (next.done) return;
    yield next.value;
  }
}

function beginsAsJson(bytes: Uint8Array): boolean {
  const at = bytes.findIndex((byte) => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  return bytes[at] === 0x7b || bytes[at] === 0x5b;
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
