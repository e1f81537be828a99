import { requireList } from "../internal/numericColumns.js";
import { TariffError } from "../internal/TariffError.js";
import { type Rate, readRate } from "./rate.js";

/** Reads a rate such as "25%" into a fraction in float64, and refuses one that would leave a price of zero. */
export function rateAsNumber(rate: unknown, path: string): number {
  const fraction = readRate(rate, path).toNumber() + 0;
  if (fraction > -1) return fraction;
  throw new TariffError({
    code: "price-not-positive",
    path,
    received: rate,
    advice: "Pass a rate above -100%: it would leave a price of zero.",
  });
}

/** Reads a list of rates such as "25%" into fractions in float64. */
export function ratesAsNumbers(rates: readonly Rate[], path: string, length: number): Float64Array {
  return Float64Array.from(requireList(rates, path, length), (rate, row) =>
    rateAsNumber(rate, `${path}[${row}]`),
  );
}
