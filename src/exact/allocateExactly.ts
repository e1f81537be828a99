import { Decimal } from "./decimal.js";

/**
 * Rounds parts to a number of places so that they add up to the total: each is cut towards zero, and the units left
 * over go one each to the parts that lost most, the earlier first where they lost the same.
 */
export function allocateExactly(total: Decimal, parts: readonly Decimal[], places: number): Decimal[] {
  const cut = parts.map((part) => part.toDecimalPlaces(places, Decimal.ROUND_DOWN));
  const missing = total.minus(cut.reduce((left, right) => left.plus(right), new Decimal(0)));
  const unit = new Decimal(10).pow(-places).times(missing.isNegative() ? -1 : 1);
  const count = missing.div(unit).round().toNumber();
  const lost = parts.map((part, index) => ({ index, lost: part.minus(cut[index] ?? 0).times(unit) }));
  lost.sort((left, right) => right.lost.comparedTo(left.lost) || left.index - right.index);
  for (const { index } of lost.slice(0, count)) cut[index] = (cut[index] ?? new Decimal(0)).plus(unit);
  return cut;
}
