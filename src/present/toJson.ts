import { isRecord } from "../internal/isRecord.js";
import { TariffError } from "../internal/TariffError.js";

/** A list within a list within a list can stand for more than memory holds. */
const mostValues = 2_000_000;

/**
 * A result as JSON: decimals stay text, so no digit is lost on the way.
 *
 * **Result**: indented by two spaces, with a line end at the end. What JSON cannot hold is refused rather than turned
 * into `null` or omitted.
 *
 * @throws `not-finite` for NaN and infinities, `wrong-type` for functions, symbols, big integers, undefined, dates, maps
 * and cycles, `too-long` above two million values.
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
  check(value, "", [], { left: mostValues });
  return `${JSON.stringify(value, null, 2)}\n`;
}

function check(value: unknown, path: string, above: object[], budget: { left: number }): void {
  const refuse = (code: "not-finite" | "wrong-type" | "too-long", advice: string): never => {
    throw new TariffError({ code, path, received: value, advice });
  };
  budget.left -= 1;
  if (budget.left < 0) refuse("too-long", "Write smaller parts: this holds more than two million values.");
  if (typeof value === "number" && !Number.isFinite(value)) refuse("not-finite", "JSON has no such number.");
  if (["function", "symbol", "bigint", "undefined"].includes(typeof value)) {
    refuse("wrong-type", "Leave it away: JSON cannot hold it.");
  }
  if (typeof value !== "object" || value === null) return;
  if (above.includes(value) || above.length > 100)
    refuse("wrong-type", "Break the cycle: JSON cannot hold it.");
  if (!Array.isArray(value) && !isRecord(value))
    refuse("wrong-type", "Turn it into a plain object, a list or text: JSON would lose what it holds.");
  above.push(value);
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) check(value[at], `${path}[${at}]`, above, budget);
  } else {
    for (const [key, inner] of Object.entries(value))
      check(inner, path === "" ? key : `${path}.${key}`, above, budget);
  }
  above.pop();
}
