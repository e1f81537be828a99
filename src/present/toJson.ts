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
  check(value, [], [], { left: mostValues });
  return `${JSON.stringify(value, null, 2)}\n`;
}

function check(value: unknown, way: (string | number)[], above: object[], budget: { left: number }): void {
  budget.left -= 1;
  if (budget.left < 0)
    throw refusal("too-long", way, value, "Write smaller parts: this holds more than two million values.");
  if (typeof value === "string" || typeof value === "boolean" || value === null) return;
  if (typeof value === "number") {
    if (Number.isFinite(value)) return;
    throw refusal("not-finite", way, value, "JSON has no such number.");
  }
  if (typeof value !== "object")
    throw refusal("wrong-type", way, value, "Leave it away: JSON cannot hold it.");
  if (above.includes(value) || above.length > 100)
    throw refusal("wrong-type", way, value, "Break the cycle: JSON cannot hold it.");
  const isList = Array.isArray(value);
  if (!isList && !isRecord(value)) {
    const advice = "Turn it into a plain object, a list or text: JSON would lose what it holds.";
    throw refusal("wrong-type", way, value, advice);
  }
  above.push(value);
  for (const [key, inner] of isList ? Array.prototype.entries.call(value) : Object.entries(value)) {
    way.push(key);
    check(inner, way, above, budget);
    way.pop();
  }
  above.pop();
}

const refusal = (
  code: "not-finite" | "wrong-type" | "too-long",
  way: readonly (string | number)[],
  received: unknown,
  advice: string,
): TariffError => new TariffError({ code, path: writeWay(way), received, advice });

/** The path of a value, written only where it is refused. */
const writeWay = (way: readonly (string | number)[]): string =>
  way.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`),
    "",
  );
