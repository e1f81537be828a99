import type { DecimalText } from "../exact/decimal.js";
import {
  dividedBy,
  type Fraction,
  isZero,
  lesser,
  minus,
  one,
  plus,
  readFraction,
  times,
  writeFraction,
  zero,
} from "../exact/fraction.js";
import { requireUnit } from "../goods/convertQuantity.js";
import { type QuantityUnit, unitsOfQuantity } from "../goods/units.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { ReadEntry, ReadLine } from "./readEntry.js";
import { readName } from "./readRecord.js";

/**
 * A quota with what is left of it.
 *
 * @category Entries
 */
export interface Quota {
  /** A name, by which measures refer to it. */
  readonly id: string;
  /** The unit in which it is counted. */
  readonly unit: QuantityUnit;
  /** What is left of it before the first entry. */
  readonly balance: DecimalText;
  /**
   * How entries of one day share it: `"in-order"` in the order of the entries, or `"in-proportion"` to what they ask for,
   * as the Union does where a day asks for more than is left.
   */
  readonly sameDay: "in-order" | "in-proportion";
}

interface QuotaState {
  readonly quota: Quota;
  readonly factor: Fraction;
  /** In base units. */
  balance: Fraction;
  /** The day whose share was worked out, and the share that each line of that day gets of what it asks for. */
  day: string | undefined;
  share: Fraction;
  /** The share of each line that came within it: a line draws once, however many measures name the quota. */
  readonly drawn: Map<ReadLine, Fraction>;
}

/** What is left of the quotas as entries draw on them. */
export type QuotaBook = ReadonlyMap<string, QuotaState>;

/** Opens the book; a balance is zero or more. */
export function openQuotas(quotas: readonly Quota[] | undefined, path: string): QuotaBook {
  const book = new Map<string, QuotaState>();
  const list = quotas === undefined ? [] : quotas;
  if (!Array.isArray(list) || list.length > 10_000) {
    throw new TariffError({
      code: Array.isArray(list) ? "too-long" : "wrong-type",
      path,
      received: list,
      advice: "Give a list of at most 10,000 quotas.",
    });
  }
  for (const [at, given] of list.entries()) {
    const here = `${path}[${at}]`;
    const { id, unit, balance, sameDay } = readOptions(given, here, ["id", "unit", "balance", "sameDay"]);
    const left = readFraction(balance, `${here}.balance`);
    const problem = (code: "out-of-range" | "duplicate-id" | "wrong-type", key: string, advice: string) =>
      new TariffError({ code, path: `${here}.${key}`, received: given[key as keyof Quota], advice });
    if (left.numerator < 0n)
      throw problem(
        "out-of-range",
        "balance",
        "Give a balance of zero or more: an overdrawn quota has none.",
      );
    if (book.has(readName(id, `${here}.id`)))
      throw problem("duplicate-id", "id", "Give each quota an id of its own.");
    if (sameDay !== "in-order" && sameDay !== "in-proportion")
      throw problem("wrong-type", "sameDay", 'Write "in-order" or "in-proportion".');
    const name = requireUnit(unit, `${here}.unit`);
    const factor = readFraction(unitsOfQuantity[name].factor, `${here}.unit`);
    const quota = { id, unit: name, balance, sameDay };
    const state = { quota, factor, balance: times(left, factor), day: undefined, share: one };
    book.set(id, { ...state, drawn: new Map() });
  }
  return book;
}

/** What a line asks of a quota, in base units. */
function askedOf(line: ReadLine, { quota }: QuotaState): Fraction {
  const { base } = unitsOfQuantity[quota.unit];
  const asked = line.goods.quantities.get(base);
  if (asked !== undefined && !isZero(asked)) return asked;
  const other = asked === undefined && line.goods.quantities.size > 0;
  throw new TariffError({
    code: asked !== undefined ? "out-of-range" : other ? "unit-mismatch" : "missing-quantity",
    path: `${line.path}.quantities`,
    received: asked === undefined ? undefined : writeFraction(asked),
    advice: `Give the quantity in ${quota.unit}, above zero: the quota "${quota.id}" is counted in it.`,
  });
}

/** The quota that a measure names. */
export function quotaOf(book: QuotaBook, id: string, path: string): QuotaState {
  const state = book.get(id);
  if (state !== undefined) return state;
  throw new TariffError({
    code: "missing-fact",
    path,
    received: id,
    advice: "Give the quota with its balance in quotas.",
  });
}

/**
 * Draws what a line asks for, as far as there is something left.
 *
 * **Result**: the share of the line that came within the quota. `asking` gives all lines that draw on it on one day.
 */
export function drawQuota(
  state: QuotaState,
  line: ReadLine,
  entry: ReadEntry,
  asking: (day: string) => readonly ReadLine[],
): Fraction {
  const before = state.drawn.get(line);
  if (before !== undefined) return before;
  const asked = askedOf(line, state);
  const inOrder = state.quota.sameDay === "in-order";
  const share = inOrder ? dividedBy(lesser(asked, state.balance), asked) : shareOn(state, entry.day, asking);
  state.balance = minus(state.balance, times(asked, share));
  state.drawn.set(line, share);
  return share;
}

/** What each line of a day gets of what it asks for, worked out before the first of them draws. */
function shareOn(state: QuotaState, day: string, asking: (day: string) => readonly ReadLine[]): Fraction {
  if (state.day !== day) {
    state.day = day;
    const all = asking(day).map((line) => askedOf(line, state));
    state.share = lesser(one, dividedBy(state.balance, all.reduce(plus, zero)));
  }
  return state.share;
}

/** What is left, by quota, in the quota's own unit. */
export const balancesOf = (book: QuotaBook): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...book].map(([id, { balance, factor }]) => [id, writeFraction(dividedBy(balance, factor))]),
  );

/** The unit of each quota. */
export const unitsOf = (book: QuotaBook): Readonly<Record<string, QuantityUnit>> =>
  Object.fromEntries([...book].map(([id, { quota }]) => [id, quota.unit]));
