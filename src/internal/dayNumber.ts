import { type IsoDate, readDate } from "./isoDate.js";
import { TariffError } from "./TariffError.js";

const daysOf400Years = 146_097;

/** Days since 1 January 1970 in the Gregorian calendar, 400 years up and down: `Date.UTC` reads 25 as 1925. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year + 400, month - 1, day) / 86_400_000 - daysOf400Years;
}

/** Reads a calendar date such as "2025-02-01" and returns its day number. */
export function readDay(text: unknown, path: string): number {
  const [year, month, day] = readDate(text, path).split("-").map(Number) as [number, number, number];
  return dayNumber(year, month, day);
}

/** The date of a day number. */
export function dateOf(day: number): IsoDate {
  let year = 1970 + Math.floor(day / 365.2425);
  if (dayNumber(year, 1, 1) > day) year -= 1;
  if (dayNumber(year + 1, 1, 1) <= day) year += 1;
  let month = 12;
  while (dayNumber(year, month, 1) > day) month -= 1;
  const pad = (value: number, length: number): string => String(value).padStart(length, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day - dayNumber(year, month, 1) + 1, 2)}` as IsoDate;
}

/** Reads a calendar year. */
export function readYear(value: unknown, path: string): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 1583 && value <= 9998) return value;
  throw new TariffError({
    code: "not-a-year",
    path,
    received: value,
    advice: "Pass a whole year such as 2025.",
  });
}

const partsOf = (monthAndDay: string) => monthAndDay.split("-").map(Number) as [month: number, day: number];

/** The day on which a season begins, as month and day (`"12-01"`); 29 February is 1 March in years that lack it. */
export function firstDayInYear(year: number, monthAndDay: string): number {
  return dayNumber(year, ...partsOf(monthAndDay));
}

/** The last day of a season; 29 February is the last of February in years that lack it. */
export function lastDayInYear(year: number, monthAndDay: string): number {
  const [month, day] = partsOf(monthAndDay);
  return Math.min(dayNumber(year, month, day), dayNumber(year, month + 1, 1) - 1);
}
