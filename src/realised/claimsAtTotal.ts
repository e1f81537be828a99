import { Decimal, type DecimalText, divide, readDecimal, writeDecimal } from "../exact/decimal.js";
import { findLongestPrefix } from "../goods/longestPrefix.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { NorthAmericanClaims } from "../law/lawFacts.js";
import { readClaims } from "../law/readLaw.js";
import { amountsOf, type Baseline, requireBaseline } from "../trade/baseline.js";

/**
 * What {@link claimsAtTotal} needs.
 *
 * @category Realised
 */
export interface ClaimsAtTotalOptions {
  /** Trade that weighs the shares. */
  readonly baseline: Baseline;
  /** Shares by product, of another time. */
  readonly claims: NorthAmericanClaims;
  /** The share that all trade of each partner is to claim, 0 to 1. */
  readonly totals: Readonly<Record<"CAN" | "MEX", DecimalText>>;
}

/**
 * Shares of claims by product, moved so that all trade together claims a given share.
 *
 * **Formula**: where the total T is above the old one S, what is not claimed shrinks alike everywhere, 1 - s' = (1 - s)
 * (1 - T)/(1 - S); where it is below, what is claimed does, s' = s T/S.
 *
 * **Result**: a share for each product of the baseline that the partner sells, 0 to 1, to 12 places.
 *
 * **Leaves out**: that some goods can never qualify: a rise is spread over all of them.
 *
 * @throws `out-of-range`, `not-a-decimal`, `division-by-zero` where a total cannot be reached, `unknown-flow` for a
 * partner that the baseline has no trade with, `not-defined`, `missing-key`, `unknown-key`, `wrong-type`.
 * @example Canada in August 2025
 * ```ts
 * import { usLines2024, usLines2024Claims } from "tariff-whatif/data/us-lines-2024";
 * import { claimsAtTotal } from "tariff-whatif/realised";
 *
 * const totals = { CAN: "0.8522", MEX: "0.8352" } as const;
 * const { CAN } = claimsAtTotal({ baseline: usLines2024, claims: usLines2024Claims, totals });
 * typeof CAN === "string" ? CAN : Object.keys(CAN.byProduct).length; // => 894
 * ```
 * @category Realised
 */
export function claimsAtTotal(options: ClaimsAtTotalOptions): NorthAmericanClaims {
  const { baseline, claims, totals } = readOptions(options, "", ["baseline", "claims", "totals"]);
  requireBaseline(baseline, "baseline");
  const read = readClaims(claims, "claims");
  const given = readOptions(totals, "totals", ["CAN", "MEX"]);
  const of = (partner: "CAN" | "MEX") => ({
    byProduct: movedTo(baseline, partner, read[partner], readShareOf(given[partner], `totals.${partner}`)),
  });
  return deepFreeze({ CAN: of("CAN"), MEX: of("MEX") });
}

function readShareOf(value: unknown, path: string): Decimal {
  const share = readDecimal(value, path);
  if (share.gte(0) && share.lte(1)) return share;
  throw new TariffError({ code: "out-of-range", path, received: value, advice: "Give a share from 0 to 1." });
}

function movedTo(
  baseline: Baseline,
  partner: "CAN" | "MEX",
  claims: NorthAmericanClaims["CAN"],
  total: Decimal,
): Readonly<Record<string, DecimalText>> {
  const values = valuesOf(baseline, partner);
  const table =
    typeof claims === "string" ? new Map<string, DecimalText>() : new Map(Object.entries(claims.byProduct));
  const prefixes = new Set(table.keys());
  const shareOf = (code: string): Decimal => {
    if (typeof claims === "string") return new Decimal(claims);
    const prefix = code === "total" ? undefined : findLongestPrefix(prefixes, code as `${number}`);
    return new Decimal(prefix === undefined ? 0 : (table.get(prefix) as DecimalText));
  };
  const zero = new Decimal(0);
  const all = [...values.values()].reduce((sum, value) => sum.plus(value), zero);
  const claimed = [...values].reduce((sum, [code, value]) => sum.plus(value.times(shareOf(code))), zero);
  const path = `totals.${partner}`;
  // T above S on both sides multiplied by all trade: S = claimed / all.
  const rises = total.times(all).gt(claimed);
  const one = new Decimal(1);
  const factor = total.times(all).eq(claimed)
    ? one
    : rises
      ? divide(one.minus(total).times(all), all.minus(claimed), path)
      : divide(total.times(all), claimed, path);
  const moved = (share: Decimal) => (rises ? one.minus(one.minus(share).times(factor)) : share.times(factor));
  return Object.fromEntries(
    [...values.keys()].map((code) => [code, writeDecimal(moved(shareOf(code)).toDecimalPlaces(12))]),
  );
}

/** The trade of a partner by product. */
function valuesOf(baseline: Baseline, partner: string): ReadonlyMap<string, Decimal> {
  const values = new Map<string, Decimal>();
  const { customsValue } = amountsOf(baseline);
  baseline.columns.exporter.forEach((exporter, flow) => {
    if (baseline.exporters[exporter] !== partner) return;
    const code = baseline.products[baseline.columns.product[flow] as number] as string;
    values.set(code, (customsValue[flow] as Decimal).plus(values.get(code) ?? 0));
  });
  if (values.size > 0) return values;
  throw new TariffError({
    code: "unknown-flow",
    path: "baseline",
    received: partner,
    advice: `Give trade with ${partner}: its claims are weighed by it.`,
  });
}
