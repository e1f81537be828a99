import { TariffError } from "./TariffError.js";

/**
 * A calendar date such as `"2025-02-01"`.
 *
 * @category Policy
 */
export type IsoDate = `${number}-${number}-${number}`;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads a calendar date; such texts compare in the order of time. The 30th of February is refused. */
export function readDate(text: unknown, path: string): IsoDate {
  const match = typeof text === "string" && text.length === 10 ? form.exec(text) : null;
  if (match) {
    const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const last = month === 2 && leap ? 29 : (lengths[month - 1] ?? 0);
    if (day >= 1 && day <= last) return text as IsoDate;
  }
  throw new TariffError({
    code: typeof text === "string" ? "not-a-date" : "wrong-type",
    path,
    received: text,
    advice: 'Write a calendar date as year-month-day, for example "2025-02-01".',
  });
}
