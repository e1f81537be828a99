import { requireFinite } from "./requireFinite.js";
import { TariffError } from "./TariffError.js";

/** Refuses anything but a finite number above zero. */
export function requirePositive(value: unknown, path: string): number {
  const read = requireFinite(value, path);
  if (read > 0) return read;
  throw new TariffError({ code: "out-of-range", path, received: value, advice: "Give a number above zero." });
}
