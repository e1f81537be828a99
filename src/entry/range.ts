import { compareFractions, type Fraction, greater, lesser, plus, zero } from "../exact/fraction.js";

/** An amount that lies between two others; without a greatest it has no end. Known where the two are one. */
export interface Range {
  readonly least: Fraction;
  readonly greatest: Fraction | undefined;
}

export const exactly = (amount: Fraction): Range => ({ least: amount, greatest: amount });

export const nothing: Range = exactly(zero);

export const isKnown = ({ least, greatest }: Range): boolean =>
  greatest !== undefined && compareFractions(least, greatest) === 0;

export const addRanges = (a: Range, b: Range): Range => ({
  least: plus(a.least, b.least),
  greatest: a.greatest && b.greatest && plus(a.greatest, b.greatest),
});

export const sumRanges = (ranges: readonly Range[]): Range => ranges.reduce(addRanges, nothing);

/** Both ends through a function that never falls. */
export const mapRange = ({ least, greatest }: Range, change: (amount: Fraction) => Fraction): Range => {
  const low = change(least);
  return { least: low, greatest: greatest === least ? low : greatest && change(greatest) };
};

/** Not below a least, not above a greatest. */
export function boundRange(range: Range, least: Fraction | undefined, greatest: Fraction | undefined): Range {
  const bound = (amount: Fraction) => {
    const raised = least === undefined ? amount : greater(amount, least);
    return greatest === undefined ? raised : lesser(raised, greatest);
  };
  return {
    least: bound(range.least),
    greatest: range.greatest === undefined ? greatest : bound(range.greatest),
  };
}
