import { readFile, stat } from "node:fs/promises";
import type { Host } from "./Host.js";
import { UsageError } from "./UsageError.js";

const mostBytes = 200_000_000;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
  EISDIR: "it is a directory",
  ENOTDIR: "part of its path is not a directory",
  ENAMETOOLONG: "its name is too long",
};

/** Why a file cannot be read, in one line. */
export const fileFailure = (name: string, error: unknown): UsageError => {
  const code = (error as { code?: string }).code ?? "";
  return new UsageError(`${name}: ${reasons[code] ?? `it cannot be read (${code || "unknown reason"})`}.`);
};

/** The text of a file, or of stdin for "-"; a file that cannot be one of ours is refused with a reason. */
export async function readText(name: string, host: Host): Promise<string> {
  const shown = name === "-" ? "stdin" : name;
  const bytes = name === "-" ? await readStdin(host) : await readBytes(name);
  if (bytes.length === 0) throw new UsageError(`${shown}: it is empty.`);
  if (bytes.includes(0)) throw new UsageError(`${shown}: it is a binary file; JSON text is wanted.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${shown}: it is not UTF-8 text; JSON text is wanted.`);
  }
}

/** The hosts whose stdin has been read: it comes once. */
const drained = new WeakSet<Host>();

/** All of stdin, for the one file that "-" stands for. */
export async function readStdin(host: Host): Promise<Uint8Array> {
  if (drained.has(host))
    throw new UsageError('stdin: it is read once; name a file instead of the second "-".');
  drained.add(host);
  if (host.typed) throw new UsageError('stdin: nothing is piped in; name a file instead of "-".');
  try {
    return await host.stdin();
  } catch (error) {
    throw fileFailure("stdin", error);
  }
}

async function readBytes(name: string): Promise<Uint8Array> {
  try {
    const found = await stat(name);
    if (found.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    if (found.size > mostBytes) throw new UsageError(`${name}: it has more than 200 MB.`);
    return await readFile(name);
  } catch (error) {
    throw error instanceof UsageError ? error : fileFailure(name, error);
  }
}
