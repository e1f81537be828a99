import { dateOf, dayNumber, firstDayInYear, lastDayInYear, readDay } from "../../internal/dayNumber.js";
import type { IsoDate } from "../../internal/isoDate.js";
import { isRecord } from "../../internal/isRecord.js";
import { requireList } from "../../internal/numericColumns.js";
import { readOptions } from "../../internal/readOptions.js";
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
  /** The steps that are counted as one measure: all, those inside a split too, must be in force on the same days. */
  readonly steps: readonly {
    /** The identifier of the step. */
    readonly id: string;
    /** Its first and its last day, or its spells, and its seasons. */
    readonly dates: {
      readonly effective?: IsoDate | undefined;
      readonly expires?: IsoDate | undefined;
      readonly spells?: readonly { readonly from: IsoDate; readonly to?: IsoDate | undefined }[] | undefined;
      readonly seasons?:
        | readonly { readonly from: `${number}-${number}`; readonly to: `${number}-${number}` }[]
        | undefined;
    };
  }[];
}

/** Days from the first to the day before `end`. */
interface Run {
  readonly from: number;
  readonly end: number;
}

/** When a step is in force: its runs of days, and the parts of every year in which they count. */
interface Timing {
  readonly id: string;
  readonly runs: readonly Run[];
  readonly seasons: readonly (readonly [from: string, to: string])[] | undefined;
}

/**
 * The days of some years on which the steps of a policy are in force, as a schedule; one share stands for all, so all must
 * agree.
 */
export function scheduleOf(
  { steps }: DatedSteps,
  { firstYear, lastYear }: { readonly firstYear: number; readonly lastYear: number },
): readonly PhaseIn[] {
  const [first, ...others] = Array.from(requireList(steps, "schedule.steps"), (step, index) =>
    readSteps(step, `schedule.steps[${index}]`),
  ).flat();
  if (first === undefined) {
    throw new TariffError({
      code: "empty",
      path: "schedule.steps",
      received: steps,
      advice: "Pass a policy with at least one step.",
    });
  }
  const daysOf = ({ runs, seasons }: Timing) => JSON.stringify([runs, seasons]);
  for (const other of others) {
    if (daysOf(other) === daysOf(first)) continue;
    throw new TariffError({
      code: "conflicting-dates",
      path: `schedule.steps.${other.id}`,
      received: [first.id, other.id],
      advice: `Pass steps that are in force on the same days, each group with its own annual revenue: ${first.id} and ${other.id} are not. Or value each year with evaluate: { over: { from, to } }.`,
    });
  }
  const phases = runsIn(first, firstYear, lastYear).flatMap(({ from, end }): PhaseIn[] => [
    { from: dateOf(from), share: 1 },
    ...(end === Number.POSITIVE_INFINITY ? [] : [{ from: dateOf(end), share: 0 }]),
  ]);
  // Where a season ends on the day before the next begins there is no change.
  const changes = phases.filter(
    ({ from }, k) => from !== phases[k - 1]?.from && from !== phases[k + 1]?.from,
  );
  return changes.length > 0 ? changes : [{ from: dateOf(dayNumber(firstYear, 1, 1)), share: 0 }];
}

/** The runs of days, in order and apart, with the seasons taken out of them. */
function runsIn({ runs, seasons }: Timing, firstYear: number, lastYear: number): readonly Run[] {
  if (seasons === undefined) return runs;
  const found: Run[] = [];
  for (let year = Math.max(1, firstYear - 2); year <= Math.min(lastYear, 9998); year++) {
    for (const [from, to] of seasons) {
      const start = firstDayInYear(year, from);
      const end = lastDayInYear(from <= to ? year : year + 1, to) + 1;
      for (const run of runs) {
        const part = { from: Math.max(run.from, start), end: Math.min(run.end, end) };
        if (part.from < part.end) found.push(part);
      }
    }
  }
  const apart: Run[] = [];
  for (const run of found.sort((left, right) => left.from - right.from)) {
    const last = apart.at(-1);
    if (last === undefined || run.from > last.end) apart.push(run);
    else apart[apart.length - 1] = { from: last.from, end: Math.max(last.end, run.end) };
  }
  return apart;
}

/** A step and those inside it. */
function readSteps(step: unknown, path: string): readonly Timing[] {
  if (!isRecord(step) || typeof step.id !== "string" || !isRecord(step.dates)) {
    throw new TariffError({
      code: "wrong-type",
      path,
      received: step,
      advice: "Pass the steps of a policy or a scenario, each with its id and dates.",
    });
  }
  const inside = (["first", "rest"] as const).flatMap((part) =>
    step[part] === undefined
      ? []
      : Array.from(requireList(step[part] as readonly unknown[], `${path}.${part}`), (one, at) =>
          readSteps(one, `${path}.${part}[${at}]`),
        ).flat(),
  );
  return [readTiming(step.id, step.dates, `${path}.dates`), ...inside];
}

function readTiming(id: string, dates: Readonly<Record<string, unknown>>, path: string): Timing {
  const { effective, expires, spells, seasons } = dates;
  if (effective === undefined && spells === undefined && seasons === undefined) {
    throw new TariffError({
      code: "missing-key",
      path: `${path}.effective`,
      received: id,
      advice: `Give step ${id} its first day: without one, no part of a year is known.`,
    });
  }
  const runOf = (from: unknown, to: unknown, [first, last]: readonly [string, string]): Run => ({
    // A season alone says when a step is in force: it has always begun.
    from: from === undefined ? Number.NEGATIVE_INFINITY : readDay(from, `${path}.${first}`),
    end: to === undefined ? Number.POSITIVE_INFINITY : readDay(to, `${path}.${last}`) + 1,
  });
  const runs =
    spells === undefined
      ? [runOf(effective, expires, ["effective", "expires"])]
      : Array.from(requireList(spells as readonly unknown[], `${path}.spells`), (spell, at) => {
          const { from, to } = readOptions(
            spell as { from: unknown; to?: unknown },
            `${path}.spells[${at}]`,
            ["from"],
            ["to"],
          );
          return runOf(from, to, [`spells[${at}].from`, `spells[${at}].to`]);
        });
  return {
    id,
    runs,
    seasons:
      seasons === undefined
        ? undefined
        : Array.from(requireList(seasons as readonly unknown[], `${path}.seasons`), (season, at) => {
            const here = `${path}.seasons[${at}]`;
            const { from, to } = readOptions(season as { from: unknown; to: unknown }, here, ["from", "to"]);
            // 2000 was a leap year, so 29 February is a day of it.
            readDay(`2000-${from}`, `${here}.from`);
            readDay(`2000-${to}`, `${here}.to`);
            return [from as string, to as string] as const;
          }),
  };
}
