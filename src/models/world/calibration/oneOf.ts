import { TariffError } from "../../../internal/TariffError.js";

/** Refuses a text that is not one of the choices. */
export function oneOf<T extends string>(value: T, path: string, choices: readonly T[]): T {
  if (choices.includes(value)) return value;
  throw new TariffError({
    code: typeof value === "string" ? "out-of-range" : "wrong-type",
    path,
    received: value,
    advice: `Pass one of ${choices.map((choice) => `"${choice}"`).join(", ")}.`,
  });
}
