import { Decimal, divide } from "../../exact/decimal.js";
import { roundedQuotient } from "../../exact/quotient.js";
import { readDay } from "../../internal/dayNumber.js";
import { type IsoDate, readDate } from "../../internal/isoDate.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import type { Policy } from "../language/policy.js";
import { requireAuthorities } from "../language/requireAuthorities.js";
import { requireNoOpen } from "../language/requireNoOpen.js";
import { compileSteps } from "../rates/compileSteps.js";
import type { Duties } from "../rates/duties.js";
import { foldSteps, type StepOutcome } from "../rates/foldSteps.js";
import { requireCovered } from "../rates/onDay.js";
import { type RateQuery, readQuery, totalOf } from "../rates/readQuery.js";

/**
 * One question about a rate through a period; as {@link RateQuery}, with a first and a last day in place of one day.
 *
 * @category Policy
 */
export interface PeriodQuery extends Omit<RateQuery, "on" | "over"> {
  /** The first day. */
  readonly from: IsoDate;
  /** The last day, included; at most 100 years later. */
  readonly to: IsoDate;
}

const mostDays = 36_525;

/** The rates of a day, and what each step did. */
export interface DayState {
  /** As fractions of the value. */
  readonly total: Decimal;
  readonly byAuthority: Duties;
  readonly outcomes: ReadonlyMap<string, StepOutcome>;
}

/** Reads a period question; what it returns answers for a day. Days outside the policy's own are refused. */
export function readPeriodQuery(policy: Policy, asked: PeriodQuery): (on: IsoDate) => DayState {
  requireNoOpen(policy, "policy");
  const { from, to, ...query } = readOptions(
    asked,
    "",
    ["importer", "exporter", "product", "from", "to", "statuses", "base"],
    ["value", "quantities", "facts", "knownOn"],
  );
  readDate(from, "from");
  readDate(to, "to");
  const days = readDay(to, "to") - readDay(from, "from") + 1;
  if (days < 1 || days > mostDays) {
    throw new TariffError({
      code: days < 1 ? "dates-out-of-order" : "out-of-range",
      path: "to",
      received: to,
      advice: `Give a last day from ${from} to 100 years later.`,
    });
  }
  requireCovered(policy, from, "from");
  requireCovered(policy, to, "to");
  const { context, base, value } = readQuery({ ...query, on: from });
  requireAuthorities(policy, base.keys(), "policy.steps");
  const steps = compileSteps(policy);
  return (on) => {
    const duties: Duties = new Map(base);
    const outcomes = new Map<string, StepOutcome>();
    foldSteps(steps, value, duties, { ...context, on }, ({ compiled, outcome }) => {
      outcomes.set(compiled.step.id, outcome);
      return () => undefined;
    });
    const share = (duty: Decimal): Decimal =>
      roundedQuotient(value.eq(1) ? duty : divide(duty, value, "value"));
    const byAuthority: Duties = new Map(
      [...duties].flatMap(([authority, duty]) => (duty.isZero() ? [] : [[authority, share(duty)] as const])),
    );
    return { total: share(totalOf(duties, value, "policy.steps")), byAuthority, outcomes };
  };
}

/** Whether two days have the same rates of the same authorities. */
export function haveSameRates({ byAuthority: one }: DayState, { byAuthority: other }: DayState): boolean {
  return (
    one.size === other.size &&
    [...one].every(([authority, duty]) => duty.eq(other.get(authority) ?? new Decimal(0)))
  );
}
