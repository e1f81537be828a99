import type { HsCode } from "./hsCode.js";

/** The longest of the prefixes that begins a code; undefined when none does. */
export function findLongestPrefix(prefixes: ReadonlySet<string>, code: HsCode): HsCode | undefined {
  for (let length = code.length; length >= 2; length -= 2) {
    const prefix = code.slice(0, length);
    if (prefixes.has(prefix)) return prefix as HsCode;
  }
  return undefined;
}
