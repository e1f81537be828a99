import type { ReadProblem } from "../readError.js";
import { refuseOtherKinds } from "./refuseOtherKinds.js";
import { withStart } from "./withStart.js";

/**
 * How the text of a file is written as bytes.
 *
 * @category Readers
 */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The text as UTF-8 without a byte order mark at its beginning. */
export async function* toUtf8(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  refuse: (problem: ReadProblem) => never,
): AsyncGenerator<Uint8Array> {
  let decoder = encoding === "utf-8" ? undefined : new TextDecoder(encoding);
  const encoder = new TextEncoder();
  let start = true;
  for await (const chunk of withStart(chunks, 10)) {
    let piece = chunk;
    if (start) {
      const wide =
        chunk[0] === 0xff && chunk[1] === 0xfe
          ? "utf-16le"
          : chunk[0] === 0xfe && chunk[1] === 0xff
            ? "utf-16be"
            : undefined;
      if (wide !== undefined && encoding !== wide) {
        refuse({
          code: "utf-16",
          place: { line: 1, byte: 0 },
          received: wide,
          advice: `Save the file as UTF-8, or read it with encoding "${wide}": its byte order mark says ${wide.toUpperCase()}.`,
        });
      }
      refuseOtherKinds(chunk, encoding, refuse);
      // The mark of UTF-8 says more than the habit of an office.
      if (!encoding.startsWith("utf-16") && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
        piece = chunk.subarray(3);
        decoder = undefined;
      }
    }
    start = false;
    yield decoder === undefined ? piece : encoder.encode(decoder.decode(piece, { stream: true }));
  }
  const last = decoder?.decode();
  if (last) yield encoder.encode(last);
}
