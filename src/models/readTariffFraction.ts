import { type Rate, readRate } from "../exact/rate.js";
import { requireFinite } from "../internal/requireFinite.js";

/** A tariff above this (1,000 %) was surely meant as percent. */
export const highestFraction = 10;

/** Reads a fraction of customs value: a number, 0.25 for 25 %, or a rate such as "25%". */
export function readTariffFraction(value: number | Rate, path: string): number {
  if (typeof value === "string") return readRate(value, path).toNumber() + 0;
  return requireFinite(value, path);
}
