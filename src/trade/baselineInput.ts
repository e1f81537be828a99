import type { PartnerCode } from "../economies/partner.js";
import type { DecimalText } from "../exact/decimal.js";
import type { SourceCard } from "./source.js";

/**
 * One flow of goods as {@link defineBaseline} takes it.
 *
 * @category Baseline
 */
export interface FlowInput {
  /** The economy, group or `"ROW"` that imports. */
  readonly importer: PartnerCode;
  /** The economy, group or `"ROW"` that exports. */
  readonly exporter: PartnerCode;
  /** An HS code, or `"total"`. */
  readonly product: string;
  /** Customs value in whole units of the currency, not negative. */
  readonly customsValue: DecimalText;
  /** Duties collected; omit it in every flow where the data have none. */
  readonly duties?: DecimalText;
  /** Quantities, each unit once; specific duties need them. */
  readonly quantities?: readonly FlowQuantity[];
}

/**
 * A quantity of goods in its unit.
 *
 * @category Baseline
 */
export interface FlowQuantity {
  /** The unit, for example `"kg"`, `"piece"`, `"liter"`, `"m2"`, `"pair"`, `"dozen"` or `"carat"` (see `unitsOfQuantity`); other spellings
   * such as `"No."` and `"litre"` are taken for the unit they name. */
  readonly unit: string;
  /** The quantity, not negative. */
  readonly amount: DecimalText;
}

/**
 * What becomes of several rows for the same importer, exporter and product: an error, or one flow with their exact sums.
 *
 * @category Baseline
 */
export type RepeatedFlows = "refuse" | "add";

/**
 * What {@link defineBaseline} takes: your own data, as plain JSON.
 *
 * @category Baseline
 */
export interface BaselineInput {
  /** Where the JSON Schema of the file stands, for an editor; it is read by nothing and left out of the result. */
  readonly $schema?: string;
  /** A short identifier. */
  readonly id: string;
  /** What the figures are, for a table heading. */
  readonly title: string;
  /** The calendar year of the flows. */
  readonly year: number;
  /** ISO 4217 code of all amounts. */
  readonly currency: string;
  /** The year in whose prices the amounts are. */
  readonly priceYear: number;
  /** The flows, up to 500,000. */
  readonly flows: readonly FlowInput[];
  /** Gross domestic product by economy, in whole units of the currency. */
  readonly gdp?: Readonly<Partial<Record<PartnerCode, DecimalText>>>;
  /** Where the figures come from, at least one. */
  readonly sources: readonly SourceCard[];
  /** What becomes of rows for the same flow, such as months: `"add"` adds them up; refused where it is not given. */
  readonly repeatedFlows?: RepeatedFlows;
}
