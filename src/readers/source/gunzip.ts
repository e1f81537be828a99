import type { ReadProblem } from "../readError.js";
import { fileUnpacker, webUnpacker } from "./unpacker.js";

/** Unpacks gzip where the first two bytes say so; other bytes pass as they are. `fromFile` says that a path was opened. */
export async function* gunzip(
  chunks: AsyncIterable<Uint8Array>,
  fromFile: boolean,
  refuse: (problem: ReadProblem) => never,
): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  let first = await source.next();
  while (!first.done && first.value.length < 2) {
    const more = await source.next();
    if (more.done) break;
    const joined = new Uint8Array(first.value.length + more.value.length);
    joined.set(first.value);
    joined.set(more.value, first.value.length);
    first = { done: false, value: joined };
  }
  if (first.done) return;
  const rest = { [Symbol.asyncIterator]: () => source };
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield first.value;
    yield* rest;
    return;
  }
  const unpacking = fromFile ? await fileUnpacker() : webUnpacker();
  const head = first.value;
  let broken: unknown;
  const feed = (async () => {
    try {
      await unpacking.write(head);
      for await (const chunk of rest) await unpacking.write(chunk);
      await unpacking.close();
    } catch (error) {
      broken ??= error;
      await unpacking.abort(error).catch(() => undefined);
    }
  })();
  try {
    yield* unpacking.pieces;
  } catch (error) {
    await feed;
    // An error of the source itself is not one of the compression.
    const own = broken instanceof Error && broken.name === "TariffError" ? broken : undefined;
    if (own !== undefined) throw own;
    refuse(problemOf(error));
  }
  await feed;
}

function problemOf(error: unknown): ReadProblem {
  const { code, cause, message } = error as { code?: string; cause?: { code?: string }; message?: string };
  const text = `${code ?? ""} ${cause?.code ?? ""} ${message ?? ""}`;
  const cut = /BUF_ERROR|unexpected end|truncat|incomplete|terminated|premature/i.test(text);
  const wrong = /data check|length check|crc|checksum/i.test(text);
  return {
    code: cut ? "truncated-gzip" : wrong ? "bad-checksum" : "bad-gzip",
    place: {},
    received: message ?? "",
    advice: cut
      ? "Fetch the file again: it ends inside the compressed data, and nothing was read as a whole."
      : wrong
        ? "Fetch the file again: the checksum of the compressed data is wrong."
        : "Fetch the file again: the compressed data are damaged.",
  };
}
