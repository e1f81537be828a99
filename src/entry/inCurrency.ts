import type { Fraction } from "../exact/fraction.js";
import type { Convert } from "./exchange.js";
import type { ReadMeasure } from "./readMeasures.js";

/** A measure for an entry: its fixed amounts in the currency of the entry. */
export function inCurrency(measure: ReadMeasure, currency: string, convert: Convert): ReadMeasure {
  const from = measure.currency;
  if (from === undefined || from === currency) return measure;
  const own = (amount: Fraction | undefined) =>
    amount && convert(amount, from, currency, `${measure.path}.currency`);
  const { amount, least, greatest } = measure;
  return { ...measure, amount: own(amount), least: own(least), greatest: own(greatest) };
}
