import { TariffError } from "./TariffError.js";

/** Refuses anything but text; looked at before a value is written into a message, where a symbol would throw. */
export function requireText(value: unknown, path: string): string {
  if (typeof value === "string") return value;
  throw new TariffError({ code: "wrong-type", path, received: value, advice: "Give a text." });
}
