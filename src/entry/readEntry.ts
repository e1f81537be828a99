import { requireEconomy } from "../economies/economy.js";
import { type Fraction, readFraction } from "../exact/fraction.js";
import { readHsCode } from "../goods/hsCode.js";
import type { IsoDate } from "../internal/isoDate.js";
import { readDate } from "../internal/isoDate.js";
import { isRecord } from "../internal/isRecord.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { Entry, EntryLine } from "./entry.js";
import { type Convert, readCurrencyCode } from "./exchange.js";
import { type ReadFacts, readFacts, requireParts } from "./expressions/dutyFacts.js";
import { readList, readName, readRecord, readTexts } from "./readRecord.js";
import { type ReadRounding, roundTo } from "./rounding.js";

/** A line that was read. */
export interface ReadLine {
  readonly id: string;
  readonly path: string;
  readonly product: string | undefined;
  readonly origin: string | undefined;
  readonly value: Fraction;
  readonly goods: ReadFacts;
  readonly additions: ReadonlyMap<string, Fraction>;
  readonly claims: readonly string[];
  readonly facts: ReadonlyMap<string, string>;
}

/** An entry that was read. */
export interface ReadEntry {
  readonly id: string;
  readonly path: string;
  readonly day: IsoDate;
  readonly currency: string;
  readonly facts: ReadonlyMap<string, string>;
  readonly lines: readonly ReadLine[];
}

/** Reads an amount of zero or more. */
export function readAmount(value: unknown, path: string): Fraction {
  const amount = readFraction(value, path);
  if (amount.numerator >= 0n) return amount;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: "Give an amount of zero or more.",
  });
}

function readValue(value: EntryLine["value"], currency: string, convert: Convert, path: string): Fraction {
  if (!isRecord(value)) return readAmount(value, path);
  const given = readOptions(value as { amount: string; currency: string }, path, ["amount", "currency"]);
  const from = readCurrencyCode(given.currency, `${path}.currency`);
  return convert(readAmount(given.amount, `${path}.amount`), from, currency, `${path}.currency`);
}

function readLine(
  line: EntryLine,
  path: string,
  entry: Pick<ReadEntry, "currency" | "facts" | "day">,
  convert: Convert,
  rounding: ReadRounding,
): ReadLine {
  const given = readOptions(
    line,
    path,
    ["id", "value"],
    ["product", "origin", "quantities", "values", "referred", "additions", "claims", "facts"],
  );
  const exact = readValue(given.value, entry.currency, convert, `${path}.value`);
  const { quantities, values, referred } = given;
  const goods = {
    ...(quantities && { quantities }),
    ...(values && { values }),
    ...(referred && { referred }),
    day: entry.day,
  };
  for (const [key, value] of Object.entries({ quantities, values, referred }))
    if (value !== undefined) readRecord(value, `${path}.${key}`, readAmount);
  const facts = readFacts(goods, path);
  requireParts(facts.values, exact, `${path}.values`);
  return {
    id: readName(given.id, `${path}.id`),
    path,
    product: given.product === undefined ? undefined : readHsCode(given.product, `${path}.product`),
    origin: given.origin === undefined ? undefined : requireEconomy(given.origin, `${path}.origin`),
    value: rounding.value === undefined ? exact : roundTo(exact, rounding.value),
    goods: facts,
    additions: readRecord(given.additions, `${path}.additions`, readAmount),
    claims: readTexts(given.claims, `${path}.claims`),
    facts: new Map([...entry.facts, ...readRecord(given.facts, `${path}.facts`, readName)]),
  };
}

/** Reads an entry; the customs value of each line is in its currency, rounded as the authority does. */
export function readEntry(entry: Entry, path: string, convert: Convert, rounding: ReadRounding): ReadEntry {
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  const given = readOptions(entry, path, ["id", "day", "currency", "lines"], ["facts"]);
  const read = {
    id: readName(given.id, at("id")),
    path,
    day: readDate(given.day, at("day")),
    currency: readCurrencyCode(given.currency, at("currency")),
    facts: readRecord(given.facts, at("facts"), readName),
  };
  const seen = new Set<string>();
  const lines = readList(given.lines, at("lines")).map((line, index) => {
    const one = readLine(line, at(`lines[${index}]`), read, convert, rounding);
    if (seen.has(one.id)) {
      throw new TariffError({
        code: "duplicate-id",
        path: at(`lines[${index}].id`),
        received: one.id,
        advice: "Give each line of an entry an id of its own.",
      });
    }
    seen.add(one.id);
    return one;
  });
  return { ...read, lines };
}
