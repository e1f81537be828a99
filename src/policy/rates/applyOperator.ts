import { Decimal } from "../../exact/decimal.js";
import { quotient } from "../../exact/quotient.js";
import { TariffError } from "../../internal/TariffError.js";
import type { SplitStep, Step } from "../language/step.js";
import { baseOf, chargeOf } from "./chargeOf.js";
import type { CompiledStep } from "./compileSteps.js";
import type { Duties } from "./duties.js";
import type { FoldContext } from "./foldContext.js";

/** What a charging step asks for: a share of its base, or a duty of several parts. */
export function askedFor(
  compiled: CompiledStep,
  value: Decimal,
  share: Decimal,
  duties: Duties,
  { product, shipment, slots }: FoldContext,
): Decimal {
  const { step } = compiled;
  const base = baseOf("base" in step ? step.base : undefined, value, duties);
  const duty = compiled.dutyFor(product);
  if (duty !== undefined) return chargeOf(duty, base, share, shipment, step.id).amount;
  return base.times(compiled.valueFor(product, slots) as Decimal);
}

/** Applies one operator to the duties on a value, in place. `given` is its amount, or its share. */
export function applyOperator(
  step: Exclude<Step, SplitStep>,
  given: Decimal,
  value: Decimal,
  duties: Duties,
): void {
  const charged = (authority: string) => duties.get(authority) ?? new Decimal(0);
  const total = (authorities: readonly string[]) =>
    authorities.reduce((sum, authority) => sum.plus(charged(authority)), new Decimal(0));
  const change = (authorities: readonly string[], changed: (duty: Decimal) => Decimal) => {
    for (const authority of authorities) {
      if (duties.has(authority)) duties.set(authority, changed(charged(authority)));
    }
  };
  switch (step.operator) {
    case "add":
      duties.set(step.authority, charged(step.authority).plus(given));
      return;
    case "replace":
      for (const authority of step.of) duties.delete(authority);
      duties.set(step.authority, charged(step.authority).plus(given));
      return;
    case "raiseTotalTo": {
      const missing = given.minus(total(step.of));
      if (missing.gt(0)) duties.set(step.authority, charged(step.authority).plus(missing));
      return;
    }
    case "capTotalAt": {
      const excess = total(step.of).minus(given);
      const taken = Decimal.min(excess, charged(step.authority));
      if (taken.gt(0)) duties.set(step.authority, charged(step.authority).minus(taken));
      return;
    }
    case "scale":
      change(step.of, (duty) => duty.times(given));
      return;
    case "linearCut":
      change(step.of, (duty) => duty.times(new Decimal(1).minus(given)));
      return;
    case "swissFormula": {
      // On amounts: t = duty / value, so value x a t / (a + t) = a value duty / (a value + duty).
      const most = given.times(value);
      if (given.lte(0)) throw noCoefficient(step.id, given);
      change(step.of, (duty) => (duty.gt(0) ? quotient(most.times(duty), most.plus(duty)) : duty));
    }
  }
}

/** An open coefficient may be bound to zero, with which the formula has no value. */
const noCoefficient = (id: string, given: Decimal) =>
  new TariffError({
    code: "out-of-range",
    path: `steps.${id}.rate`,
    received: given.toString(),
    advice: 'Bind the coefficient to a rate above zero, for example "15%".',
  });
