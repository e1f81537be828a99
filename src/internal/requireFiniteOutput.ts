import { TariffError } from "./TariffError.js";

/**
 * The guard at the exit: returns a result unless a number in it is NaN or infinite, at whatever depth. What a formula
 * cannot say must not leave it as a number.
 */
export function requireFiniteOutput<T>(
  result: T,
  path = "",
  advice = "The result is beyond what float64 holds: pass smaller values, rates or elasticities.",
): T {
  if (typeof result === "number") {
    if (Number.isFinite(result)) return result;
    throw new TariffError({ code: "not-finite", path, received: result, advice });
  }
  if (typeof result !== "object" || result === null) return result;
  if (Array.isArray(result) || result instanceof Float64Array) {
    for (let at = 0; at < result.length; at++) {
      const entry: unknown = result[at];
      if (typeof entry !== "number" || !Number.isFinite(entry))
        requireFiniteOutput(entry, `${path}[${at}]`, advice);
    }
    return result;
  }
  for (const key in result) {
    const entry: unknown = result[key];
    if (typeof entry !== "number" || !Number.isFinite(entry))
      requireFiniteOutput(entry, path === "" ? key : `${path}.${key}`, advice);
  }
  return result;
}
