import { Decimal } from "../exact/decimal.js";
import type { LawSpell } from "../law/lawThrough.js";
import { columnDuties } from "../models/columnDuties.js";
import { type Form, plus, times } from "../policy/rates/linear/form.js";
import type { Baseline } from "../trade/baseline.js";
import { scaledDecimal } from "../trade/columns/amountColumn.js";
import { sumByGroup } from "../trade/columns/sumByGroup.js";
import { dutiableColumns } from "../trade/requireDuties.js";

/** The duties of a law through some days on each flow of a baseline, as forms that are summed over the days. */
export interface FormsThrough {
  /** The form of each flow, a position in `forms`. */
  readonly formOf: Uint32Array;
  readonly forms: readonly Form[];
  readonly days: number;
}

/** Sums the forms of a law over its days: flows that meet the same forms on all days share a sum. */
export function formsThrough(baseline: Baseline, spells: readonly LawSpell[]): FormsThrough {
  let formOf = new Uint32Array(baseline.columns.exporter.length);
  let forms: Form[] = [{ ofValue: new Decimal(0), ofDuties: new Decimal(0) }];
  let days = 0;
  for (const spell of spells) {
    // A law is looked at on one day, so that every flow has a form.
    const of = columnDuties(baseline, spell.law) as NonNullable<ReturnType<typeof columnDuties>>;
    const known = new Map<number, number>();
    const next: Form[] = [];
    formOf = formOf.map((before, flow) => {
      const key = before * of.forms.length + (of.formOf[flow] as number);
      let at = known.get(key);
      if (at === undefined) {
        const form = times(of.forms[of.formOf[flow] as number] as Form, new Decimal(spell.days));
        at = next.push(plus(forms[before] as Form, form)) - 1;
        known.set(key, at);
      }
      return at;
    });
    forms = next;
    days += spell.days;
  }
  return { formOf, forms, days };
}

/** Duties by cell, exactly, summed over the days: each form is applied once to the values and duties that meet it. */
export function dutiesByCell(
  baseline: Baseline,
  { formOf, forms }: FormsThrough,
  cellOf: Int32Array,
  cells: number,
): readonly Decimal[] {
  const { customsValue, duties } = dutiableColumns(baseline, "baseline");
  const pairs = new Map<number, number>();
  const pairOf = cellOf.map((cell, flow) => {
    const key = (formOf[flow] as number) * cells + cell;
    const known = pairs.get(key) ?? pairs.size;
    pairs.set(key, known);
    return known;
  });
  const values = sumByGroup(customsValue.values, pairOf, pairs.size);
  const paid = sumByGroup(duties.values, pairOf, pairs.size);
  const sums = Array.from({ length: cells }, () => new Decimal(0));
  for (const [key, pair] of pairs) {
    const { ofValue, ofDuties } = forms[Math.floor(key / cells)] as Form;
    const amount = ofValue
      .times(scaledDecimal(values[pair] as bigint, customsValue.places))
      .plus(ofDuties.times(scaledDecimal(paid[pair] as bigint, duties.places)));
    sums[key % cells] = (sums[key % cells] as Decimal).plus(amount);
  }
  return sums;
}

/** The average rate of each flow over the days, as a fraction; 0 where it has no value. */
export function ratesByFlow(baseline: Baseline, { formOf, forms, days }: FormsThrough): Float64Array {
  const { customsValue, duties } = dutiableColumns(baseline, "baseline");
  const scale = 10 ** (customsValue.places - duties.places);
  const ofValue = Float64Array.from(forms, (form) => Number(form.ofValue) / days);
  const ofDuties = Float64Array.from(forms, (form) => Number(form.ofDuties) / days);
  return Float64Array.from(formOf, (form, flow) => {
    const value = Number(customsValue.values[flow]);
    if (value === 0) return 0;
    const own = (Number(duties.values[flow]) * scale) / value;
    return (ofValue[form] as number) + (ofDuties[form] as number) * own;
  });
}
