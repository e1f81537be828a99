import { TariffError } from "./TariffError.js";

/** Refuses anything but a finite number. */
export function requireFinite(value: unknown, path: string): number {
  if (typeof value !== "number") {
    const isPercent = typeof value === "string" && value.length <= 40 && /^-?\d+(\.\d+)? ?%$/.test(value);
    throw new TariffError({
      code: "wrong-type",
      path,
      received: value,
      advice: isPercent ? "Pass a number, a share as a fraction: 0.25 for 25 %." : "Pass a number.",
    });
  }
  if (!Number.isFinite(value)) {
    throw new TariffError({ code: "not-finite", path, received: value, advice: "Pass a finite number." });
  }
  return value;
}
