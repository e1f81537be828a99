import type { ReadProblem } from "../readError.js";
import { fileUnpacker, webUnpacker } from "./unpacker.js";
import { withStart } from "./withStart.js";

/** Unpacks gzip where the first two bytes say so; other bytes pass as they are. `fromFile` says that a path was opened. */
export async function* gunzip(
  chunks: AsyncIterable<Uint8Array>,
  fromFile: boolean,
  refuse: (problem: ReadProblem) => never,
): AsyncGenerator<Uint8Array> {
  const source = withStart(chunks, 2);
  let isFed = false;
  try {
    const first = await source.next();
    if (first.done) return;
    if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
      yield first.value;
      yield* source;
      return;
    }
    const unpacking = fromFile ? await fileUnpacker() : webUnpacker();
    const head = first.value;
    // An error of the source itself is not one of the compression: it is passed on as it is.
    let ofSource: { readonly error: unknown } | undefined;
    const next = () =>
      source.next().catch((error: unknown) => {
        ofSource = { error };
        throw error;
      });
    isFed = true;
    const feed = (async () => {
      try {
        await unpacking.write(head);
        for (let piece = await next(); !piece.done; piece = await next()) await unpacking.write(piece.value);
        await unpacking.close();
      } catch (error) {
        await unpacking.abort(error).catch(() => undefined);
      }
    })();
    let broken: { readonly error: unknown } | undefined;
    try {
      yield* unpacking.pieces;
    } catch (error) {
      broken = { error };
    }
    await feed;
    if (ofSource !== undefined) throw (ofSource as { readonly error: unknown }).error;
    if (broken !== undefined) refuse(problemOf(broken.error));
  } finally {
    const closed = source.return(undefined).catch(() => undefined);
    // A source that is being asked and never answers would hold up whoever leaves early.
    if (!isFed) await closed;
  }
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
