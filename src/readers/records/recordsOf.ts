import type { ReadProblem } from "../readError.js";
import type { Block } from "./blocks.js";
import { type Record, splitQuoted } from "./splitQuoted.js";

/** The records of a block; a line with a NUL byte or bytes that are no UTF-8 carries its damage. */
export function recordsOf(block: Block, delimiter: string): Record[] {
  const { bytes, line, lineEnd, hasQuotes, hasNul } = block;
  if (!hasNul) {
    const text = decoded(bytes);
    if (text !== undefined) return split(text, delimiter, String.fromCharCode(lineEnd), line, hasQuotes);
  }
  return damagedRecords(block, delimiter);
}

const strict = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Whether bytes are UTF-8 throughout. */
export const isUtf8 = (bytes: Uint8Array): boolean => decoded(bytes) !== undefined;

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

function split(text: string, delimiter: string, lineEnd: string, line: number, hasQuotes: boolean): Record[] {
  if (hasQuotes) return splitQuoted(text, delimiter, lineEnd, line);
  return splitPlain(text, delimiter.charCodeAt(0), lineEnd.charCodeAt(0), line);
}

const carriageReturn = 13;

/** One pass over the text: splitting it into lines and these into cells would copy every line. */
function splitPlain(text: string, delimiter: number, lineEnd: number, firstLine: number): Record[] {
  const records: Record[] = [];
  let cells: string[] = [];
  let [start, line] = [0, firstLine];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === delimiter) {
      cells.push(text.slice(start, at));
      start = at + 1;
    } else if (sign === lineEnd) {
      const isCrLf = at > start && lineEnd !== carriageReturn && text.charCodeAt(at - 1) === carriageReturn;
      cells.push(text.slice(start, isCrLf ? at - 1 : at));
      records.push({ cells, line: line++ });
      cells = [];
      start = at + 1;
    }
  }
  if (start < text.length || cells.length > 0) {
    const last = text.slice(start);
    cells.push(last.endsWith("\r") ? last.slice(0, -1) : last);
    records.push({ cells, line });
  }
  return records;
}

/** Record by record, so that the place of the damage can be named. */
function damagedRecords(block: Block, delimiter: string): Record[] {
  const { bytes, line, byte, lineEnd, hasQuotes } = block;
  const end = String.fromCharCode(lineEnd);
  const records: Record[] = [];
  let [start, here] = [0, line];
  while (start < bytes.length) {
    const { stop, lines } = recordEnd(block, start);
    const piece = bytes.subarray(start, stop);
    const nul = piece.indexOf(0);
    const bad = nul === -1 ? firstBad(piece) : nul;
    if (bad === -1) {
      records.push(...split(`${decoded(piece)}`, delimiter, end, here, hasQuotes));
    } else {
      const before = new TextDecoder().decode(piece.subarray(0, bad + 1));
      const cells = split(before, delimiter, end, here, hasQuotes)[0]?.cells ?? [];
      records.push({ cells, line: here, damage: damageOf(piece, bad, here, byte + start + bad) });
    }
    start = stop + 1;
    here += lines;
  }
  return records;
}

/** Where the record that begins at a byte ends, outside quotes, and how many lines it takes. */
function recordEnd({ bytes, lineEnd, hasQuotes }: Block, start: number): { stop: number; lines: number } {
  let [at, lines, inside] = [start, 1, false];
  for (; at < bytes.length; at++) {
    const sign = bytes[at];
    if (sign === 34 && hasQuotes) inside = !inside;
    if (sign !== lineEnd) continue;
    if (!inside) break;
    lines++;
  }
  return { stop: at, lines };
}

function damageOf(piece: Uint8Array, at: number, line: number, byte: number): ReadProblem {
  const isNul = piece[at] === 0;
  const shown = (piece[at] as number).toString(16).toUpperCase().padStart(2, "0");
  return {
    code: isNul ? "nul-byte" : "bad-encoding",
    place: { line, byte },
    received: `byte ${shown}`,
    advice: isNul
      ? `Fetch the file again: line ${line} has a NUL byte, its byte ${at + 1}.`
      : `Read the file with its own encoding: byte ${shown} in line ${line} is not UTF-8, so that it is probably "windows-1252".`,
  };
}

/** The first byte that begins no sequence of UTF-8; -1 where all do. */
function firstBad(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] as number;
    const more =
      lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
    if (more === -1) return at;
    for (let next = 1; next <= more; next++) {
      if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return at;
    }
    at += more + 1;
  }
  return -1;
}
