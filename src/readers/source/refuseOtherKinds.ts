import type { ReadProblem } from "../readError.js";

/** Kinds of files by their first bytes in hexadecimal digits, and what to do with each. */
const kinds: readonly (readonly [begins: string, what: string, advice: string])[] = [
  ["504b0304", "a ZIP archive or a workbook", "Unpack the archive, or save the sheet as CSV"],
  ["504b0506", "an empty ZIP archive", "Fetch the file again"],
  ["1f8b", "compressed twice", "Unpack the file once"],
  ["7801", "compressed by zlib, without the header of gzip", "Unpack the file"],
  ["789c", "compressed by zlib, without the header of gzip", "Unpack the file"],
  ["78da", "compressed by zlib, without the header of gzip", "Unpack the file"],
  ["425a6839314159", "compressed by bzip2", "Unpack the file"],
  ["fd377a585a00", "compressed by xz", "Unpack the file"],
  ["28b52ffd", "compressed by zstd", "Unpack the file"],
  ["377abcaf271c", "a 7z archive", "Unpack the archive"],
  ["d0cf11e0a1b1", "a workbook of old", "Save the sheet as CSV"],
  ["50415231", "a Parquet file", 'Read it with a library, and pass its rows as a "table"'],
  ["4152524f5731", "an Arrow file", 'Read it with a library, and pass its rows as a "table"'],
  ["255044462d", "a PDF", "Fetch the figures as CSV"],
];

/** Letters and commas in UTF-16 are every other byte NUL; a NUL by mistake stands alone. */
function wideOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes.length < 6) return undefined;
  const every = (from: number, isNul: boolean): boolean =>
    [0, 2, 4].every((at) => (bytes[from + at] === 0) === isNul);
  if (every(0, false) && every(1, true)) return "utf-16le";
  return every(0, true) && every(1, false) ? "utf-16be" : undefined;
}

/** Refuses what is no text by its first bytes, and UTF-16 that does not say so where another encoding is read. */
export function refuseOtherKinds(
  bytes: Uint8Array,
  encoding: string,
  refuse: (problem: ReadProblem) => never,
): void {
  const start = Array.from(bytes.subarray(0, 10), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const kind = kinds.find(([begins]) => start.startsWith(begins));
  if (kind !== undefined)
    refuse({
      code: "not-text",
      place: {},
      received: kind[1],
      advice: `${kind[2]}: this is no text, it is ${kind[1]}.`,
    });
  const wide = encoding.startsWith("utf-16") ? undefined : wideOf(bytes);
  if (wide !== undefined)
    refuse({
      code: "utf-16",
      place: { line: 1, byte: 0 },
      received: wide,
      advice: `Save the file as UTF-8, or read it with encoding "${wide}": every other byte of its beginning is NUL.`,
    });
}

/** Refuses a page where a separated file is read: an answer of a service that wants to be asked otherwise. */
export function refusePage(bytes: Uint8Array, refuse: (problem: ReadProblem) => never): void {
  const start = new TextDecoder().decode(bytes.subarray(0, 400)).trimStart();
  if (!/^<(!doctype|html|\?xml|head|body)\b/i.test(start)) return;
  const title = /<title>([^<]*)<\/title>/i.exec(start)?.[1]?.trim();
  refuse({
    code: "not-text",
    place: { line: 1 },
    received: title ?? start.slice(0, 40),
    advice: `Fetch the file again: this is a page${title === undefined ? "" : ` ("${title}")`}, not the file.`,
  });
}
