import { TariffError } from "../internal/TariffError.js";

/**
 * A result as JSON: decimals stay text, so no digit is lost on the way.
 *
 * **Result**: indented by two spaces, with a line end at the end. What JSON cannot hold is refused rather than turned
 * into `null` or left away.
 *
 * @throws `not-finite` for NaN and infinities, `wrong-type` for functions, symbols, big integers and cycles.
 * @example An outcome for another program
 * ```ts
 * import { accounting, januaryScenarios, toJson } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const outcome = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 });
 * JSON.parse(toJson(outcome)).total.additionalDuties.amount; // => "42942583500"
 * ```
 * @category Presentation
 */
export function toJson(value: unknown): string {
  check(value, "", []);
  return `${JSON.stringify(value, null, 2)}\n`;
}

function check(value: unknown, path: string, above: readonly object[]): void {
  const refuse = (code: "not-finite" | "wrong-type", advice: string): never => {
    throw new TariffError({ code, path, received: value, advice });
  };
  if (typeof value === "number" && !Number.isFinite(value)) refuse("not-finite", "JSON has no such number.");
  if (["function", "symbol", "bigint"].includes(typeof value) || (path === "" && value === undefined)) {
    refuse("wrong-type", "Leave it away: JSON cannot hold it.");
  }
  if (typeof value !== "object" || value === null) return;
  if (above.includes(value) || above.length > 100)
    refuse("wrong-type", "Break the cycle: JSON cannot hold it.");
  for (const [key, inner] of Object.entries(value))
    check(inner, path === "" ? key : `${path}.${key}`, [...above, value]);
}
