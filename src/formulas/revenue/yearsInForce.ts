import { dayNumber, readDay, readYear } from "../../internal/dayNumber.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { isRecord } from "../../internal/isRecord.js";
import { requireList } from "../../internal/numericColumns.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireShare } from "../../internal/requireShare.js";
import { TariffError } from "../../internal/TariffError.js";
import { type DatedSteps, type PhaseIn, scheduleOf } from "./scheduleOf.js";

/**
 * The years that are counted: those of the calendar, or US fiscal years, which begin on 1 October of the year before.
 *
 * @category Revenue
 */
export type YearKind = "calendar" | "us-fiscal";

/**
 * What {@link yearsInForce} takes.
 *
 * @category Revenue
 */
export interface YearsInForceOptions {
  /** The first year that is counted, such as 2025. */
  readonly firstYear: number;
  /** The last year that is counted; it may be the first. */
  readonly lastYear: number;
  /** Calendar or US fiscal years. */
  readonly yearKind: YearKind;
  /**
   * In order of date, before the first entry nothing is in force; or a policy or scenario, whose steps must all be in
   * force on the same days: their spells and seasons are counted.
   */
  readonly schedule: readonly PhaseIn[] | DatedSteps;
}

/**
 * A year and the part of it for which a measure is in force.
 *
 * @category Revenue
 */
export interface YearInForce {
  /** The year, in the kind that was asked for. */
  readonly year: number;
  /** The days of the year, 365 or 366. */
  readonly days: number;
  /** The part of the year in force, 0 to 1. */
  readonly weight: number;
}

/**
 * The part of each year for which a measure is in force, counted in days.
 *
 * **Formula**: weight = sum over the days of the year of the share in force on that day, over the days of the year.
 *
 * **Result**: one entry for each year, its days (366 in a leap year) and its weight, 0 to 1.
 *
 * **Leaves out**: that trade has seasons: every day of a year counts the same.
 *
 * @throws TariffError when a date does not exist, the entries are out of order, a share lies outside 0 to 1, or the steps
 * of a policy have no date or different dates (`conflicting-dates`).
 *
 * @example A tariff from 4 March 2025, with its second half a year later
 * ```ts
 * import { yearsInForce } from "tariff-whatif/formulas";
 *
 * const years = yearsInForce({
 *   firstYear: 2025,
 *   lastYear: 2026,
 *   yearKind: "calendar",
 *   schedule: [
 *     { from: "2025-03-04", share: 0.5 },
 *     { from: "2026-03-04", share: 1 },
 *   ],
 * });
 * years.map(({ weight }) => (weight * 365).toFixed(1)); // => ["151.5", "334.0"]
 * ```
 * @category Revenue
 */
export function yearsInForce(options: YearsInForceOptions): readonly YearInForce[] {
  readOptions(options, "", ["firstYear", "lastYear", "yearKind", "schedule"]);
  const first = readYear(options.firstYear, "firstYear");
  const last = readYear(options.lastYear, "lastYear");
  const starts = yearStart(options.yearKind);
  if (last < first) throw outOfOrder("lastYear", last, "Pass a lastYear that is not before firstYear.");
  const schedule = isDatedSteps(options.schedule)
    ? scheduleOf(options.schedule, { firstYear: first, lastYear: last })
    : options.schedule;
  const entries = Array.from(requireList(schedule, "schedule"), (entry, k) => {
    readOptions(entry, `schedule[${k}]`, ["from", "share"]);
    return {
      from: readDay(entry.from, `schedule[${k}].from`),
      share: requireShare(entry.share, `schedule[${k}].share`),
    };
  });
  if (entries.length === 0) {
    throw new TariffError({
      code: "empty",
      path: "schedule",
      received: schedule,
      advice: 'Pass at least the date of entry into force: [{ from: "2025-02-01", share: 1 }].',
    });
  }
  entries.forEach(({ from }, k) => {
    if (k === 0 || from > entries[k - 1]!.from) return;
    throw outOfOrder(`schedule[${k}].from`, schedule[k]!.from, "List the dates in order, each once.");
  });
  return deepFreeze(
    Array.from({ length: last - first + 1 }, (_, k) => {
      const start = starts(first + k);
      const end = starts(first + k + 1);
      const days = entries.reduce((sum, { from, share }, e) => {
        const until = Math.min(entries[e + 1]?.from ?? end, end);
        return sum + share * Math.max(0, until - Math.max(from, start));
      }, 0);
      return { year: first + k, days: end - start, weight: days / (end - start) };
    }),
  );
}

function isDatedSteps(schedule: unknown): schedule is DatedSteps {
  return isRecord(schedule) && "steps" in schedule;
}

function yearStart(kind: unknown): (year: number) => number {
  if (kind === "calendar") return (year) => dayNumber(year, 1, 1);
  if (kind === "us-fiscal") return (year) => dayNumber(year - 1, 10, 1);
  throw new TariffError({
    code: "out-of-range",
    path: "yearKind",
    received: kind,
    advice: 'Pass "calendar" or "us-fiscal".',
  });
}

function outOfOrder(path: string, received: unknown, advice: string): TariffError {
  return new TariffError({ code: "dates-out-of-order", path, received, advice });
}
