import { TariffError } from "../internal/TariffError.js";
import type { DutyExpression } from "./expressions/dutyExpression.js";
import { requireFine } from "./reaches.js";
import type { ReadLine } from "./readEntry.js";
import type { ReadRate } from "./readMeasureRate.js";
import type { ReadMeasure } from "./readMeasures.js";

/** The rate of a measure on a line: a preference that is claimed stands before the measure's own. */
export function rateOf(measure: ReadMeasure, line: ReadLine): Exclude<ReadRate, { is: "by" }> {
  const claim = line.claims.find((code) => measure.preferences.has(code));
  if (claim !== undefined)
    return { is: "text", duty: measure.preferences.get(claim) as DutyExpression, claim };
  const rate = measure.rate as ReadRate;
  if (rate.is !== "by") return rate;
  if (rate.by === "line") return { is: "text", duty: found(rate.duties.get(line.id), measure, line) };
  if (line.product === undefined) {
    throw new TariffError({
      code: "missing-fact",
      path: `${line.path}.product`,
      received: undefined,
      advice: `Give the product: the rate of ${measure.authority} depends on it.`,
    });
  }
  const { product } = line;
  requireFine([...rate.duties.keys()], product, line, measure);
  const prefixes = [...rate.duties.keys()].filter((prefix) => product.startsWith(prefix));
  const longest = prefixes.reduce((best, prefix) => (prefix.length > best.length ? prefix : best), "");
  return { is: "text", duty: found(rate.duties.get(longest), measure, line) };
}

function found(duty: DutyExpression | undefined, measure: ReadMeasure, line: ReadLine): DutyExpression {
  if (duty !== undefined) return duty;
  throw new TariffError({
    code: "unknown-rate",
    path: `${measure.path}.rate`,
    received: line.id,
    advice: `State a rate of ${measure.authority} for line ${line.id}, "Free" where nothing is charged, or say which lines it reaches.`,
  });
}
