import { TariffError } from "./TariffError.js";

/**
 * Refuses a value that holds more values than any of its kind has, before something walks over all of it: a list without
 * entries can claim to have four thousand million, and a value that holds itself has no end.
 */
export function requireSmall<T>(value: T, path: string, most = 100_000): T {
  const waiting: unknown[] = [value];
  let seen = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object" || next === null) continue;
    const size = Array.isArray(next) ? next.length : Object.keys(next).length;
    seen += size;
    if (seen > most) {
      throw new TariffError({
        code: "too-long",
        path,
        received: value,
        advice: `Pass what the package returned, unchanged: this holds more than ${most.toLocaleString("en-US")} values.`,
      });
    }
    for (const inner of Array.isArray(next) ? next : Object.values(next)) waiting.push(inner);
  }
  return value;
}
