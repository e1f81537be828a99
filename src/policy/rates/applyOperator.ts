import { Decimal } from "../../exact/decimal.js";
import type { SplitStep, Step } from "../language/step.js";
import type { Duties } from "./duties.js";

/** Applies one operator to the duties on a value, in place. */
export function applyOperator(
  step: Exclude<Step, SplitStep>,
  given: Decimal,
  value: Decimal,
  duties: Duties,
): void {
  const charged = (authority: string) => duties.get(authority) ?? new Decimal(0);
  const total = (authorities: readonly string[]) =>
    authorities.reduce((sum, authority) => sum.plus(charged(authority)), new Decimal(0));
  switch (step.operator) {
    case "add":
      duties.set(step.authority, charged(step.authority).plus(value.times(given)));
      return;
    case "replace":
      for (const authority of step.of) duties.delete(authority);
      duties.set(step.authority, charged(step.authority).plus(value.times(given)));
      return;
    case "raiseTotalTo": {
      const missing = value.times(given).minus(total(step.of));
      if (missing.gt(0)) duties.set(step.authority, charged(step.authority).plus(missing));
      return;
    }
    case "capTotalAt": {
      const excess = total(step.of).minus(value.times(given));
      const taken = Decimal.min(excess, charged(step.authority));
      if (taken.gt(0)) duties.set(step.authority, charged(step.authority).minus(taken));
      return;
    }
    case "scale":
      for (const authority of step.of) {
        if (duties.has(authority)) duties.set(authority, charged(authority).times(given));
      }
  }
}
