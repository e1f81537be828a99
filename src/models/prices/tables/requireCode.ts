import { TariffError } from "../../../internal/TariffError.js";

/** Refuses a code that a list does not have. */
export function requireCode(value: unknown, known: ReadonlySet<string>, path: string): string {
  if (typeof value === "string" && known.has(value)) return value;
  throw new TariffError({
    code: typeof value === "string" ? "unknown-key" : "wrong-type",
    path,
    received: value,
    advice: `Name one of ${[...known].slice(0, 8).join(", ")}${known.size > 8 ? " and others of the list" : ""}.`,
  });
}
