import { dateOf, readDay } from "../../internal/dayNumber.js";
import type { IsoDate } from "../../internal/isoDate.js";
import { isRecord } from "../../internal/isRecord.js";
import { requireList } from "../../internal/numericColumns.js";
import { TariffError } from "../../internal/TariffError.js";

/**
 * From a date on, the share of a measure that is in force, until the next entry.
 *
 * @category Revenue
 */
export interface PhaseIn {
  /** The first day, such as `"2025-02-01"`; days are those of the Gregorian calendar. */
  readonly from: IsoDate;
  /** The share in force from that day on, 0 to 1; 0 ends the measure. */
  readonly share: number;
}

/**
 * Steps with their dates: a policy or a scenario is one.
 *
 * @category Revenue
 */
export interface DatedSteps {
  /** The steps that are counted as one measure: all must be in force on the same days. */
  readonly steps: readonly {
    /** The identifier of the step. */
    readonly id: string;
    /** Its first and its last day. */
    readonly dates: { readonly effective?: IsoDate | undefined; readonly expires?: IsoDate | undefined };
  }[];
}

/** The days on which the steps of a policy are in force, as a schedule; one share stands for all, so all must agree. */
export function scheduleOf({ steps }: DatedSteps): readonly PhaseIn[] {
  const [first, ...others] = Array.from(requireList(steps, "schedule.steps"), readStep);
  if (first === undefined) {
    throw new TariffError({
      code: "empty",
      path: "schedule.steps",
      received: steps,
      advice: "Pass a policy with at least one step.",
    });
  }
  for (const { id, from, end } of others) {
    if (from === first.from && end === first.end) continue;
    throw new TariffError({
      code: "conflicting-dates",
      path: `schedule.steps.${id}`,
      received: [first.id, id],
      advice: `Pass steps that are in force on the same days, each group with its own annual revenue: ${first.id} and ${id} are not. Or value each year with evaluate: { over: { from, to } }.`,
    });
  }
  const begin: PhaseIn = { from: dateOf(first.from), share: 1 };
  return first.end === undefined ? [begin] : [begin, { from: dateOf(first.end), share: 0 }];
}

function readStep(step: unknown, index: number): { id: string; from: number; end: number | undefined } {
  const path = `schedule.steps[${index}]`;
  if (!isRecord(step) || typeof step.id !== "string" || !isRecord(step.dates)) {
    throw new TariffError({
      code: "wrong-type",
      path,
      received: step,
      advice: "Pass the steps of a policy or a scenario, each with its id and dates.",
    });
  }
  const { effective, expires } = step.dates;
  if (effective === undefined) {
    throw new TariffError({
      code: "missing-key",
      path: `${path}.dates.effective`,
      received: step.id,
      advice: `Give step ${step.id} its first day: without one, no part of a year is known.`,
    });
  }
  const from = readDay(effective, `${path}.dates.effective`);
  const last = expires === undefined ? undefined : readDay(expires, `${path}.dates.expires`);
  return { id: step.id, from, end: last === undefined ? undefined : last + 1 };
}
