import { Decimal, readDecimal } from "../../exact/decimal.js";
import { readRate } from "../../exact/rate.js";
import { readDate } from "../../internal/isoDate.js";
import { TariffError } from "../../internal/TariffError.js";
import { conditionsOf } from "../language/readConditions.js";
import type { FactCondition, RateCondition, Step } from "../language/step.js";
import type { Duties } from "./duties.js";
import type { Shipment } from "./shipment.js";

/**
 * Whether all conditions of a step hold. A fact that is not stated is an error, unless another condition fails anyway:
 * then it would change nothing.
 */
export function meetsConditions(step: Step, value: Decimal, duties: Duties, { facts }: Shipment): boolean {
  let missing: string | undefined;
  for (const condition of conditionsOf(step.when)) {
    if (!("fact" in condition)) {
      if (!holdsForRate(condition, value, duties)) return false;
      continue;
    }
    const fact = facts.get(condition.fact);
    if (fact === undefined) missing ??= condition.fact;
    else if (!holdsForFact(condition, fact)) return false;
  }
  if (missing === undefined) return true;
  throw new TariffError({
    code: "missing-fact",
    path: `facts.${missing}`,
    received: undefined,
    advice: `State ${missing} among the facts of the question: step ${step.id} depends on it. For totals of many goods, a split can give the share for which it holds.`,
  });
}

function holdsForRate(condition: RateCondition, value: Decimal, duties: Duties): boolean {
  const charged = duties.get(condition.authority) ?? new Decimal(0);
  const limit = (rate: string) => value.times(readRate(rate, "when"));
  return (
    (condition.above === undefined || charged.gt(limit(condition.above))) &&
    (condition.atLeast === undefined || charged.gte(limit(condition.atLeast))) &&
    (condition.below === undefined || charged.lt(limit(condition.below))) &&
    (condition.atMost === undefined || charged.lte(limit(condition.atMost)))
  );
}

function holdsForFact(condition: FactCondition, fact: string): boolean {
  const { is, isNot, before, from, above, atLeast, below, atMost } = condition;
  const path = `facts.${condition.fact}`;
  if (is !== undefined && !is.includes(fact)) return false;
  if (isNot?.includes(fact) === true) return false;
  if (before !== undefined && readDate(fact, path) >= before) return false;
  if (from !== undefined && readDate(fact, path) < from) return false;
  if (above === undefined && atLeast === undefined && below === undefined && atMost === undefined)
    return true;
  const number = readDecimal(fact, path);
  return (
    (above === undefined || number.gt(above)) &&
    (atLeast === undefined || number.gte(atLeast)) &&
    (below === undefined || number.lt(below)) &&
    (atMost === undefined || number.lte(atMost))
  );
}
