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

// Most forms are a rate of the value and nothing else: what zeros and ones leave as it is costs no decimal.
const added = (left: Decimal, right: Decimal): Decimal =>
  left.isZero() ? right : right.isZero() ? left : left.plus(right);
const multiplied = (number: Decimal, factor: Decimal): Decimal =>
  number.isZero() ? none : number === whole ? factor : number.times(factor);
const subtracted = (left: Decimal, right: Decimal): Decimal => (right.isZero() ? left : left.minus(right));

export const plus = (left: Form, right: Form): Form => ({
  ofValue: added(left.ofValue, right.ofValue),
  ofDuties: added(left.ofDuties, right.ofDuties),
});

export const times = (form: Form, factor: Decimal): Form => ({
  ofValue: multiplied(form.ofValue, factor),
  ofDuties: multiplied(form.ofDuties, factor),
});

export const minus = (left: Form, right: Form): Form => ({
  ofValue: subtracted(left.ofValue, right.ofValue),
  ofDuties: subtracted(left.ofDuties, right.ofDuties),
});

const isAboveZero = (number: Decimal): boolean => number.isPositive() && !number.isZero();

/**
 * Whether a form is above zero on every line, or on none; undefined where it depends on the line. Values and duties are not
 * negative; on a line of zeros every amount is zero, whatever is decided.
 */
export function signOf({ ofValue, ofDuties }: Form): boolean | undefined {
  const [value, duties] = [isAboveZero(ofValue), isAboveZero(ofDuties)];
  return value === duties ? value : undefined;
}
