import { TariffError } from "./TariffError.js";

/**
 * The last look at a result before it leaves: a number that is NaN or infinite is refused, with its place. Inputs within
 * their ranges can still meet beyond what float64 holds.
 */
export function finiteResult<T>(result: T, path = ""): T {
  if (typeof result === "number") {
    if (Number.isFinite(result)) return result;
    throw new TariffError({
      code: "not-finite",
      path,
      received: result,
      advice: "The result is beyond what float64 holds: pass smaller values, rates or elasticities.",
    });
  }
  if (typeof result !== "object" || result === null) return result;
  for (const [key, inner] of Object.entries(result))
    finiteResult(inner, path === "" ? key : `${path}.${key}`);
  return result;
}
