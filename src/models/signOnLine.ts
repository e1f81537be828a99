import type { Form } from "../policy/rates/linear/form.js";
import { scaledDecimal } from "../trade/columns/amountColumn.js";
import type { FlowColumns } from "../trade/columns/flowColumns.js";

interface Coefficients {
  readonly value: number;
  readonly duties: number;
}

const known = /* @__PURE__ */ new WeakMap<Form, Coefficients>();

/**
 * Whether a form is above zero on a line, exactly: in doubles where their error cannot matter, in decimals where it
 * could.
 */
export function aboveZero(
  form: Form,
  { customsValue, duties }: FlowColumns & { readonly duties: NonNullable<FlowColumns["duties"]> },
  line: number,
): boolean {
  let numbers = known.get(form);
  if (numbers === undefined) {
    numbers = {
      value: form.ofValue.toNumber() / 10 ** customsValue.places,
      duties: form.ofDuties.toNumber() / 10 ** duties.places,
    };
    known.set(form, numbers);
  }
  const left = numbers.value * Number(customsValue.values[line]);
  const right = numbers.duties * Number(duties.values[line]);
  const sum = left + right;
  if (Math.abs(sum) > 1e-13 * (Math.abs(left) + Math.abs(right))) return sum > 0;
  const value = scaledDecimal(customsValue.values[line] as number | bigint, customsValue.places);
  const before = scaledDecimal(duties.values[line] as number | bigint, duties.places);
  return form.ofValue.times(value).plus(form.ofDuties.times(before)).gt(0);
}
