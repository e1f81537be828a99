import type { PartnerCode } from "../economies/partner.js";
import type { DecimalText } from "../exact/decimal.js";
import type { ProductCode } from "../trade/baseline.js";
import type { Place } from "./readError.js";

/**
 * One row of a file of trade data, in this package's terms.
 *
 * @category Readers
 */
export interface TradeRow {
  /** Where it stands in the file. */
  readonly at: Place;
  /** Who imports. */
  readonly importer: PartnerCode;
  /** Who exports. */
  readonly exporter: PartnerCode;
  /** The HS code in digits, or `"total"` where the file does not tell goods apart. */
  readonly product: ProductCode;
  /** The calendar year. */
  readonly year: number;
  /** The part of the year, such as `"2024-01"`; null for the whole year. */
  readonly period: string | null;
  /** Value in whole units of the currency. */
  readonly value: DecimalText;
  /** ISO 4217 code of the value. */
  readonly currency: string;
  /** Duties collected; null where the file has none. */
  readonly duties: DecimalText | null;
  /** Quantity; null where the file has none. */
  readonly quantity: DecimalText | null;
  /** Its unit as the file writes it; null where the file has none. */
  readonly unit: string | null;
  /** Net weight in kilograms, where the file states one. */
  readonly netWeightKg?: DecimalText | null;
  /** The edition of the HS, where the file states it, for example `"HS2022"`. */
  readonly hs?: string;
  /** Whether the office estimated the quantity or the weight, where the file says so. */
  readonly estimated?: boolean;
  /** Freight, where the file states it. */
  readonly freight?: DecimalText;
  /** Insurance, where the file states it. */
  readonly insurance?: DecimalText;
}

/**
 * Why a row of a file was left out.
 *
 * @category Readers
 */
export type SkipReason =
  | "total-partner"
  | "partner-group"
  | "partner-unspecified"
  | "importer-group"
  | "other-importer"
  | "total-product"
  | "total-row"
  | "coarser-level"
  | "other-level"
  | "breakdown"
  | "other-flow"
  | "other-period"
  | "other-classification"
  | "other-indicator"
  | "special-code"
  | "missing-value"
  | "footer";
