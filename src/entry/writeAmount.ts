import type { DecimalText } from "../exact/decimal.js";
import { dividedBy, type Fraction, fraction, times, writeFraction } from "../exact/fraction.js";
import { fixedText } from "../exact/scaled.js";
import { isKnown, type Range } from "./range.js";
import { type ReadRoundTo, roundTo } from "./rounding.js";
import type { SheetAmount, SheetShare } from "./sheet.js";

/** A rounded amount with the places of its rounding: 2.5 to the cent is "2.50". */
export function writeRounded(amount: Fraction, { places }: ReadRoundTo): DecimalText {
  const scaled = times(amount, fraction(10n ** BigInt(places)));
  return scaled.denominator === 1n
    ? fixedText(scaled.numerator, places)
    : (writeFraction(amount) as DecimalText);
}

/** An amount of a sheet, both ends rounded. */
export function sheetAmount(range: Range, rounding: ReadRoundTo): SheetAmount {
  const write = (amount: Fraction) => writeRounded(roundTo(amount, rounding), rounding);
  if (isKnown(range)) return { exactly: write(range.least) };
  const least = write(range.least);
  return range.greatest === undefined
    ? { atLeast: least }
    : { atLeast: least, atMost: write(range.greatest) };
}

const hundredth: ReadRoundTo = {
  to: "0.01",
  mode: "half-away-from-zero",
  step: { numerator: 1n, denominator: 100n },
  places: 2,
};
const hundred = /* @__PURE__ */ fraction(100n);

/** A range as a share of a value, in per cent. */
export function sheetShare(range: Range, value: Fraction): SheetShare {
  const share = (amount: Fraction) => times(dividedBy(amount, value), hundred);
  const per = (text: string) => `${text}%`;
  const written = sheetAmount(
    { least: share(range.least), greatest: range.greatest && share(range.greatest) },
    hundredth,
  );
  if ("exactly" in written) return { exactly: per(written.exactly) };
  const { atLeast, atMost } = written;
  return { atLeast: per(atLeast), ...(atMost === undefined ? {} : { atMost: per(atMost) }) };
}

/** A fraction as a rate: "12.5%", "22/78" where no decimal states it. */
export function writeShare(share: Fraction): string {
  const text = writeFraction(times(share, hundred));
  return text.includes("/") ? writeFraction(share) : `${text}%`;
}
