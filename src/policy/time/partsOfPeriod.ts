import { dateOf, dayNumber, readDay } from "../../internal/dayNumber.js";
import { type IsoDate, readDate } from "../../internal/isoDate.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";

/**
 * What an average is taken over: the whole period, days, months, quarters, years of the calendar, or fiscal years that
 * begin on a day of every year, as month and day.
 *
 * @category Policy
 */
export type PartsOfTime =
  | "period"
  | "day"
  | "month"
  | "quarter"
  | "year"
  | {
      /** The first day of a fiscal year: `"10-01"` for the United States, `"04-06"` for the United Kingdom. */
      readonly yearFrom: `${number}-${number}`;
    };

interface Part {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Divides a period where its parts begin. */
export function partsOfPeriod({ from, to }: Part, per: PartsOfTime): readonly Part[] {
  if (per === "period") return [{ from, to }];
  const [first, last] = [readDay(from, "from"), readDay(to, "to")];
  const starts = [first, ...startsOf(per, first, last).filter((day) => day > first && day <= last)];
  return starts.map((day, at) => ({ from: dateOf(day), to: dateOf((starts[at + 1] ?? last + 1) - 1) }));
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

function startsOf(per: Exclude<PartsOfTime, "period">, first: number, last: number): readonly number[] {
  if (per === "day") return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const years = { from: Number(dateOf(first).slice(0, 4)), to: Number(dateOf(last).slice(0, 4)) };
  const starts: number[] = [];
  if (typeof per === "string" && Object.hasOwn(monthsOf, per)) {
    for (let year = years.from; year <= years.to; year++) {
      for (let month = 1; month <= 12; month += monthsOf[per]) starts.push(dayNumber(year, month, 1));
    }
    return starts;
  }
  if (typeof per !== "object" || per === null) {
    throw new TariffError({
      code: "wrong-type",
      path: "per",
      received: per,
      advice: 'Give "period", "day", "month", "quarter", "year", or { yearFrom: "10-01" } for fiscal years.',
    });
  }
  const { yearFrom } = readOptions(per, "per", ["yearFrom"]);
  // No fiscal year begins on 29 February: three years in four would have no first day.
  readDate(`2001-${String(yearFrom)}`, "per.yearFrom");
  const [month, day] = yearFrom.split("-").map(Number) as [number, number];
  for (let year = years.from; year <= years.to; year++) starts.push(dayNumber(year, month, day));
  return starts;
}
