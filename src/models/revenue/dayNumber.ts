import { TariffError } from "../../internal/TariffError.js";

/** Days since 1 January 1970 in the Gregorian calendar. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / 86_400_000);
}

/** Reads a calendar date such as "2025-02-01" and returns its day number. */
export function readDay(text: unknown, path: string): number {
  const parts = typeof text === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  if (parts !== null) {
    const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    const number = dayNumber(year, month, day);
    const back = new Date(number * 86_400_000);
    if (back.getUTCMonth() === month - 1 && back.getUTCDate() === day) return number;
  }
  throw new TariffError({
    code: "not-a-date",
    path,
    received: text,
    advice: 'Pass a date that exists, such as "2025-02-01".',
  });
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
