import type { Rate } from "../exact/rate.js";
import { TariffError } from "../internal/TariffError.js";
import { highestFraction, readTariffFraction } from "./readTariffFraction.js";

/**
 * Reads a rate that a caller gives as a fraction of customs value or as a text such as "25%": above 0, or above -1 (-100 %)
 * where it may be a subsidy, and up to 10. The one reader of such rates in the models of the world.
 */
export function readTariffAbove(least: -1 | 0, given: number | Rate, path: string): number {
  const tariff: unknown = typeof given === "string" ? readTariffFraction(given, path) : given;
  if (typeof tariff === "number" && tariff > least && tariff <= highestFraction) return tariff;
  throw new TariffError({
    code:
      typeof tariff !== "number"
        ? "wrong-type"
        : !Number.isFinite(tariff)
          ? "not-finite"
          : least === -1 && tariff <= -1
            ? "rate-below-minus-100"
            : "out-of-range",
    path,
    received: given,
    advice: `Give a fraction above ${least === -1 ? "-1 (-100 %)" : "0"} and up to 10, 0.25 for 25 %, or a rate such as "25%".`,
  });
}
