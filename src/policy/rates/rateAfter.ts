import { type Decimal, divide, writeDecimal } from "../../exact/decimal.js";
import { type Rate, writeRate } from "../../exact/rate.js";
import type { AppliedRate } from "./appliedRate.js";
import type { Duties } from "./duties.js";
import { settled } from "./quotient.js";
import { totalOf } from "./readQuery.js";

/** A duty on a value as a rate. */
export const shareOf = (duty: Decimal, value: Decimal): Rate =>
  writeRate(value.eq(1) ? settled(duty) : value.isZero() ? value : divide(duty, value, "policy.steps"));

/** The answer that duties on a value give. */
export function rateAfter(duties: Duties, value: Decimal, currency: string | undefined): AppliedRate {
  const total = totalOf(duties, value, "policy.steps");
  const byAuthority = Object.fromEntries(
    [...duties].map(([authority, duty]) => [authority, shareOf(duty, value)]),
  );
  const rate = shareOf(total, value);
  if (currency === undefined) return { rate, byAuthority };
  const amounts = [...duties].map(([authority, duty]) => [authority, writeDecimal(settled(duty))] as const);
  return {
    rate,
    byAuthority,
    charged: { total: writeDecimal(total), byAuthority: Object.fromEntries(amounts), currency },
  };
}
