import type { RecordFormat } from "./formats/format.js";
import { blocksOf } from "./records/blocks.js";
import { RecordReader } from "./records/recordReader.js";
import type { RowSink } from "./rowSink.js";

/** Reads the records of separated text; yields after each block, so that rows can be handed out. */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  format: RecordFormat,
  limits: { readonly quotes: boolean; readonly longestLine: number },
  sink: RowSink,
): AsyncGenerator<void> {
  const reader = new RecordReader(format, sink);
  for await (const block of blocksOf(chunks, limits, sink.refuse)) {
    reader.read(block);
    yield;
  }
  reader.finish();
}
