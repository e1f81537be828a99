import { Decimal as HostDecimal } from "decimal.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { Decimal } from "./decimal.js";

const modes = {
  "half-even": HostDecimal.ROUND_HALF_EVEN,
  "half-away-from-zero": HostDecimal.ROUND_HALF_UP,
  "half-towards-zero": HostDecimal.ROUND_HALF_DOWN,
  "towards-zero": HostDecimal.ROUND_DOWN,
  "away-from-zero": HostDecimal.ROUND_UP,
  "towards-positive": HostDecimal.ROUND_CEIL,
  "towards-negative": HostDecimal.ROUND_FLOOR,
} as const;

/**
 * How a number is cut to fewer digits. There is no default: customs law names the mode, and laws differ.
 *
 * @category Exact numbers
 */
export type RoundingMode = keyof typeof modes;

/**
 * Where and how to round.
 *
 * @category Exact numbers
 */
export interface Rounding {
  /** Digits kept after the point, 0 to 30. */
  readonly places: number;
  /** The rounding mode. */
  readonly rounding: RoundingMode;
}

/** Rounds a decimal as asked. */
export function roundDecimal(value: Decimal, options: Rounding, path: string): Decimal {
  const { places, rounding } = readOptions(options, path, ["places", "rounding"]);
  if (!Number.isInteger(places) || places < 0 || places > 30) {
    throw new TariffError({
      code: "out-of-range",
      path: `${path}.places`,
      received: places,
      advice: "Pass a whole number of places from 0 to 30.",
    });
  }
  if (typeof rounding !== "string" || !Object.hasOwn(modes, rounding)) {
    throw new TariffError({
      code: "unknown-rounding",
      path: `${path}.rounding`,
      received: rounding,
      advice: `Name one of ${Object.keys(modes).join(", ")}.`,
    });
  }
  return value.toDecimalPlaces(places, modes[rounding]);
}
