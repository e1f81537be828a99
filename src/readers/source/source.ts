import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import { type Stop, untilStopped } from "./untilStopped.js";

/**
 * Where bytes come from: the path of a file (in Node), a text, bytes, a stream of Node or of the web (`response.body`,
 * `file.stream()`), or anything that yields bytes piece by piece. Gzip is found by its first bytes and unpacked.
 *
 * @category Readers
 */
export type Source =
  | string
  | Uint8Array
  | { readonly text: string; readonly name?: string }
  | { readonly bytes: Uint8Array; readonly name: string }
  | AsyncIterable<Uint8Array | string>
  | WebStream;

/**
 * A stream of bytes as browsers and Node have it.
 *
 * @category Readers
 */
export interface WebStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel?(reason?: unknown): Promise<void>;
    releaseLock?(): void;
  };
}

/** The name of a source, for errors. */
export function nameOf(source: Source): string {
  if (typeof source === "string") return source.split(/[\\/]/).pop() ?? source;
  if (typeof source !== "object" || source === null) return "stream";
  const { name, path } = source as { name?: unknown; path?: unknown };
  if (typeof name === "string") return name;
  return typeof path === "string" ? (path.split(/[\\/]/).pop() as string) : "stream";
}

/** The bytes of a source, piece by piece; `path` is where it stands in what was passed. */
export async function* bytesOf(source: Source, path: string, stop?: Stop): AsyncGenerator<Uint8Array> {
  if (typeof source === "string") return yield* fileBytes(source, path);
  if (source instanceof Uint8Array) return yield* pieces(source);
  if (typeof source === "object" && source !== null) {
    if ("text" in source && typeof source.text === "string") {
      requireName(readOptions(source, path, ["text"], ["name"]).name, path);
      return yield* pieces(new TextEncoder().encode(source.text));
    }
    if ("bytes" in source && source.bytes instanceof Uint8Array) {
      requireName(readOptions(source, path, ["bytes"], ["name"]).name, path);
      return yield* pieces(source.bytes);
    }
    // Streams of the web are both; only their reader can be told to cancel while it waits.
    if ("getReader" in source && typeof source.getReader === "function")
      return yield* asBytes(read(source, stop), path);
    if (Symbol.asyncIterator in source) return yield* asBytes(iterated(source, stop), path);
  }
  throw new TariffError({
    code: "wrong-type",
    path,
    received: source,
    advice:
      "Pass the path of a file, { text }, bytes, or a stream of bytes; open an address yourself and pass its body.",
  });
}

function requireName(name: unknown, path: string): void {
  if (name === undefined || typeof name === "string") return;
  throw new TariffError({
    code: "wrong-type",
    path: `${path}.name`,
    received: name,
    advice: "Pass a text; it names the source in errors.",
  });
}

const pieceSize = 1 << 16;

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
}

const iterated = (source: AsyncIterable<unknown>, stop: Stop | undefined): AsyncGenerator<unknown> => {
  const iterator = source[Symbol.asyncIterator]();
  const close = async () => {
    // A stream of Node that is stuck answers its iterator only once it is destroyed.
    if (stop?.signal?.aborted) (source as { destroy?: () => void }).destroy?.();
    await iterator.return?.();
  };
  return untilStopped({ next: () => iterator.next(), close }, stop);
};

const read = (source: WebStream, stop: Stop | undefined): AsyncGenerator<unknown> => {
  const reader = source.getReader();
  return untilStopped<unknown>({ next: () => reader.read(), close: () => reader.cancel?.() }, stop);
};

async function* asBytes(stream: AsyncGenerator<unknown>, path: string): AsyncGenerator<Uint8Array> {
  const bytesIn = pieceReader(path);
  for await (const piece of stream) yield bytesIn(piece);
}

/** Reads pieces of a stream: bytes in any wrapping, or text. */
function pieceReader(path: string): (piece: unknown) => Uint8Array {
  const encoder = new TextEncoder();
  // A sign of two halves may stand astride two pieces of text.
  let half = "";
  return (piece) => {
    if (piece instanceof Uint8Array) return piece;
    if (typeof piece === "string") {
      const text = half + piece;
      half = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : "";
      return encoder.encode(half === "" ? text : text.slice(0, -1));
    }
    if (ArrayBuffer.isView(piece)) return new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
    if (piece instanceof ArrayBuffer) return new Uint8Array(piece);
    throw new TariffError({
      code: "wrong-type",
      path,
      received: piece,
      advice: "Pass a stream of bytes or of text: one of its pieces is neither.",
    });
  };
}

/** Bundlers for browsers must not look for Node's modules, so that the name is no literal in the import. */
const nodeFiles = "node:fs";

async function* fileBytes(file: string, path: string): AsyncGenerator<Uint8Array> {
  const files: typeof import("node:fs") = await import(
    /* webpackIgnore: true */ /* @vite-ignore */ nodeFiles
  );
  try {
    yield* files.createReadStream(file, { highWaterMark: 4 * pieceSize }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    // A path that can be none, one with a NUL in it, is no file either.
    const { syscall, code } = error as { syscall?: unknown; code?: unknown };
    if (typeof syscall !== "string" && code !== "ERR_INVALID_ARG_VALUE") throw error;
    throw new TariffError({
      code: "no-such-file",
      path,
      received: file,
      advice: `Name a file that can be read (${String((error as { code?: unknown }).code)}).`,
    });
  }
}
