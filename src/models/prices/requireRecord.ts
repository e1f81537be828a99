import { TariffError } from "../../internal/TariffError.js";

/** Refuses what is no plain object of entries by code. */
export function requireRecord<T>(
  value: Readonly<Record<string, T>>,
  path: string,
): Readonly<Record<string, T>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new TariffError({
    code: "wrong-type",
    path,
    received: value,
    advice: "Pass an object with an entry for each code.",
  });
}
