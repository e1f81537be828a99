import type { DecimalText } from "../../exact/decimal.js";
import {
  type Cursor,
  type Digits,
  decimalText,
  eat,
  eatWords,
  isDigit,
  isLetter,
  NotUnderstood,
  next,
  readDigits,
  readNumber,
  readWord,
  shown,
} from "./cursor.js";
import type { AdValoremDuty, DutyComponent, SpecificDuty } from "./dutyExpression.js";
import { readPart } from "./readPhrase.js";
import { type PerUnit, readMeasured, readUnit } from "./readUnit.js";

const signs: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP" };

/** Amounts of the Union's tariff that stand in its annexes; an R marks the reduced amount. */
const referred = ["EA", "EAR", "ADSZ", "ADSZR", "ADFM", "ADFMR"];

/** A per cent sign, or the words. */
const eatPercent = (cursor: Cursor) =>
  eat(cursor, "%") || eatWords(cursor, "per cent") || eatWords(cursor, "percent");

const onPart = (cursor: Cursor): Pick<AdValoremDuty, "of" | "ifAny"> =>
  eatWords(cursor, "on") ? readPart(cursor) : {};

/** The currency behind a number: a sign, or three capital letters. */
function readCurrency(cursor: Cursor): string | undefined {
  const sign = signs[cursor.text[cursor.at] ?? ""];
  if (sign !== undefined) {
    cursor.at += 1;
    return sign;
  }
  const start = cursor.at;
  const word = readWord(cursor);
  const bound = word === "MIN" || word === "MAX";
  if (word.length === 3 && !bound && word === word.toUpperCase() && !word.includes(".")) return word;
  cursor.at = start;
  return undefined;
}

/** The unit of an amount: "/kg", "per kg", "each", "for each other piece or part". */
function readPer(cursor: Cursor): PerUnit {
  const pieces = (measuredOn?: string): PerUnit => ({
    per: "piece",
    perQuantity: "1",
    inBaseUnits: { quantity: "1", unit: "piece" },
    ...(measuredOn === undefined ? {} : { measuredOn }),
  });
  if (eatWords(cursor, "each")) return { ...pieces(), ...readMeasured(cursor, "piece") };
  if (eatWords(cursor, "for each other piece or part")) return pieces("each other piece or part");
  if (eat(cursor, "/") || eatWords(cursor, "per")) return readUnit(cursor);
  throw new NotUnderstood(`an amount without its unit of quantity before ${shown(cursor)}`);
}

/** So much off for each degree (sugar). */
function readLess(cursor: Cursor, of: PerUnit): NonNullable<SpecificDuty["less"]> {
  const cents = readDigits(cursor);
  if (!eat(cursor, "¢")) throw new NotUnderstood(`an amount off without ¢ before ${shown(cursor)}`);
  const { per, perQuantity } = readPer(cursor);
  if (per !== of.per || perQuantity !== of.perQuantity || !eatWords(cursor, "for each degree under"))
    throw new NotUnderstood(`what comes off is not understood before ${shown(cursor)}`);
  const under = readNumber(cursor);
  eatWords(cursor, "degrees");
  const start = cursor.at;
  const proportional =
    eat(cursor, "(") && eatWords(cursor, "and fractions of a degree in proportion") && eat(cursor, ")");
  if (!proportional) cursor.at = start;
  return { amount: decimalText(cents.digits, cents.places + 2), forEach: "degree", under, proportional };
}

function specific(cursor: Cursor, amount: DecimalText, currency: string): SpecificDuty {
  const per = readPer(cursor);
  const less = eatWords(cursor, "less") ? { less: readLess(cursor, per) } : {};
  return { amount, currency, ...per, ...less };
}

/** A number with a fraction behind it: 33 1/3 % is 100/3 of a hundred. */
function mixed(cursor: Cursor, { digits, places }: Digits): AdValoremDuty {
  const top = BigInt(readDigits(cursor).digits);
  const bottom = eat(cursor, "/") ? BigInt(readDigits(cursor).digits) : 0n;
  if (bottom === 0n || places > 0 || !eatPercent(cursor))
    throw new NotUnderstood(`two numbers in a row before ${shown(cursor)}`);
  const text = (value: bigint) => value.toString() as DecimalText;
  const ratio = { numerator: text(BigInt(digits) * bottom + top), denominator: text(bottom * 100n) };
  return { adValoremRatio: ratio, ...onPart(cursor) };
}

/** One addend: a share of a value, an amount per unit, or the name of an amount that stands elsewhere. */
export function readComponent(cursor: Cursor): DutyComponent {
  const first = next(cursor);
  const prefix = signs[cursor.text[cursor.at] ?? ""];
  if (prefix !== undefined) {
    cursor.at += 1;
    return specific(cursor, readNumber(cursor), prefix);
  }
  if (!isDigit(first)) {
    const start = cursor.at;
    const name = isLetter(first) ? readWord(cursor) : "";
    if (referred.includes(name)) return { byReference: name };
    cursor.at = start;
    throw new NotUnderstood(`neither a rate nor an amount: ${shown(cursor)}`);
  }
  const number = readDigits(cursor);
  if (eatPercent(cursor))
    return { adValorem: `${decimalText(number.digits, number.places)}%`, ...onPart(cursor) };
  if (eat(cursor, "¢") || eatWords(cursor, "cents"))
    return specific(cursor, decimalText(number.digits, number.places + 2), "USD");
  if (isDigit(next(cursor))) return mixed(cursor, number);
  const amount = decimalText(number.digits, number.places);
  const currency = readCurrency(cursor);
  if (currency === undefined)
    throw new NotUnderstood(`a number without a sign of per cent or currency: ${amount}`);
  return specific(cursor, amount, currency);
}
