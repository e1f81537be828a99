import {
  compareFractions,
  dividedBy,
  type Fraction,
  greater,
  isZero,
  lesser,
  minus,
  times,
  zero,
} from "../exact/fraction.js";
import type { LineState } from "./baseOf.js";
import { isKnown, nothing, type Range, sumRanges } from "./range.js";
import type { ReadMeasure } from "./readMeasures.js";
import { writeShare } from "./writeAmount.js";

/** A charge after it gave way to others; `rate` where it is another now. */
export interface GaveWay {
  readonly range: Range;
  readonly rate?: string;
  readonly notes: readonly string[];
}

/** An authority that comes first on the same goods leaves nothing to this one. */
function yieldTo(measure: ReadMeasure, state: LineState, own: Range): GaveWay {
  const first = measure.yieldsTo.find((name) => (state.charged.get(name) ?? nothing).least.numerator > 0n);
  if (first !== undefined) return { range: nothing, rate: "0%", notes: [`gives way to ${first}`] };
  const perhaps = measure.yieldsTo.find((name) => {
    const { greatest } = state.charged.get(name) ?? nothing;
    return greatest === undefined || greatest.numerator > 0n;
  });
  if (perhaps === undefined) return { range: own, notes: [] };
  return { range: { ...own, least: zero }, notes: [`gives way to ${perhaps} if that is charged`] };
}

/** A ceiling on several authorities together is kept by this one alone; the others are never cut. */
function underCeiling(measure: ReadMeasure, state: LineState, share: Fraction, own: Range): GaveWay {
  const { ceiling } = measure;
  if (ceiling === undefined) return { range: own, notes: [] };
  const all = times(times(ceiling.greatest, state.line.value), share);
  const part = (amount: Fraction) => times(amount, share);
  const others = sumRanges(ceiling.with.map((name) => state.charged.get(name) ?? nothing));
  const room = {
    least: others.greatest === undefined ? zero : greater(zero, minus(all, part(others.greatest))),
    greatest: greater(zero, minus(all, part(others.least))),
  };
  const range = {
    least: lesser(own.least, room.least),
    greatest: own.greatest === undefined ? room.greatest : lesser(own.greatest, room.greatest),
  };
  const bound = own.greatest === undefined || compareFractions(range.greatest, own.greatest) < 0;
  if (!bound) return { range, notes: [] };
  const value = times(state.line.value, share);
  const rate = isKnown(range) && !isZero(value) ? { rate: writeShare(dividedBy(range.least, value)) } : {};
  return { range, ...rate, notes: [`ceiling of ${ceiling.text} with ${ceiling.with.join(", ")}`] };
}

/** What is left of a charge on a line beside what others charge there. */
export function giveWay(measure: ReadMeasure, state: LineState, share: Fraction, own: Range): GaveWay {
  const yielded = yieldTo(measure, state, own);
  const capped = underCeiling(measure, state, share, yielded.range);
  return { ...yielded, ...capped, notes: [...yielded.notes, ...capped.notes] };
}
