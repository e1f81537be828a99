/** A year, and the part of it. */
export interface YearAndPeriod {
  readonly year: number;
  readonly period: string | null;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Reads `2024`, `2024-01`, `202401`, `January 2024`, and a day as its month; anything else is no year and no month. */
export function readYear(cell: string): YearAndPeriod | undefined {
  const text = cell.trim();
  if (/^\d{4}(\.0)?$/.test(text)) return checked(text.slice(0, 4), null);
  const digits = /^(\d{4})(?:-?(\d{2})|-(\d{2})-(?:0[1-9]|[12]\d|3[01]))$/.exec(text);
  if (digits !== null) return checked(digits[1] as string, (digits[2] ?? digits[3]) as string);
  const words = /^([A-Za-z]{3})[a-z]*\.? (\d{4})$/.exec(text);
  if (words === null) return undefined;
  const month = months.indexOf((words[1] as string).toLowerCase()) + 1;
  return month === 0 ? undefined : checked(words[2] as string, String(month).padStart(2, "0"));
}

function checked(year: string, month: string | null): YearAndPeriod | undefined {
  const number = Number(year);
  if (number < 1900 || number > 2100) return undefined;
  if (month === null) return { year: number, period: null };
  return Number(month) >= 1 && Number(month) <= 12 ? { year: number, period: `${year}-${month}` } : undefined;
}
