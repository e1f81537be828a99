import { TariffError } from "./TariffError.js";

/**
 * A value that came through its own `define` function carries a hidden mark. The mark is a registered symbol, so it
 * holds between the ESM and the CommonJS copy of the package; it is not enumerable, so JSON and a spread lose it and
 * the changed copy must go through the door again.
 */
const mark = (kind: string) => Symbol.for(`tariff-whatif/${kind}`);

/** Marks a value as checked, in place, and returns it. */
export function brand<T extends object>(kind: string, value: T): T {
  return Object.defineProperty(value, mark(kind), { value: true });
}

/** Refuses a value that does not carry the mark. */
export function requireBrand(kind: string, value: unknown, path: string, definer: string): void {
  if (typeof value === "object" && value !== null && Object.hasOwn(value, mark(kind))) return;
  throw new TariffError({
    code: "not-defined",
    path,
    received: value,
    advice: `Pass the value that ${definer} returned, unchanged.`,
  });
}

/** Whether a value carries the mark. */
export const hasBrand = (kind: string, value: object): boolean => Object.hasOwn(value, mark(kind));
