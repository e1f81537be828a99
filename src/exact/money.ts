import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { type Decimal, type DecimalText, isPlainDecimal, readDecimal, writeDecimal } from "./decimal.js";
import { type Scaled, writeScaledText } from "./scaled.js";

/**
 * An amount of money: exact, in one currency, in the prices of one year.
 *
 * The currency is part of the type, so adding dollars to pounds does not compile; the price year is compared when
 * amounts meet.
 *
 * @category Exact numbers
 */
export interface Money<Currency extends string = string> {
  /** The amount in whole units of the currency, as a plain decimal text. */
  readonly amount: DecimalText;
  /** The ISO 4217 code. */
  readonly currency: Currency;
  /** The year in whose prices the amount is. */
  readonly priceYear: number;
}

const currencyCode = /^[A-Z]{3}$/;

/** Refuses what is no ISO 4217 code by its form. */
export function requireCurrency(currency: unknown, path: string): void {
  if (typeof currency === "string" && currencyCode.test(currency)) return;
  throw new TariffError({
    code: "not-a-currency",
    path,
    received: currency,
    advice: 'Write the currency as three capital letters of ISO 4217, for example "USD".',
  });
}

/** Refuses what is no year between 1500 and 2500. */
export function requireYear(year: unknown, path: string): void {
  if (Number.isInteger(year) && (year as number) >= 1500 && (year as number) <= 2500) return;
  throw new TariffError({
    code: "not-a-year",
    path,
    received: year,
    advice: "Give a calendar year as a whole number, for example 2024.",
  });
}

/** Reads the amount of a Money after checking all of it. */
export function readMoney(value: Money, path: string): Decimal {
  if (typeof value === "number" || typeof value === "string" || typeof value === "bigint") {
    throw new TariffError({
      code: "wrong-type",
      path,
      received: value,
      advice: `Pass money with its currency and price year, for example { amount: "${isPlainDecimal(String(value)) ? value : "100"}", currency: "USD", priceYear: 2024 }: a bare number does not say which.`,
    });
  }
  readOptions(value, path, ["amount", "currency", "priceYear"]);
  const at = path === "" ? "" : `${path}.`;
  requireCurrency(value.currency, `${at}currency`);
  requireYear(value.priceYear, `${at}priceYear`);
  return readDecimal(value.amount, `${at}amount`);
}

/** Refuses two amounts that cannot be added. */
export function requireSameMoney(first: Money, second: Money, path: string): void {
  if (first.currency !== second.currency) {
    throw new TariffError({
      code: "currency-mismatch",
      path,
      received: second.currency,
      advice: `Convert to ${first.currency} with convertMoney first.`,
    });
  }
  if (first.priceYear !== second.priceYear) {
    throw new TariffError({
      code: "price-year-mismatch",
      path,
      received: second.priceYear,
      advice: `Bring the amount to prices of ${first.priceYear} first.`,
    });
  }
}

/** Makes a frozen Money from a computed amount. */
export function writeMoney<C extends string>(amount: Decimal, currency: C, priceYear: number): Money<C> {
  return Object.freeze({ amount: writeDecimal(amount), currency, priceYear });
}

/** Makes a frozen Money from a scaled integer. */
export function writeScaledMoney<C extends string>(amount: Scaled, currency: C, priceYear: number): Money<C> {
  return Object.freeze({ amount: writeScaledText(amount), currency, priceYear });
}
