import type { DecimalText } from "../../exact/decimal.js";

/** A place in a text that is being read. */
export interface Cursor {
  readonly text: string;
  at: number;
}

/** Why a text is not understood; it is caught where the text was handed in, and becomes the reason. */
export class NotUnderstood {
  constructor(readonly reason: string) {}
}

const isSpace = (code: number) => code === 32 || code === 160 || code === 9 || code === 10 || code === 13;
export const isDigit = (code: number) => code >= 48 && code <= 57;
export const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

export function skipSpace(cursor: Cursor): void {
  while (isSpace(cursor.text.charCodeAt(cursor.at))) cursor.at += 1;
}

/** The code of the next character that is no space; NaN at the end. */
export function next(cursor: Cursor): number {
  skipSpace(cursor);
  return cursor.text.charCodeAt(cursor.at);
}

export const atEnd = (cursor: Cursor): boolean => Number.isNaN(next(cursor));

/** Passes a sign if it comes next. */
export function eat(cursor: Cursor, sign: string): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== sign) return false;
  cursor.at += 1;
  return true;
}

/** Passes words if they come next, in any case. */
export function eatWords(cursor: Cursor, words: string): boolean {
  // Most words do not come next: one letter in lower case tells.
  if ((next(cursor) | 32) !== words.charCodeAt(0)) return false;
  const start = cursor.at;
  for (const word of words.split(" ")) {
    skipSpace(cursor);
    const end = cursor.at + word.length;
    if (cursor.text.slice(cursor.at, end).toLowerCase() !== word || isLetter(cursor.text.charCodeAt(end))) {
      cursor.at = start;
      return false;
    }
    cursor.at = end;
  }
  return true;
}

/** The next word: letters and full stops, and the 2 or 3 of m2 and m3. */
export function readWord(cursor: Cursor): string {
  skipSpace(cursor);
  const { text } = cursor;
  const start = cursor.at;
  let at = start;
  while (isLetter(text.charCodeAt(at)) || text[at] === ".") at += 1;
  if (at === start + 1 && text[start] === "m" && "23²³".includes(text[at] ?? " ")) at += 1;
  cursor.at = at;
  return text.slice(start, at);
}

/** What comes next, for a reason. */
export const shown = (cursor: Cursor): string => {
  const rest = cursor.text.slice(cursor.at).trim();
  return rest === "" ? "the end" : `"${rest.length > 40 ? `${rest.slice(0, 39)}…` : rest}"`;
};

/** Digits with so many places as the shortest decimal text. */
export function decimalText(digits: string, places: number): DecimalText {
  const padded = digits.padStart(places + 1, "0");
  let [start, end] = [0, padded.length];
  const point = end - places;
  while (end > point && padded[end - 1] === "0") end -= 1;
  while (start < point - 1 && padded[start] === "0") start += 1;
  const whole = padded.slice(start, point);
  return (end === point ? whole : `${whole}.${padded.slice(point, end)}`) as DecimalText;
}

/** More digits than any rate has. */
const mostDigits = 30;

/** The digits of a number, and how many of them stand behind the point. */
export interface Digits {
  readonly digits: string;
  readonly places: number;
}

const endOfDigits = (text: string, from: number): number => {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
};

/**
 * Reads a number: digits, perhaps in groups of three (1,024.00), perhaps with places. A comma that groups nothing
 * (6,8) is a decimal comma or a slip of the pen: it is not guessed at.
 */
export function readDigits(cursor: Cursor): Digits {
  skipSpace(cursor);
  const { text } = cursor;
  const start = cursor.at;
  let at = endOfDigits(text, start);
  if (at === start) throw new NotUnderstood(`a number is missing before ${shown(cursor)}`);
  let digits = text.slice(start, at);
  while (text[at] === "," && isDigit(text.charCodeAt(at + 1))) {
    const end = endOfDigits(text, at + 1);
    if (end - at !== 4 || (digits.length === at - start && at - start > 3) || digits[0] === "0")
      throw new NotUnderstood(`a comma that groups no thousands: ${text.slice(start, end)}`);
    digits += text.slice(at + 1, end);
    at = end;
  }
  let places = 0;
  if (text[at] === "." && isDigit(text.charCodeAt(at + 1))) {
    const end = endOfDigits(text, at + 1);
    places = end - at - 1;
    digits += text.slice(at + 1, end);
    at = end;
  }
  if (digits.length > mostDigits) throw new NotUnderstood("a number of more than 30 digits");
  cursor.at = at;
  return { digits, places };
}

/** Reads a number as the shortest decimal text. */
export function readNumber(cursor: Cursor): DecimalText {
  const { digits, places } = readDigits(cursor);
  return decimalText(digits, places);
}
