import type { DecimalText } from "../exact/decimal.js";
import type { QuantityUnit } from "../goods/units.js";
import type { IsoDate } from "../internal/isoDate.js";
import type { ChargeKind } from "./measure.js";

/**
 * An amount that is known, or between what it can lie: without `atMost` nothing bounds it above.
 *
 * @category Entries
 */
export type SheetAmount =
  | { readonly exactly: DecimalText }
  | { readonly atLeast: DecimalText; readonly atMost?: DecimalText };

/**
 * One duty, tax or fee of a sheet.
 *
 * @category Entries
 */
export interface Charge {
  /** The line it is charged on; absent for what is charged once an entry. */
  readonly line?: string;
  /** Who charges it. */
  readonly authority: string;
  /** What it is. */
  readonly kind: ChargeKind;
  /** The law it stands in. */
  readonly law?: string;
  /** The part of the line: what came within a quota, or what came above it. */
  readonly part?: "within quota" | "over quota";
  /** The rate that was charged; absent for a fixed amount. */
  readonly rate?: string;
  /** What it was charged on: amounts and quantities, in the order of the rate. */
  readonly base?: string;
  /** The amount before rounding, where it is known: a decimal, or a ratio where no decimal states it. */
  readonly exact?: string;
  /** The amount due. */
  readonly amount: SheetAmount;
  /** Why the amount is not the rate on the base: a claim, a ceiling, a least, an authority that comes first. */
  readonly notes: readonly string[];
}

/**
 * Something that is not known, by name.
 *
 * @category Entries
 */
export interface UnknownCharge {
  /** The line. */
  readonly line?: string;
  /** Who charges it. */
  readonly authority: string;
  /** What is not known. */
  readonly what: string;
}

/**
 * What an entry costs, with each duty and fee by itself.
 *
 * @category Entries
 */
export interface EntrySheet {
  /** The entry's name. */
  readonly id: string;
  /** Its day. */
  readonly day: IsoDate;
  /** The currency of all amounts. */
  readonly currency: string;
  /** The lines with the customs value that was used. */
  readonly lines: readonly { readonly id: string; readonly product?: string; readonly value: string }[];
  /** What is charged, in the order of the measures. */
  readonly charges: readonly Charge[];
  /** Measures that reach no line of the entry, and why. */
  readonly notCharged: readonly { readonly authority: string; readonly why: string }[];
  /** What is not known. */
  readonly unknown: readonly UnknownCharge[];
  /** The sums by kind; a kind that nothing is charged of is absent. */
  readonly totals: Readonly<Partial<Record<ChargeKind, SheetAmount>>>;
  /** The sum of all. */
  readonly total: SheetAmount;
  /** The customs value of all lines. */
  readonly value: string;
  /** Totals as a share of the customs value, to a hundredth of a per cent, half up; absent where the value is zero. */
  readonly shareOfValue?: { readonly duty: SheetShare; readonly total: SheetShare };
  /** What is left of each quota after the entry, in the quota's unit. */
  readonly balances: Readonly<Record<string, string>>;
  /** The unit of each of these. */
  readonly balanceUnits: Readonly<Record<string, QuantityUnit>>;
}

/**
 * A share that is known, or between what it can lie.
 *
 * @category Entries
 */
export type SheetShare =
  | { readonly exactly: string }
  | { readonly atLeast: string; readonly atMost?: string };
