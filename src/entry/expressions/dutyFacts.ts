import type { DecimalText } from "../../exact/decimal.js";
import { compareFractions, type Fraction, readFraction, times, writeFraction } from "../../exact/fraction.js";
import { findUnit } from "../../goods/findUnit.js";
import { unitsOfQuantity } from "../../goods/units.js";
import { type IsoDate, readDate } from "../../internal/isoDate.js";
import { isRecord } from "../../internal/isRecord.js";
import { TariffError } from "../../internal/TariffError.js";

/**
 * What is known of the goods: only what the rate asks for need be there.
 *
 * @category Duty expressions
 */
export interface DutyFacts {
  /** The value of the whole, in the currency of the question. */
  readonly value?: DecimalText;
  /**
   * Quantities by unit, `{ kg: "1250", piece: "40" }`, in any unit of `unitsOfQuantity`; what is counted stands
   * behind it where it is not the article as a whole: `"kg of drained weight"`, `"kg gross"`, `"kg net"`. Other counts by
   * the name that the rate needs: `"% alcohol by volume"`, `"lines"`, `"degrees of polarisation"`, `"jewel per piece"`.
   */
  readonly quantities?: Readonly<Record<string, DecimalText>>;
  /** The values of parts, `{ "the case": "4000" }`, in the same currency. */
  readonly values?: Readonly<Record<string, DecimalText>>;
  /** The day that a seasonal rate goes by. */
  readonly day?: IsoDate;
  /** Amounts that the text refers to by name, `{ EA: "14.20" }`, in the same currency. */
  readonly referred?: Readonly<Record<string, DecimalText>>;
}

/** The same, read: quantities in base units. */
export interface ReadFacts {
  readonly value: Fraction | undefined;
  readonly quantities: ReadonlyMap<string, Fraction>;
  readonly values: ReadonlyMap<string, Fraction>;
  readonly day: string | undefined;
  readonly referred: ReadonlyMap<string, Fraction>;
}

/** Counts that have no unit of quantity. */
const counts = new Set([
  "% alcohol by volume",
  "% sucrose by weight",
  "lines",
  "degrees of polarisation",
  "jewel per piece",
]);

const most = 1000;

/** A number of zero or more. */
function positive(text: unknown, path: string): Fraction {
  const amount = readFraction(text, path);
  if (amount.numerator >= 0n) return amount;
  throw new TariffError({ code: "out-of-range", path, received: text, advice: "Give zero or more." });
}

function readAmounts(
  record: Readonly<Record<string, DecimalText>> | undefined,
  path: string,
): [key: string, amount: Fraction, at: string][] {
  if (record === undefined) return [];
  if (!isRecord(record) || Object.keys(record).length > most) {
    throw new TariffError({
      code: isRecord(record) ? "too-long" : "wrong-type",
      path,
      received: record,
      advice: `Give an object with at most ${most} numbers by name.`,
    });
  }
  return Object.entries(record).map(([key, text]) => [
    key,
    positive(text, `${path}.${key}`),
    `${path}.${key}`,
  ]);
}

/** A quantity by the name that needs have: its base unit, and what is counted. */
function inBase(key: string, amount: Fraction, path: string): [string, Fraction] {
  if (counts.has(key)) return [key, amount];
  const [name, measured] = key.includes(" of ")
    ? [key.slice(0, key.indexOf(" of ")), key.slice(key.indexOf(" of ") + 4)]
    : key.endsWith(" net") || key.endsWith(" gross")
      ? [key.slice(0, key.lastIndexOf(" ")), `${key.slice(key.lastIndexOf(" ") + 1)} weight`]
      : [key, undefined];
  const unit = findUnit(key) ?? findUnit(name);
  if (unit === undefined) {
    throw new TariffError({
      code: "unknown-unit",
      path,
      received: key,
      advice: `Name a unit of quantity, perhaps with what is counted ("kg of drained weight"), or one of ${[...counts].join(", ")}.`,
    });
  }
  const whole = findUnit(key) !== undefined || measured === undefined;
  const { base, factor } = unitsOfQuantity[unit];
  return [whole ? base : `${base} of ${measured}`, times(amount, readFraction(factor, path))];
}

/** Refuses a part that is worth more than the whole: one of the two is another amount or another currency. */
export function requireParts(values: ReadonlyMap<string, Fraction>, whole: Fraction, path: string): void {
  for (const [name, value] of values) {
    if (compareFractions(value, whole) <= 0) continue;
    throw new TariffError({
      code: "shares-do-not-add-up",
      path: `${path}.${name}`,
      received: writeFraction(value),
      advice: `Give a part that is worth no more than the whole, ${writeFraction(whole)}, in the same currency.`,
    });
  }
}

/** Reads what is known; a quantity that stands there twice, in two units, is refused. */
export function readFacts(facts: DutyFacts, path: string): ReadFacts {
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  const quantities = new Map<string, Fraction>();
  for (const [key, amount, where] of readAmounts(facts.quantities, at("quantities"))) {
    const [name, quantity] = inBase(key, amount, where);
    if (quantities.has(name)) {
      throw new TariffError({
        code: "conflicting-keys",
        path: where,
        received: key,
        advice: `Give the quantity in ${name} once, in one unit.`,
      });
    }
    quantities.set(name, quantity);
  }
  const named = (key: "values" | "referred") =>
    new Map(readAmounts(facts[key], at(key)).map(([name, amount]) => [name, amount]));
  const value = facts.value === undefined ? undefined : positive(facts.value, at("value"));
  const values = named("values");
  if (value !== undefined) requireParts(values, value, at("values"));
  return {
    value,
    quantities,
    values,
    day: facts.day === undefined ? undefined : readDate(facts.day, at("day")),
    referred: named("referred"),
  };
}
