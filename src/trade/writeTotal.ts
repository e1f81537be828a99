import { type Money, writeScaledMoney } from "../exact/money.js";
import type { Rate } from "../exact/rate.js";
import { percentText, ratioOfScaled, type Scaled } from "../exact/scaled.js";
import type { Baseline } from "./baseline.js";

/** The total of a group from its exact sums. */
export const writeTotal = (
  key: string,
  name: string,
  [value, duty]: readonly [value: Scaled, duty: Scaled],
  { currency, priceYear }: Baseline,
): { key: string; name: string; customsValue: Money; duties: Money; effectiveRate: Rate } => ({
  key,
  name,
  customsValue: writeScaledMoney(value, currency, priceYear),
  duties: writeScaledMoney(duty, currency, priceYear),
  effectiveRate: `${percentText(value.units === 0n ? value : ratioOfScaled(duty, value))}%`,
});
