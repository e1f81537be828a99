import { UsageError } from "./UsageError.js";

/** `name=value` words as an object; each name once. */
export function readPairs(option: string, words: readonly string[]): Readonly<Record<string, string>> {
  const pairs = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf("=");
    const name = word.slice(0, at);
    if (at < 1 || at === word.length - 1) {
      throw new UsageError(`${option} ${word}: write name=value.`);
    }
    if (pairs.has(name)) throw new UsageError(`${option} ${name}: it stands twice.`);
    pairs.set(name, word.slice(at + 1));
  }
  return Object.fromEntries(pairs);
}
