import { readDay } from "../internal/dayNumber.js";
import type { Step } from "../policy/language/step.js";
import type { Evaluation } from "../policy/rates/readQuery.js";
import type { Scenario } from "../scenario/scenario.js";

const daysOfYear = 365;

/**
 * The days on which a step is in force: those of the period that was asked for, or else from its first to its last day.
 * Null where it has no first day or, without a period, no last one.
 */
export function daysInForce({ dates }: Step, { over }: Evaluation): number | null {
  const { effective, expires } = dates;
  if (effective === undefined || (expires === undefined && over === undefined)) return null;
  const first = over !== undefined && over.from > effective ? over.from : effective;
  const last = over !== undefined && (expires === undefined || over.to < expires) ? over.to : expires;
  return Math.max(0, readDay(last, "expires") + 1 - readDay(first, "effective"));
}

/** What a reader must know of time: steps shorter than the year of trade they are counted for, and the period. */
export function durationNotes(
  { steps, evaluate }: Scenario<string>,
  idle: ReadonlyMap<string, unknown>,
): readonly string[] {
  const { over } = evaluate;
  if (over !== undefined) {
    const days = readDay(over.to, "to") + 1 - readDay(over.from, "from");
    return [
      `Duties are the average of the ${days} days from ${over.from} to ${over.to}, each rate weighted by its days, on a whole year of trade.`,
    ];
  }
  return steps.flatMap((step) => {
    const days = daysInForce(step, evaluate);
    if (days === null || days >= daysOfYear || idle.has(step.id)) return [];
    const length = days === 1 ? "1 day" : `${days} days`;
    return [
      `Step ${step.id} is in force for ${length} (${step.dates.effective} to ${step.dates.expires}), but counts for a whole year of trade here: evaluate: { over: { from, to } } weights by days.`,
    ];
  });
}
