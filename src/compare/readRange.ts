import { requireFinite } from "../internal/requireFinite.js";
import { TariffError } from "../internal/TariffError.js";

/** Checks a function of one number, the range to look in and how close to come. */
export function readRange(
  evaluate: unknown,
  bracket: unknown,
  tolerance: unknown,
): readonly [number, number] {
  if (typeof evaluate !== "function") {
    throw new TariffError({
      code: "wrong-type",
      path: "evaluate",
      received: evaluate,
      advice: "Pass a function from a number to a number.",
    });
  }
  if (requireFinite(tolerance, "tolerance") <= 0) {
    throw new TariffError({
      code: "out-of-range",
      path: "tolerance",
      received: tolerance,
      advice: "Give a tolerance above zero.",
    });
  }
  if (Array.isArray(bracket) && bracket.length === 2) {
    const [from, to] = [requireFinite(bracket[0], "bracket[0]"), requireFinite(bracket[1], "bracket[1]")];
    if (from < to) return [from, to];
  }
  throw new TariffError({
    code: Array.isArray(bracket) ? "out-of-range" : "wrong-type",
    path: "bracket",
    received: bracket,
    advice: "Give the lowest and the highest value to try, in this order.",
  });
}
