import { TariffError } from "../internal/TariffError.js";

const form = /^[\p{L}\d][\p{L}\d %./²³-]{0,39}$/u;

/** Reads the name of a unit of quantity. Names are not translated: `"kg"` and `"KG"` are two units. */
export function readUnit(unit: unknown, path: string): string {
  if (typeof unit === "string" && form.test(unit)) return unit;
  throw new TariffError({
    code: typeof unit === "string" ? "out-of-range" : "wrong-type",
    path,
    received: unit,
    advice: 'Name a unit in at most 40 letters and digits, for example "kg", "number", "litre" or "m2".',
  });
}
