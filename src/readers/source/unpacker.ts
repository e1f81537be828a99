/** What unpacks gzip: bytes go in, and come out in pieces. */
export interface Unpacker {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
  /** Ends it at once. */
  abort(reason: unknown): Promise<void>;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** What Node's zlib gives for unpacking, as far as it is used here. */
interface NodeStream extends AsyncIterable<Uint8Array> {
  readonly destroyed: boolean;
  write(bytes: Uint8Array, answer: (error?: Error | null) => void): unknown;
  end(answer: (error?: Error | null) => void): unknown;
  once(event: "error" | "close", listener: (error?: unknown) => void): unknown;
  destroy(reason: Error): unknown;
}

/** Bundlers for browsers must not look for Node's modules, so that the name is no literal in the import. */
const nodeZlib = "node:zlib";

/** Large pieces: each one goes through a dozen hands on its way. */
const pieceSize = 1 << 16;

/**
 * Unpacks what comes from the path of a file, and so in Node: its zlib in large pieces takes a third of the time of its
 * `DecompressionStream`, which has pieces of 16 kB.
 */
export async function fileUnpacker(): Promise<Unpacker> {
  const zlib: { createGunzip(options: { readonly chunkSize: number }): NodeStream } = await import(
    /* webpackIgnore: true */ /* @vite-ignore */ nodeZlib
  );
  return nodeUnpacker(zlib.createGunzip({ chunkSize: pieceSize }));
}

function nodeUnpacker(stream: NodeStream): Unpacker {
  // A write under way when the stream breaks is never answered: it ends with the stream.
  let fail: (reason: unknown) => void = () => undefined;
  stream.once("error", (error) => fail(error));
  stream.once("close", () => fail(new Error("closed")));
  const answered = (ask: (answer: (error?: Error | null) => void) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      fail = reject;
      if (stream.destroyed) reject(new Error("closed"));
      else ask((error) => (error ? reject(error) : resolve()));
    });
  return {
    write: (bytes) => answered((answer) => void stream.write(bytes, answer)),
    close: () => answered((answer) => void stream.end(answer)),
    abort: async (reason) => {
      stream.destroy(reason instanceof Error ? reason : new Error(String(reason)));
    },
    pieces: stream,
  };
}

/** Unpacks with what browsers and Node have in common. */
export function webUnpacker(): Unpacker {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  return {
    write: (bytes) => writer.write(bytes as Uint8Array<ArrayBuffer>),
    close: () => writer.close(),
    abort: (reason) => writer.abort(reason),
    pieces: piecesOf(readable.getReader()),
  };
}

async function* piecesOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
