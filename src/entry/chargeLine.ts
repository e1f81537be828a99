import {
  compareFractions,
  type Fraction,
  isZero,
  minus,
  one,
  times,
  writeFraction,
} from "../exact/fraction.js";
import { baseOf, type LineState } from "./baseOf.js";
import { chargeOnBase, type OnBase, partOf } from "./chargeOnBase.js";
import type { Convert } from "./exchange.js";
import { giveWay } from "./giveWay.js";
import type { ChargeKind } from "./measure.js";
import { drawQuota, type QuotaBook, quotaOf } from "./quotas.js";
import { boundRange, exactly, isKnown, mapRange, nothing, type Range, sumRanges } from "./range.js";
import { rateOf } from "./rateOf.js";
import { exemptionOf } from "./reaches.js";
import type { ReadEntry, ReadLine } from "./readEntry.js";
import type { RateOnBase } from "./readMeasureRate.js";
import type { ReadMeasure } from "./readMeasures.js";
import { roundTo } from "./rounding.js";
import type { Charge } from "./sheet.js";

/** A charge before it is written: `amount` is rounded, `exact` is not. */
export interface OpenCharge extends Omit<Charge, "amount" | "exact" | "law"> {
  readonly measure: ReadMeasure;
  readonly kind: ChargeKind;
  readonly exact: Range;
  readonly amount: Range;
  readonly unknown: readonly string[];
}

/** What the charges of one entry share. */
export interface Assessment {
  readonly entry: ReadEntry;
  readonly convert: Convert;
  readonly quotas: QuotaBook;
  /** The lines that draw on a quota on a day, for quotas that are shared in proportion. */
  readonly asking: (quota: string, day: string) => readonly ReadLine[];
}

/** Keeps what is charged between the measure's least and greatest, and says which of them it is. */
export function boundAmount(
  { least, greatest }: ReadMeasure,
  { range, free }: Pick<OnBase, "range" | "free">,
): { range: Range; notes: readonly string[] } {
  if (free) return { range, notes: [] };
  const bounded = boundRange(range, least, greatest);
  const raised = least !== undefined && compareFractions(range.least, least) < 0;
  const cut =
    greatest !== undefined &&
    (range.greatest === undefined || compareFractions(range.greatest, greatest) > 0);
  return {
    range: bounded,
    notes: [
      ...(raised ? [`least ${writeFraction(least)}`] : []),
      ...(cut ? [`greatest ${writeFraction(greatest)}`] : []),
    ],
  };
}

const opened = (measure: ReadMeasure, line: string | undefined) => ({
  ...(line === undefined ? {} : { line }),
  authority: measure.authority,
  kind: measure.kind,
  measure,
});

/** A charge on a line, or on the part of it within or above a quota. */
function chargePart(
  measure: ReadMeasure,
  rate: RateOnBase,
  state: LineState,
  share: Fraction,
  { entry, convert }: Assessment,
): OpenCharge {
  const { line } = state;
  const { rounding } = measure;
  const place = { currency: entry.currency, convert, path: `${line.path}.` };
  const whole = mapRange(baseOf(measure.base, state), (amount) => times(amount, share));
  const stage = rounding.base;
  const base = stage === undefined ? whole : mapRange(whole, (amount) => roundTo(amount, stage));
  const onBase = chargeOnBase(rate, base, partOf(line.goods, share), place, measure.inside);
  const bounded = boundAmount(measure, onBase);
  const left = giveWay(measure, state, share, bounded.range);
  const { range } = left;
  return {
    line: line.id,
    authority: measure.authority,
    kind: measure.kind,
    measure,
    rate: left.rate ?? onBase.rate,
    base: onBase.base,
    exact: range,
    amount: mapRange(range, (amount) => roundTo(amount, rounding.amount)),
    notes: left.notes.length === 0 ? bounded.notes : [...bounded.notes, ...left.notes],
    unknown: isKnown(range) ? [] : onBase.unknown,
  };
}

/** What is charged on a line: one charge, or two where a quota ends within the line. */
function charges(measure: ReadMeasure, state: LineState, about: Assessment): readonly OpenCharge[] {
  const { line } = state;
  const exemption = exemptionOf(measure, line);
  if (exemption !== undefined) {
    const notes = [`free by the claim of ${exemption}`];
    return [{ ...opened(measure, line.id), exact: nothing, amount: nothing, notes, unknown: [] }];
  }
  if (measure.amount !== undefined) {
    const amount = exactly(measure.amount);
    const rounded = exactly(roundTo(measure.amount, measure.rounding.amount));
    return [{ ...opened(measure, line.id), exact: amount, amount: rounded, notes: [], unknown: [] }];
  }
  const rate = rateOf(measure, line);
  if (rate.is !== "quota") return [chargePart(measure, rate, state, one, about)];
  const quota = quotaOf(about.quotas, rate.quota, `${measure.path}.rate.quota`);
  const share = drawQuota(quota, line, about.entry, (day) => about.asking(rate.quota, day));
  const part = (name: "within quota" | "over quota", of: Fraction): readonly OpenCharge[] => {
    if (isZero(of)) return [];
    const duty = name === "within quota" ? rate.within : rate.over;
    return [{ ...chargePart(measure, { is: "text", duty }, state, of, about), part: name }];
  };
  return [...part("within quota", share), ...part("over quota", minus(one, share))];
}

/** Charges a measure on a line, and notes there what later measures count. */
export function chargeLine(measure: ReadMeasure, state: LineState, about: Assessment): readonly OpenCharge[] {
  const made = charges(measure, state, about);
  const { carried } = measure.rounding;
  note(state.charged, measure.authority, sumRanges(made.map(({ exact }) => exact)));
  const amount = sumRanges(made.map((charge) => charge.amount));
  note(
    state.carried,
    measure.authority,
    carried === undefined ? amount : mapRange(amount, (value) => roundTo(value, carried)),
  );
  return made;
}

/** Adds to what an authority has charged: two of its measures may reach one line. */
export function note(noted: Map<string, Range>, authority: string, range: Range): void {
  noted.set(authority, sumRanges([noted.get(authority) ?? nothing, range]));
}
