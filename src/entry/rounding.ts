import type { DecimalText } from "../exact/decimal.js";
import {
  compareFractions,
  dividedBy,
  type Fraction,
  fraction,
  readFraction,
  times,
  zero,
} from "../exact/fraction.js";
import type { RoundingMode } from "../exact/roundingModes.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";

/**
 * To which multiple an amount is rounded, and how.
 *
 * @category Entries
 */
export interface RoundTo {
  /** The multiple: `"0.01"` for a cent, `"0.05"` for five centimes, `"1000"` for a thousand yen. */
  readonly to: DecimalText;
  /** The rounding mode. */
  readonly mode: RoundingMode;
}

/**
 * How an authority rounds: what is not named is kept exact.
 *
 * @category Entries
 */
export interface EntryRounding {
  /** Each duty, tax and fee. */
  readonly amount: RoundTo;
  /** The customs value of a line, before anything is charged on it. */
  readonly value?: RoundTo;
  /** The base of a charge, before the rate. */
  readonly base?: RoundTo;
  /** What of a charge on a line enters the base of another charge. */
  readonly carried?: RoundTo;
  /** The sum of a charge over the lines: it is then due once an entry. */
  readonly sum?: RoundTo;
}

const half = /* @__PURE__ */ fraction(1n, 2n);

/** Whether the part of a unit that is left over, 0 up to 1, makes a whole unit; `below` for numbers below zero. */
const up: Readonly<Record<RoundingMode, (rest: Fraction, whole: bigint, below: boolean) => boolean>> = {
  "half-even": (rest, whole) => {
    const side = compareFractions(rest, half);
    return side > 0 || (side === 0 && whole % 2n === 1n);
  },
  "half-away-from-zero": (rest) => compareFractions(rest, half) >= 0,
  "half-towards-zero": (rest) => compareFractions(rest, half) > 0,
  "towards-zero": () => false,
  "away-from-zero": (rest) => rest.numerator > 0n,
  "towards-positive": (rest, _, below) => !below && rest.numerator > 0n,
  "towards-negative": (rest, _, below) => below && rest.numerator > 0n,
};

/** A rounding that was read. */
export interface ReadRoundTo extends RoundTo {
  /** The multiple as a number. */
  readonly step: Fraction;
  /** Places behind the point of the multiple. */
  readonly places: number;
}

/** How an authority rounds, read. */
export type ReadRounding = { readonly [Stage in keyof EntryRounding]: ReadRoundTo };

/** The nearest multiple, by the mode. */
export function roundTo(value: Fraction, { step, mode }: ReadRoundTo): Fraction {
  const below = value.numerator < 0n;
  const units = dividedBy(below ? { ...value, numerator: -value.numerator } : value, step);
  const whole = units.numerator / units.denominator;
  const rest = fraction(units.numerator % units.denominator, units.denominator);
  const rounded = times(fraction(whole + (up[mode](rest, whole, below) ? 1n : 0n)), step);
  return below ? { ...rounded, numerator: -rounded.numerator } : rounded;
}

/** Checks a multiple and a mode. */
export function readRoundTo(value: RoundTo, path: string): ReadRoundTo {
  const { to, mode } = readOptions(value, path, ["to", "mode"]);
  const step = readFraction(to, `${path}.to`);
  if (compareFractions(step, zero) <= 0) {
    throw new TariffError({
      code: "out-of-range",
      path: `${path}.to`,
      received: to,
      advice: 'Give a multiple above zero, such as "0.01".',
    });
  }
  if (typeof mode !== "string" || !Object.hasOwn(up, mode)) {
    throw new TariffError({
      code: "unknown-rounding",
      path: `${path}.mode`,
      received: mode,
      advice: `Name one of ${Object.keys(up).join(", ")}.`,
    });
  }
  return { to, mode, step, places: to.split(".")[1]?.length ?? 0 };
}

const stages = ["value", "base", "carried", "sum"] as const;

/** Checks how an authority rounds. */
export function readRounding(value: EntryRounding, path: string): ReadRounding {
  const rounding = readOptions(value, path, ["amount"], stages);
  return {
    amount: readRoundTo(rounding.amount, `${path}.amount`),
    ...Object.fromEntries(
      stages.flatMap((stage) => {
        const given = rounding[stage];
        return given === undefined ? [] : [[stage, readRoundTo(given, `${path}.${stage}`)]];
      }),
    ),
  };
}

const centHalfUp: RoundTo = { to: "0.01", mode: "half-away-from-zero" };

/**
 * How three authorities round, as far as their rules were found.
 *
 * - `unitedStates`: each duty and fee to the cent, half up; the value of a line in whole dollars.
 * - `unitedKingdom`: each amount down to the penny.
 * - `japan`: each base down to 1,000 yen; the sum of each duty and tax down to 100 yen; fractions of a yen dropped; the
 *   next base takes the duty already cut to 100 yen. The local consumption tax has no cut base.
 *
 * **Leaves out**: the United States' whole units of quantity at rates of up to a dollar (19 CFR 159.3(b)). For the
 * Union, Canada, India, Brazil and Switzerland no rule was found with a source: state your own.
 *
 * **Source**: [Customs regulations], 19 CFR 159.3(a) and the answer keys of the customs broker examinations of 2017
 * to 2020; Customs and Excise Management Act 1979, section 137(4); Japan Customs, Customs Answer 1111.
 * @category Entries
 */
export const roundingRules = {
  unitedStates: { amount: centHalfUp, value: { to: "1", mode: "half-away-from-zero" } },
  unitedKingdom: { amount: { to: "0.01", mode: "towards-zero" } },
  japan: {
    base: { to: "1000", mode: "towards-zero" },
    amount: { to: "1", mode: "towards-zero" },
    carried: { to: "100", mode: "towards-zero" },
    sum: { to: "100", mode: "towards-zero" },
  },
} as const satisfies Readonly<Record<string, EntryRounding>>;
