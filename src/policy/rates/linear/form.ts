import { Decimal } from "../../../exact/decimal.js";

/** An amount that depends on a line: so much of its customs value, and so much of its duties in the baseline. */
export interface Form {
  readonly ofValue: Decimal;
  readonly ofDuties: Decimal;
}

const none = new Decimal(0);
const whole = new Decimal(1);

export const noForm: Form = { ofValue: none, ofDuties: none };
export const valueForm: Form = { ofValue: whole, ofDuties: none };
export const dutiesForm: Form = { ofValue: none, ofDuties: whole };

export const plus = (left: Form, right: Form): Form => ({
  ofValue: left.ofValue.plus(right.ofValue),
  ofDuties: left.ofDuties.plus(right.ofDuties),
});

export const times = (form: Form, factor: Decimal): Form => ({
  ofValue: form.ofValue.times(factor),
  ofDuties: form.ofDuties.times(factor),
});

export const minus = (left: Form, right: Form): Form => ({
  ofValue: left.ofValue.minus(right.ofValue),
  ofDuties: left.ofDuties.minus(right.ofDuties),
});

/**
 * Whether a form is above zero on every line, or on none; undefined where it depends on the line. Values and duties are not
 * negative; on a line of zeros every amount is zero, whatever is decided.
 */
export function signOf({ ofValue, ofDuties }: Form): boolean | undefined {
  if (ofValue.lte(0) && ofDuties.lte(0)) return false;
  if (ofValue.gt(0) && ofDuties.gt(0)) return true;
  return undefined;
}
