import type { DecimalText } from "../exact/decimal.js";
import type { Rate } from "../exact/rate.js";
import type { EntryRounding } from "./rounding.js";

/**
 * What a charge is: a duty, an excise, a tax or a fee. Totals are made by kind.
 *
 * @category Entries
 */
export type ChargeKind = "duty" | "excise" | "tax" | "fee";

/**
 * The rate of a measure: the text of a schedule; one for each line or each product (the longest prefix counts); a
 * ratio such as `"22/78"`; one within a quota and one above it; or one that is not known, perhaps between two texts.
 *
 * @category Entries
 */
export type MeasureRate =
  | string
  | { readonly byLine: Readonly<Record<string, string>> }
  | { readonly byProduct: Readonly<Record<string, string>> }
  | { readonly ratio: string }
  | { readonly quota: string; readonly within: string; readonly over: string }
  | { readonly unknown: string; readonly least?: string; readonly greatest?: string };

/**
 * A part of the base of a charge: the customs value; what an authority that stands before charges; the value of a part
 * of the good, perhaps taken off; or an addition by its name.
 *
 * @category Entries
 */
export type BaseTerm =
  | "customs value"
  | { readonly chargeOf: string }
  | { readonly valueOf: string; readonly less?: true }
  | { readonly addition: string };

/**
 * A rule by which something is charged on an entry. Rules work in the order in which they are given.
 *
 * @category Entries
 */
export interface EntryMeasure {
  /** Who charges: `"mfn"`, `"section-301"`, `"vat"`. */
  readonly authority: string;
  /** What is charged. */
  readonly kind: ChargeKind;
  /** On each line, or once an entry on the lines together. */
  readonly per: "line" | "entry";
  /** The rate; give a rate or an amount. */
  readonly rate?: MeasureRate;
  /** A fixed amount, on each line or on the entry. */
  readonly amount?: DecimalText;
  /** What the shares of the rate are taken of, added up; needed with a rate. */
  readonly base?: readonly BaseTerm[];
  /** The charge is part of its own base: base / (1 - rate), as for the Brazilian ICMS. */
  readonly insideItsBase?: true;
  /** The least that is charged on what is not free; what gives way or has a ceiling may be less. */
  readonly least?: DecimalText;
  /** The greatest that is charged. */
  readonly greatest?: DecimalText;
  /** The currency of the amount, the least and the greatest; absent where it is that of the entry. */
  readonly currency?: string;
  /** The law it stands in. */
  readonly law?: string;
  /** It reaches these lines only, by id. */
  readonly lines?: readonly string[];
  /** It reaches these products only, by prefix of the code. */
  readonly products?: readonly string[];
  /** It reaches goods of these origins only. */
  readonly origins?: readonly string[];
  /** It is charged only where each of these facts has one of the values. */
  readonly when?: readonly { readonly fact: string; readonly is: readonly string[] }[];
  /** The rate in place of the measure's own where a programme is claimed: `{ KR: "Free" }`. */
  readonly preferences?: Readonly<Record<string, string>>;
  /** Programmes whose claim frees a line from it. */
  readonly exemptClaims?: readonly string[];
  /** It is not charged on a line on which one of these authorities charges anything. */
  readonly yieldsTo?: readonly string[];
  /** It gives way, never below nothing, until it and the others together are at most this share of the customs value. */
  readonly ceiling?: { readonly greatest: Rate; readonly with: readonly string[] };
  /** How it is rounded, where it differs from the entry's rule. */
  readonly rounding?: EntryRounding;
}
