/** The same pieces, the first of them with so many bytes at least, where there are as many; empty ones are left out. */
export async function* withStart(
  chunks: AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    if (start === undefined) {
      yield chunk;
      continue;
    }
    const joined: Uint8Array = start.length === 0 ? chunk : new Uint8Array(start.length + chunk.length);
    if (joined !== chunk) {
      joined.set(start);
      joined.set(chunk, start.length);
    }
    start = joined;
    if (joined.length < bytes) continue;
    start = undefined;
    yield joined;
  }
  if (start !== undefined && start.length > 0) yield start;
}
