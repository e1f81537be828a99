import type { PartnerCode } from "../economies/partner.js";
import type { Decimal, DecimalText } from "../exact/decimal.js";
import type { HsCode } from "../goods/hsCode.js";
import { brand, requireBrand } from "../internal/brand.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { type AmountColumn, scaledDecimal } from "./columns/amountColumn.js";
import type { BaselineColumns } from "./columns/baselineColumns.js";
import { flowColumns } from "./columns/flowColumns.js";
import type { SourceCard } from "./source.js";

/**
 * What a flow consists of: an HS code, or `"total"` where the data do not tell goods apart.
 *
 * @category Baseline
 */
export type ProductCode = HsCode | "total";

/**
 * Trade as it was before any of the scenarios: one row for each importer, exporter and product. Made by
 * {@link defineBaseline} or taken from `tariff-whatif/data/...`. Column-wise: the n-th entries of all columns are the
 * n-th flow; importer, exporter and product are positions in the lists of codes.
 *
 * @category Baseline
 */
export interface Baseline {
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
  /** The importers, in order of first appearance. */
  readonly importers: readonly PartnerCode[];
  /** The exporters, in order of first appearance. */
  readonly exporters: readonly PartnerCode[];
  /** The products, in order of first appearance. */
  readonly products: readonly ProductCode[];
  /** One entry a flow in each column; amounts in whole units of the currency. */
  readonly columns: BaselineColumns;
  /** Gross domestic product by economy, in whole units of the currency; empty when not given. */
  readonly gdp: Readonly<Partial<Record<PartnerCode, DecimalText>>>;
  /** Where the figures come from. */
  readonly sources: readonly SourceCard[];
}

/** Freezes a baseline whose figures were checked, and marks it so that the models take it. */
export function sealBaseline(baseline: Baseline): Baseline {
  return deepFreeze(brand("baseline", baseline));
}

/** Refuses anything but a baseline that came from {@link sealBaseline}. */
export function requireBaseline(value: unknown, path: string): void {
  requireBrand("baseline", value, path, "defineBaseline, parseBaseline or a data set of this package");
}

/** The amounts of a baseline as decimals, one entry a flow. */
export interface BaselineAmounts {
  readonly customsValue: readonly Decimal[];
  readonly duties: readonly Decimal[] | null;
}

const amounts = /* @__PURE__ */ new WeakMap<Baseline, BaselineAmounts>();

/** The amounts of a baseline as decimals, read once. */
export function amountsOf(baseline: Baseline): BaselineAmounts {
  let known = amounts.get(baseline);
  if (!known) {
    const { customsValue, duties } = flowColumns(baseline);
    known = {
      customsValue: decimalsOf(customsValue),
      duties: duties === null ? null : decimalsOf(duties),
    };
    amounts.set(baseline, known);
  }
  return known;
}

const decimalsOf = ({ values, places }: AmountColumn): Decimal[] =>
  Array.from(values as ArrayLike<number | bigint>, (value) => scaledDecimal(value, places));
