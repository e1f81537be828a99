import type { IsoDate } from "../../internal/isoDate.js";
import { TariffError } from "../../internal/TariffError.js";
import type { Season, Step } from "../language/step.js";
import { onDay } from "./onDay.js";

/** Whether one step ends before the other begins, so that no day has both. */
export function areSuccessive({ dates: one }: Step, { dates: other }: Step): boolean {
  const endsBefore = (first: Step["dates"], second: Step["dates"]) =>
    first.expires !== undefined && second.effective !== undefined && first.expires < second.effective;
  return endsBefore(one, other) || endsBefore(other, one) || haveNoDayInCommon(one, other);
}

/** Whether two steps have seasons, or spells, of which no day is in both. */
function haveNoDayInCommon(one: Step["dates"], other: Step["dates"]): boolean {
  const [first, second] = [one.seasons, other.seasons];
  if (first !== undefined && second !== undefined) {
    // Two runs of days meet if and only if the first day of one lies in the other.
    const starts = [...first, ...second].map(({ from }) => `2000-${from}` as IsoDate);
    const isIn = (seasons: readonly Season[], day: IsoDate) => onDay({ seasons }, day) === "applied";
    if (!starts.some((day) => isIn(first, day) && isIn(second, day))) return true;
  }
  const runs = ({ spells, effective, expires }: Step["dates"]) =>
    spells ?? (effective === undefined ? undefined : [{ from: effective, ...(expires && { to: expires }) }]);
  const [mine, others] = [runs(one), runs(other)];
  if (mine === undefined || others === undefined) return false;
  return mine.every((a) =>
    others.every((b) => (a.to !== undefined && a.to < b.from) || (b.to !== undefined && b.to < a.from)),
  );
}

/** Steps of one measure and authority of which no day has both: successive rates, which never add up. No step follows itself. */
export function isSuccessorOf(step: Step, other: Step): boolean {
  return (
    step.measure !== undefined &&
    step.measure === other.measure &&
    "authority" in step &&
    "authority" in other &&
    step.authority === other.authority &&
    areSuccessive(step, other)
  );
}

/** Refuses a question without a date where one measure has successive rates: whichever is meant, the sum is not. */
export function refuseSuccessive(step: Step, others: readonly Step[]): void {
  const named = [step, ...others];
  const dated = named.map(({ id, dates }) => `${id} (${timeOf(dates)})`);
  const { effective, expires, spells } = step.dates;
  const day = effective ?? expires ?? spells?.[0]?.from;
  throw new TariffError({
    code: "successive-rates",
    path: `steps.${step.id}`,
    received: dated.join(", "),
    advice: `Ask for a date instead of "any-date"${day === undefined ? "" : `, for example ${day}`}: these rates of ${step.measure} follow one another and do not add up.`,
  });
}

/** When a step is in force, in words. */
function timeOf({ effective, expires, spells, seasons }: Step["dates"]): string {
  const runs = spells ?? [{ from: effective, to: expires }];
  const first = runs[0];
  const [from, to] = [first?.from, runs.at(-1)?.to];
  const ofYear = seasons?.map((season) => `${season.from} to ${season.to}`).join(", ");
  if (ofYear !== undefined && from === undefined && to === undefined) return `every year ${ofYear}`;
  return `${from ?? "..."} to ${to ?? "..."}${ofYear === undefined ? "" : `, every year ${ofYear}`}`;
}
