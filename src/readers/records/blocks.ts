import type { ReadProblem } from "../readError.js";
import { openQuote } from "./splitQuoted.js";

/** A piece of a file that holds whole records. */
export interface Block {
  readonly bytes: Uint8Array;
  /** The line of the file it begins on. */
  readonly line: number;
  /** The byte of the file it begins on. */
  readonly byte: number;
  /** The byte that ends a line: LF, or CR in files of old. */
  readonly lineEnd: 10 | 13;
  readonly hasQuotes: boolean;
  readonly hasNul: boolean;
}

/** How {@link blocksOf} cuts. */
export interface BlockOptions {
  /** Whether `"` quotes fields. */
  readonly quotes: boolean;
  /** Longest record, in bytes. */
  readonly longestLine: number;
}

const quote = 34;

/** Cuts a stream of bytes behind a line end that stands outside quotes; a record longer than the limit is refused. */
export async function* blocksOf(
  chunks: AsyncIterable<Uint8Array>,
  { quotes, longestLine }: BlockOptions,
  refuse: (problem: ReadProblem) => never,
): AsyncGenerator<Block> {
  let rest: Uint8Array = new Uint8Array(0);
  let [scanned, line, byte] = [0, 1, 0];
  let [inside, hasQuotes, hasNul] = [false, false, false];
  let lineEnd: 10 | 13 | undefined;
  // Lines and quotes since the last cut, so that a block knows what it holds.
  let [lines, cutLines, cut] = [0, 0, 0];
  for await (const chunk of chunks) {
    const all = joined(rest, chunk);
    cut = 0;
    for (; scanned < all.length; scanned++) {
      const at = all[scanned] as number;
      if (at > quote) continue;
      if (at === quote) {
        if (!quotes) continue;
        inside = !inside;
        hasQuotes = true;
      } else if (at === 0) {
        hasNul = true;
      } else if (at === 10 || at === 13) {
        if (lineEnd === undefined) {
          if (at === 13 && scanned + 1 === all.length && all.length < longestLine) break;
          lineEnd = at === 13 && all[scanned + 1] !== 10 ? 13 : 10;
        }
        if (at !== lineEnd) continue;
        lines++;
        if (inside) continue;
        cut = scanned + 1;
        cutLines = lines;
      }
    }
    if (cut > 0) {
      yield { bytes: all.subarray(0, cut), line, byte, lineEnd: lineEnd ?? 10, hasQuotes, hasNul };
      line += cutLines;
      byte += cut;
      lines -= cutLines;
      scanned -= cut;
      // A quote behind the cut stands in what is left, which is read again with it.
      hasQuotes = inside || all.subarray(cut).includes(quote);
      hasNul = all.subarray(cut).includes(0);
    }
    rest = all.subarray(cut);
    if (rest.length > longestLine) {
      refuse({
        code: "line-too-long",
        place: { line, byte },
        received: rest.length,
        advice: `Look at line ${line}: it is longer than ${longestLine} bytes${inside ? " and has an open quote" : ""}; raise longestLine if such lines are meant.`,
      });
    }
  }
  if (rest.length === 0) return;
  if (inside) refuse(openQuote(line, rest.length, byte));
  yield { bytes: rest, line, byte, lineEnd: lineEnd ?? 10, hasQuotes, hasNul };
}

function joined(rest: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (rest.length === 0) return chunk;
  const all = new Uint8Array(rest.length + chunk.length);
  all.set(rest);
  all.set(chunk, rest.length);
  return all;
}
