import type { DecimalText } from "../exact/decimal.js";
import { type Fraction, minus, plus, writeFraction, zero } from "../exact/fraction.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { type ExchangeRate, readCurrencyCode, readExchange } from "./exchange.js";
import { readAmount } from "./readEntry.js";
import { readList, readName } from "./readRecord.js";
import { type RoundTo, readRoundTo, roundTo } from "./rounding.js";

/** Parts of a price, and whether the value at the exporter's border and at the importer's counts them. */
const parts = {
  price: { FOB: true, CIF: true },
  addition: { FOB: true, CIF: true },
  "carriage to the port of export": { FOB: true, CIF: true },
  "carriage to the border": { FOB: false, CIF: true },
  insurance: { FOB: false, CIF: true },
  "carriage after the border": { FOB: false, CIF: false },
  "duties and taxes": { FOB: false, CIF: false },
} as const;

/**
 * What an amount pays for: the `price`; an `addition` that the price leaves out (assists, packing, royalties, selling
 * commissions); carriage by stage; insurance of the main carriage; duties and taxes of the importing country.
 *
 * @category Entries
 */
export type ValuePart = keyof typeof parts;

/**
 * One amount that makes up a value.
 *
 * @category Entries
 */
export interface ValueElement {
  /** What it is, for the reader. */
  readonly what: string;
  /** What it pays for. */
  readonly part: ValuePart;
  /** The amount. */
  readonly amount: DecimalText;
  /** Its currency. */
  readonly currency: string;
  /** The price holds it already: it is taken off where it does not count, and not added where it does. */
  readonly inPrice?: boolean;
}

/**
 * What {@link customsValue} needs.
 *
 * @category Entries
 */
export interface CustomsValueOptions {
  /** `"FOB"` as in the United States, or `"CIF"` as in the Union, the United Kingdom, India and most others. */
  readonly basis: "FOB" | "CIF";
  /** The currency of the value. */
  readonly currency: string;
  /** The price and what goes with it. */
  readonly elements: readonly ValueElement[];
  /** Rates between the currencies. */
  readonly exchange?: readonly ExchangeRate[];
  /** How each converted amount is rounded; absent is exact. */
  readonly converted?: RoundTo;
}

/**
 * A customs value with its parts.
 *
 * @category Entries
 */
export interface CustomsValue {
  /** The value in the currency: a decimal, or a ratio where no decimal states it. */
  readonly value: string;
  /** The currency. */
  readonly currency: string;
  /** Each element in that currency, and what it does to the value. */
  readonly elements: readonly {
    readonly what: string;
    readonly amount: string;
    readonly effect: "added" | "taken off" | "none";
  }[];
}

const advice = `Name one of ${Object.keys(parts).join(", ")}.`;

/**
 * The value that duties are charged on, from the price and what goes with it.
 *
 * **Formula**: value = price + what counts and the price leaves out - what does not count and the price holds. FOB
 * counts nothing beyond the port of export; CIF counts carriage and insurance to the importer's border.
 *
 * **Result**: the value in the currency asked for, with each element and its effect.
 *
 * **Leaves out**: whether the price can be taken at all (related parties, conditions), and inland freight of the
 * exporting country that a through bill of lading shows apart, which the United States leaves out of the value.
 *
 * **Source**: [Customs statutes], [Customs regulations], 19 USC 1401a and 19 CFR 152.103; Regulation (EU) 952/2013,
 * articles 70 to 72.
 * @throws `no-exchange-rate`, `out-of-range`, `not-a-decimal`, `not-a-currency`, `empty`, `too-long`, `missing-key`,
 * `unknown-key`, `wrong-type`, `duplicate-id`, `unknown-rounding`, `division-by-zero`.
 * @example Ex works in pounds, freight in euro
 * ```ts
 * import { customsValue } from "tariff-whatif/entry";
 *
 * customsValue({
 *   basis: "CIF",
 *   currency: "GBP",
 *   elements: [
 *     { what: "ex works", part: "price", amount: "10000.00", currency: "GBP" },
 *     { what: "freight", part: "carriage to the border", amount: "1200.00", currency: "EUR" },
 *   ],
 *   exchange: [{ one: "GBP", is: "1.1361", of: "EUR" }],
 *   converted: { to: "0.01", mode: "half-away-from-zero" },
 * }).value; // => "11056.25"
 * ```
 * @category Entries
 */
export function customsValue(options: CustomsValueOptions): CustomsValue {
  const given = readOptions(options, "", ["basis", "currency", "elements"], ["exchange", "converted"]);
  const { basis } = given;
  if (basis !== "FOB" && basis !== "CIF") {
    throw new TariffError({
      code: "wrong-type",
      path: "basis",
      received: basis,
      advice: 'Write "FOB" or "CIF".',
    });
  }
  const currency = readCurrencyCode(given.currency, "currency");
  const convert = readExchange(given.exchange, "exchange");
  const rounding = given.converted === undefined ? undefined : readRoundTo(given.converted, "converted");
  let value: Fraction = zero;
  const elements = readList(given.elements, "elements").map((element, at) => {
    const path = `elements[${at}]`;
    const read = readOptions(element, path, ["what", "part", "amount", "currency"], ["inPrice"]);
    if (typeof read.part !== "string" || !Object.hasOwn(parts, read.part))
      throw new TariffError({ code: "wrong-type", path: `${path}.part`, received: read.part, advice });
    if (read.inPrice !== undefined && typeof read.inPrice !== "boolean") {
      throw new TariffError({
        code: "wrong-type",
        path: `${path}.inPrice`,
        received: read.inPrice,
        advice: "Write true or false.",
      });
    }
    const from = readCurrencyCode(read.currency, `${path}.currency`);
    const exact = convert(readAmount(read.amount, `${path}.amount`), from, currency, `${path}.currency`);
    const amount = rounding === undefined || from === currency ? exact : roundTo(exact, rounding);
    const counts = parts[read.part][basis];
    const effect = counts === (read.inPrice ?? false) ? "none" : counts ? "added" : "taken off";
    if (effect === "added") value = plus(value, amount);
    if (effect === "taken off") value = minus(value, amount);
    return { what: readName(read.what, `${path}.what`), amount: writeFraction(amount), effect } as const;
  });
  if (value.numerator < 0n) {
    throw new TariffError({
      code: "shares-do-not-add-up",
      path: "elements",
      received: writeFraction(value),
      advice: "Give a price that is greater than what it is said to hold.",
    });
  }
  return deepFreeze({ value: writeFraction(value), currency, elements });
}
