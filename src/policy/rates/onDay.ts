import type { IsoDate } from "../../internal/isoDate.js";
import { TariffError } from "../../internal/TariffError.js";
import type { Policy } from "../language/policy.js";
import type { Season, StepDates } from "../language/step.js";

/**
 * Why a step is not in force on a day, or that it is.
 *
 * @category Policy
 */
export type DayOutcome =
  | "applied"
  | "no-effective-date"
  | "not-yet-effective"
  | "expired"
  | "between-spells"
  | "out-of-season";

/** Whether a step is in force on a day. A season alone says when it is; it needs no first day. */
export function onDay(dates: StepDates, on: IsoDate): DayOutcome {
  const { effective, expires, spells, seasons } = dates;
  if (spells !== undefined) {
    const within = spells.some(({ from, to }) => from <= on && (to === undefined || on <= to));
    if (!within) return outsideSpells(spells, on);
  } else {
    if (effective === undefined && seasons === undefined) return "no-effective-date";
    if (effective !== undefined && on < effective) return "not-yet-effective";
    if (expires !== undefined && on > expires) return "expired";
  }
  if (seasons === undefined || seasons.some((season) => isIn(season, on))) return "applied";
  return "out-of-season";
}

function outsideSpells(spells: NonNullable<StepDates["spells"]>, on: IsoDate): DayOutcome {
  if (spells.every(({ from }) => on < from)) return "not-yet-effective";
  return spells.every(({ to }) => to !== undefined && to < on) ? "expired" : "between-spells";
}

/** Whether a day lies in a season, one that crosses the new year too. */
function isIn({ from, to }: Season, on: IsoDate): boolean {
  const day = on.slice(5);
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}

/** The day from which a step was known: announced, else signed, else in force. */
export const knownFrom = ({ announced, signed, effective, spells }: StepDates): IsoDate | undefined =>
  announced ?? signed ?? effective ?? spells?.[0]?.from;

/** Refuses a day for which a policy says that it does not answer. */
export function requireCovered({ covers }: Policy<string>, on: IsoDate | "any-date", path: string): void {
  if (covers === undefined || on === "any-date") return;
  if (covers.from <= on && (covers.to === undefined || on <= covers.to)) return;
  throw new TariffError({
    code: "outside-period",
    path,
    received: on,
    advice: `Ask for a day from ${covers.from}${covers.to === undefined ? " on" : ` to ${covers.to}`}: the policy does not answer for others.`,
  });
}
