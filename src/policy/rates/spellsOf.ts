import { groups } from "../../economies/groups.js";
import { dateOf, firstDayInYear, lastDayInYear, readDay } from "../../internal/dayNumber.js";
import type { IsoDate } from "../../internal/isoDate.js";
import type { Season, Step } from "../language/step.js";

/** Days in which nothing changes: the first of them, and how many there are. */
export interface Spell {
  readonly on: IsoDate;
  readonly days: number;
}

/** The spells of a period: cut where a step begins or ends, and where a group gains or loses a member. */
export function spellsOf(
  steps: readonly Step[],
  { from, to }: { from: IsoDate; to: IsoDate },
): readonly Spell[] {
  const [first, end] = [readDay(from, "from"), readDay(to, "to") + 1];
  const cuts = new Set([first]);
  const cut = (date: IsoDate | null | undefined, later: 0 | 1): void => {
    if (date === undefined || date === null) return;
    cutDay(readDay(date, "dates") + later);
  };
  const cutDay = (day: number): void => {
    if (day > first && day < end) cuts.add(day);
  };
  const [firstYear, lastYear] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const cutSeason = (season: Season): void => {
    for (let year = firstYear; year <= lastYear; year++) {
      cutDay(firstDayInYear(year, season.from));
      cutDay(lastDayInYear(year, season.to) + 1);
    }
  };
  const visit = (list: readonly Step[]): void => {
    for (const step of list) {
      cut(step.dates.effective, 0);
      cut(step.dates.expires, 1);
      for (const spell of step.dates.spells ?? []) {
        cut(spell.from, 0);
        cut(spell.to, 1);
      }
      for (const season of step.dates.seasons ?? []) cutSeason(season);
      if (step.operator === "split") {
        visit(step.first);
        visit(step.rest);
      }
    }
  };
  visit(steps);
  for (const group of Object.values(groups)) {
    for (const member of group.members) {
      cut(member.from, 0);
      cut(member.until, 1);
    }
  }
  const days = [...cuts].sort((left, right) => left - right);
  return days.map((day, at) => ({ on: dateOf(day), days: (days[at + 1] ?? end) - day }));
}
