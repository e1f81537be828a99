import type { DecimalText } from "../exact/decimal.js";
import { dividedBy, type Fraction, readFraction, times } from "../exact/fraction.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";

/**
 * A rate between two currencies, read as a sentence: one GBP is 1.1361 of EUR. It serves both ways.
 *
 * @category Entries
 */
export interface ExchangeRate {
  /** One unit of this currency ... */
  readonly one: string;
  /** ... is so many units ... */
  readonly is: DecimalText;
  /** ... of this currency. */
  readonly of: string;
}

const code = /^[A-Z]{3}$/;

/** Checks an ISO 4217 code. */
export function readCurrencyCode(value: unknown, path: string): string {
  if (typeof value === "string" && code.test(value)) return value;
  throw new TariffError({
    code: typeof value === "string" ? "not-a-currency" : "wrong-type",
    path,
    received: value,
    advice: 'Write the currency as its ISO 4217 code, for example "USD".',
  });
}

/** Turns an amount of one currency into another, exactly. */
export type Convert = (amount: Fraction, from: string, to: string, path: string) => Fraction;

/** More pairs of currencies than the world has currencies. */
const mostRates = 1000;

/** Reads exchange rates; each pair once, each rate above zero. */
export function readExchange(rates: readonly ExchangeRate[] | undefined, path: string): Convert {
  const known = new Map<string, Fraction>();
  const list = rates === undefined ? [] : rates;
  if (!Array.isArray(list) || list.length > mostRates) {
    throw new TariffError({
      code: Array.isArray(list) ? "too-long" : "wrong-type",
      path,
      received: list,
      advice: `Give a list of at most ${mostRates} rates.`,
    });
  }
  for (const [at, rate] of list.entries()) {
    const here = `${path}[${at}]`;
    const { one, is, of } = readOptions(rate, here, ["one", "is", "of"]);
    const [from, to] = [readCurrencyCode(one, `${here}.one`), readCurrencyCode(of, `${here}.of`)];
    const value = readFraction(is, `${here}.is`);
    if (value.numerator <= 0n) {
      throw new TariffError({
        code: "out-of-range",
        path: `${here}.is`,
        received: is,
        advice: "Give a rate above zero.",
      });
    }
    if (known.has(`${from} ${to}`) || from === to) {
      throw new TariffError({
        code: "duplicate-id",
        path: here,
        received: rate,
        advice: "State the rate between two different currencies once; it serves both ways.",
      });
    }
    known.set(`${from} ${to}`, value);
    known.set(`${to} ${from}`, dividedBy({ numerator: 1n, denominator: 1n }, value));
  }
  return (amount, from, to, where) => {
    if (from === to) return amount;
    const rate = known.get(`${from} ${to}`);
    if (rate !== undefined) return times(amount, rate);
    throw new TariffError({
      code: "no-exchange-rate",
      path: where,
      received: from,
      advice: `Give the exchange rate between ${from} and ${to} in exchange.`,
    });
  };
}
