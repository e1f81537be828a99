import { TariffError } from "../internal/TariffError.js";

/** Checks that a word is one of a few. */
export function oneOf<T extends string>(value: T, names: readonly T[], path: string): T {
  if (names.includes(value)) return value;
  throw new TariffError({
    code: "wrong-type",
    path,
    received: value,
    advice: `Write one of ${names.join(", ")}.`,
  });
}
