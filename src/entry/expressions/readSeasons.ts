import {
  type Cursor,
  eat,
  isDigit,
  isLetter,
  NotUnderstood,
  next,
  readNumber,
  readWord,
  shown,
} from "./cursor.js";
import type { DaysOfYear } from "./dutyExpression.js";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day that comes next: "01 JUL", and the month of "01-31 DEC" which stands at the second day only. */
function readDayOfYear(cursor: Cursor): { day: number; month: number | undefined } {
  if (!isDigit(next(cursor))) throw new NotUnderstood(`a day of the year is missing before ${shown(cursor)}`);
  const day = Number(readNumber(cursor));
  if (!isLetter(next(cursor))) return { day, month: undefined };
  const word = readWord(cursor).toLowerCase();
  const month = word.length < 3 ? -1 : months.findIndex((name) => word.startsWith(name));
  if (month < 0) throw new NotUnderstood(`no month: ${word}`);
  return { day, month };
}

function write(day: number, month: number): string {
  if (day < 1 || day > (lengths[month] as number) || !Number.isInteger(day))
    throw new NotUnderstood(`no day of the year: ${day} ${(months[month] as string).toUpperCase()}`);
  return `${String(month + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Spells of days in parentheses: "(01 JAN-31 MAR, 01 DEC-31 DEC)". */
export function readSpells(cursor: Cursor): readonly DaysOfYear[] {
  const spells: DaysOfYear[] = [];
  do {
    const first = readDayOfYear(cursor);
    if (!eat(cursor, "-") && !eat(cursor, "–"))
      throw new NotUnderstood(`the last day is missing before ${shown(cursor)}`);
    const last = readDayOfYear(cursor);
    if (last.month === undefined) throw new NotUnderstood(`a month is missing before ${shown(cursor)}`);
    spells.push({ from: write(first.day, first.month ?? last.month), to: write(last.day, last.month) });
  } while (eat(cursor, ","));
  if (!eat(cursor, ")")) throw new NotUnderstood(`a parenthesis is not closed before ${shown(cursor)}`);
  return spells;
}
