import { type Decimal, type DecimalText, divide, writeDecimal } from "../../exact/decimal.js";
import { roundedQuotient } from "../../exact/quotient.js";
import { type Rate, writeRate } from "../../exact/rate.js";
import type { Duties } from "./duties.js";
import { totalOf } from "./readQuery.js";

/**
 * The rate that results from a policy.
 *
 * @category Policy
 */
export interface AppliedRate {
  /** The sum over all authorities. */
  readonly rate: Rate;
  /** What each authority charges, net of what other steps took from it. */
  readonly byAuthority: Readonly<Record<string, Rate>>;
  /** The same in money, where the question gives the customs value. Where a step charges amounts, this is what law says, and the rate is its equivalent at this value. */
  readonly charged?: ChargedAmounts;
}

/**
 * Duties in money, before any rounding.
 *
 * @category Policy
 */
export interface ChargedAmounts {
  /** The sum over all authorities. */
  readonly total: DecimalText;
  /** What each authority charges. */
  readonly byAuthority: Readonly<Record<string, DecimalText>>;
  /** The currency of the customs value. */
  readonly currency: string;
}

/** A duty on a value as a rate. */
export const shareOf = (duty: Decimal, value: Decimal): Rate =>
  writeRate(
    value.eq(1) ? roundedQuotient(duty) : value.isZero() ? value : divide(duty, value, "policy.steps"),
  );

/** The answer that duties on a value give. */
export function rateAfter(duties: Duties, value: Decimal, currency: string | undefined): AppliedRate {
  const total = totalOf(duties, value, "policy.steps");
  const byAuthority = Object.fromEntries(
    [...duties].map(([authority, duty]) => [authority, shareOf(duty, value)]),
  );
  const rate = shareOf(total, value);
  if (currency === undefined) return { rate, byAuthority };
  const amounts = [...duties].map(
    ([authority, duty]) => [authority, writeDecimal(roundedQuotient(duty))] as const,
  );
  return {
    rate,
    byAuthority,
    charged: { total: writeDecimal(total), byAuthority: Object.fromEntries(amounts), currency },
  };
}
