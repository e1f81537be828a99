import { dividedBy, isZero, one, plus, times, writeFraction, zero } from "../exact/fraction.js";
import { baseOf, type LineState } from "./baseOf.js";
import { type Assessment, boundAmount, note, type OpenCharge } from "./chargeLine.js";
import { chargeOnBase } from "./chargeOnBase.js";
import { exactly, isKnown, mapRange, nothing, type Range, sumRanges } from "./range.js";
import { exemptionOf } from "./reaches.js";
import type { RateOnBase } from "./readMeasureRate.js";
import type { ReadMeasure } from "./readMeasures.js";
import { roundTo } from "./rounding.js";

const noGoods = {
  value: undefined,
  quantities: new Map(),
  values: new Map(),
  day: undefined,
  referred: new Map(),
};

/** The base of all lines together and what the rate charges on it. */
function onLines(measure: ReadMeasure, subject: readonly LineState[], { entry, convert }: Assessment) {
  if (measure.amount !== undefined) return { range: exactly(measure.amount), free: false, unknown: [] };
  // readMeasures refuses a rate by line, product or quota on the entry as a whole.
  const rate = measure.rate as RateOnBase;
  const sum = sumRanges(subject.map((state) => baseOf(measure.base, state)));
  const stage = measure.rounding.base;
  const base = stage === undefined ? sum : mapRange(sum, (amount) => roundTo(amount, stage));
  const place = { currency: entry.currency, convert, path: entry.path === "" ? "" : `${entry.path}.` };
  return chargeOnBase(rate, base, { ...noGoods, day: entry.day }, place, measure.inside);
}

/** Shares the charge out over the lines by value, exactly, so that bases of later charges can count it. */
function shareOut(measure: ReadMeasure, subject: readonly LineState[], amount: Range): void {
  const all = subject.reduce((sum, { line }) => plus(sum, line.value), zero);
  subject.forEach((state, at) => {
    const share = isZero(all) ? (at === 0 ? one : zero) : dividedBy(state.line.value, all);
    const part = mapRange(amount, (value) => times(value, share));
    note(state.charged, measure.authority, part);
    note(state.carried, measure.authority, part);
  });
}

/** Charges a measure once on the entry: on the lines it reaches together, without those that a claim frees. */
export function chargeEntry(
  measure: ReadMeasure,
  reached: readonly LineState[],
  about: Assessment,
): OpenCharge {
  const subject = reached.filter(({ line }) => exemptionOf(measure, line) === undefined);
  const freed = reached
    .filter((state) => !subject.includes(state))
    .map(({ line }) => `line ${line.id} is free by the claim of ${exemptionOf(measure, line)}`);
  const open = { authority: measure.authority, kind: measure.kind, measure };
  if (subject.length === 0) {
    const base = measure.rate === undefined ? {} : { base: writeFraction(zero) };
    return { ...open, ...base, exact: nothing, amount: nothing, notes: freed, unknown: [] };
  }
  const { range: unbounded, free, unknown, ...shown } = onLines(measure, subject, about);
  const { range, notes } = boundAmount(measure, { range: unbounded, free });
  const amount = mapRange(range, (value) => roundTo(value, measure.rounding.amount));
  shareOut(measure, subject, amount);
  return {
    ...open,
    ...shown,
    exact: range,
    amount,
    notes: [...notes, ...freed],
    unknown: isKnown(range) ? [] : unknown,
  };
}

/** The charges of a measure on the lines as one, where the authority rounds their sum. */
export function sumOverLines(measure: ReadMeasure, made: readonly OpenCharge[]): OpenCharge {
  const sum = sumRanges(made.map(({ amount }) => amount));
  const stage = measure.rounding.sum;
  const each = made.map(({ line, rate, base, amount }) => {
    const known = isKnown(amount) ? writeFraction(amount.least) : "not known";
    return `line ${line}: ${rate ?? "fixed"} on ${base ?? "the line"} is ${known}`;
  });
  return {
    authority: measure.authority,
    kind: measure.kind,
    measure,
    exact: sum,
    amount: stage === undefined ? sum : mapRange(sum, (value) => roundTo(value, stage)),
    notes: [...each, ...new Set(made.flatMap(({ notes }) => notes))],
    unknown: [...new Set(made.flatMap(({ unknown }) => unknown))],
  };
}
