import { readDay } from "../internal/dayNumber.js";
import type { IsoDate } from "../internal/isoDate.js";
import type { Step, StepDates } from "../policy/language/step.js";
import { onDay } from "../policy/rates/onDay.js";
import type { Evaluation } from "../policy/rates/readQuery.js";
import { areSuccessive } from "../policy/rates/refuseSuccessive.js";
import { spellsOf } from "../policy/rates/spellsOf.js";
import type { Scenario } from "../scenario/scenario.js";

const daysOfYear = 365;
/** Steps on the same goods that are compared with one another. */
const mostCompared = 200;

/** The runs of days of a step, those of its seasons not yet taken out. */
function runsOf({ effective, expires, spells, seasons }: StepDates): NonNullable<StepDates["spells"]> {
  if (spells !== undefined) return spells;
  // A season alone says when a step is in force: it has always begun.
  const from = effective ?? (seasons === undefined ? undefined : ("0001-01-01" as IsoDate));
  return from === undefined ? [] : [{ from, ...(expires === undefined ? {} : { to: expires }) }];
}

/**
 * The days on which a step is in force: those of the period that was asked for, or else from its first to its last day;
 * spells and seasons count the days that are in them. Null where it has no first day or, without a period, no last one.
 */
export function daysInForce(step: Step, { over }: Evaluation): number | null {
  const { dates } = step;
  const runs = runsOf(dates);
  const unending = runs.at(-1)?.to === undefined || (dates.effective ?? dates.spells) === undefined;
  if (runs.length === 0 || (over === undefined && unending)) return null;
  return runs.reduce((sum, { from, to }) => {
    const first = over !== undefined && over.from > from ? over.from : from;
    const last = over !== undefined && (to === undefined || over.to < to) ? over.to : (to as IsoDate);
    if (last < first) return sum;
    if (dates.seasons === undefined) return sum + readDay(last, "to") + 1 - readDay(first, "from");
    const inSeason = spellsOf([step], { from: first, to: last }).filter(
      ({ on }) => onDay(dates, on) === "applied",
    );
    return inSeason.reduce((days, spell) => days + spell.days, sum);
  }, 0);
}

/** All steps that count where a scenario is looked at: those inside a split too. */
function countedSteps(
  steps: readonly Step[],
  on: IsoDate | "any-date" | undefined,
  idle: ReadonlyMap<string, unknown>,
): readonly Step[] {
  return steps.flatMap((step) => {
    if (idle.has(step.id)) return [];
    if (on !== undefined && on !== "any-date" && onDay(step.dates, on) !== "applied") return [];
    return step.operator === "split"
      ? [step, ...countedSteps([...step.first, ...step.rest], on, idle)]
      : [step];
  });
}

/** When a step is in force and for how long, where that is less than the year it counts for. */
function shorterThanAYear(step: Step, evaluate: Evaluation): string | undefined {
  const { dates } = step;
  const days = daysInForce(step, evaluate);
  if (days !== null && days < daysOfYear) {
    const runs = runsOf(dates).map(({ from, to }) => `${from} to ${to}`);
    const shown = runs.length > 3 ? [...runs.slice(0, 2), "...", runs.at(-1)] : runs;
    return `${days === 1 ? "1 day" : `${days} days`} (${shown.join(", ")})`;
  }
  const { seasons } = dates;
  // 2023 stands for a year of 365 days.
  const year = { over: { from: "2023-01-01", to: "2023-12-31" }, statuses: evaluate.statuses } as Evaluation;
  const ofYear = seasons === undefined ? null : daysInForce({ ...step, dates: { seasons } } as Step, year);
  if (seasons === undefined || ofYear === null || ofYear >= daysOfYear) return undefined;
  return `${ofYear} days of every year (${seasons.map(({ from, to }) => `${from} to ${to}`).join(", ")})`;
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
  const counted = countedSteps(steps, evaluate.on, idle);
  const short = counted.flatMap((step) => {
    const length = shorterThanAYear(step, evaluate);
    return length === undefined
      ? []
      : [
          `Step ${step.id} is in force for ${length}, but counts for a whole year of trade here: evaluate: { over: { from, to } } weights by days.`,
        ];
  });
  return evaluate.on === "any-date" ? [...short, ...addedUp(counted)] : short;
}

/**
 * Without a date every step counts: rates of one authority on the same goods that follow one another add up. Those of one
 * measure are refused; without a measure they may be meant apart, and the reader is told.
 */
function addedUp(steps: readonly Step[]): readonly string[] {
  const alike = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.operator !== "add") continue;
    const { authority, importers, exporters, products } = step;
    const key = JSON.stringify([authority, importers, exporters, products]);
    alike.set(key, [...(alike.get(key) ?? []), step]);
  }
  return [...alike.values()].flatMap((all) => {
    const group = all.slice(0, mostCompared);
    const named = group.filter((step) => group.some((other) => other !== step && areSuccessive(step, other)));
    if (named.length === 0) return [];
    const ids = named.slice(0, 10).map(({ id }) => id);
    return [
      `Steps ${ids.join(", ")} charge the same goods one after another, and no day has all of them, but are added up here: ask for a date or a period, or give them one measure.`,
    ];
  });
}
