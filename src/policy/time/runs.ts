import { dateOf, readDay } from "../../internal/dayNumber.js";
import type { IsoDate } from "../../internal/isoDate.js";
import type { Policy } from "../language/policy.js";
import { spellsOf } from "../rates/spellsOf.js";
import { type DayState, haveSameRates, type PeriodQuery, readPeriodQuery } from "./periodQuery.js";

/** Days in a row with the same rates. */
export interface Run {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
  /** The state of its first days. */
  readonly first: DayState;
  /** The state of its last days: the rates are the same, but another act may have taken over. */
  readonly last: DayState;
}

/** The runs of a period, in order, without gaps. */
export function runsOf(policy: Policy, query: PeriodQuery): readonly Run[] {
  const stateOn = readPeriodQuery(policy, query);
  const runs: Run[] = [];
  for (const { on, days } of spellsOf(policy.steps, query)) {
    const state = stateOn(on);
    const to = dateOf(readDay(on, "from") + days - 1);
    const before = runs.at(-1);
    if (before !== undefined && haveSameRates(before.last, state)) {
      runs[runs.length - 1] = { ...before, to, days: before.days + days, last: state };
    } else runs.push({ from: on, to, days, first: state, last: state });
  }
  return runs;
}
