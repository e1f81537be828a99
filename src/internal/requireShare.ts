import { requireFinite } from "./requireFinite.js";
import { TariffError } from "./TariffError.js";

/** Refuses a number that is not above 0. */
export function requirePositive(value: unknown, path: string): number {
  const number = requireFinite(value, path);
  if (number > 0) return number;
  throw new TariffError({ code: "out-of-range", path, received: value, advice: "Pass a value above 0." });
}

/** Refuses a number outside 0 to 1. */
export function requireShare(value: unknown, path: string): number {
  const number = requireFinite(value, path);
  if (number >= 0 && number <= 1) return number;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: "Pass a share between 0 and 1: 0.25 for 25 %.",
  });
}
