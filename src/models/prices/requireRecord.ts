import { isRecord } from "../../internal/isRecord.js";
import { TariffError } from "../../internal/TariffError.js";

/** Refuses what is no object of entries by code. */
export function requireRecord<T extends object>(value: T, path: string): T {
  if (isRecord(value)) return value;
  throw new TariffError({
    code: "wrong-type",
    path,
    received: value,
    advice: "Pass an object with an entry for each code.",
  });
}
