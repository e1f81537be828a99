import { type DecimalText, readDecimal, writeDecimal } from "../exact/decimal.js";
import { TariffError } from "../internal/TariffError.js";

/** Reads an amount that is not negative. */
export function readAmount(value: unknown, path: string): DecimalText {
  const amount = readDecimal(value, path);
  if (!amount.lt(0)) return writeDecimal(amount);
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: "Give an amount of zero or more.",
  });
}
