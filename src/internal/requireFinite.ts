import { TariffError } from "./TariffError.js";

/** Refuses anything but a finite number. */
export function requireFinite(value: unknown, path: string): number {
  if (typeof value !== "number") {
    throw new TariffError({ code: "wrong-type", path, received: value, advice: "Pass a number." });
  }
  if (!Number.isFinite(value)) {
    throw new TariffError({ code: "not-finite", path, received: value, advice: "Pass a finite number." });
  }
  return value;
}
