import { type PartnerCode, requirePartner } from "../economies/partner.js";
import { type Money, writeScaledMoney } from "../exact/money.js";
import { plusScaled, type Scaled } from "../exact/scaled.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { type Baseline, requireBaseline } from "./baseline.js";
import { sumsOf } from "./columns/amountColumn.js";
import { flowColumns } from "./columns/flowColumns.js";

/**
 * Two partners of a baseline.
 *
 * @category Baseline
 */
export interface TradeBetweenOptions {
  /** The data. */
  readonly baseline: Baseline;
  /** One side. */
  readonly first: PartnerCode;
  /** The other side. */
  readonly second: PartnerCode;
}

/**
 * Trade between two partners.
 *
 * @category Baseline
 */
export interface BilateralTrade {
  /** What the first sold to the second. */
  readonly firstToSecond: Money;
  /** What the second sold to the first. */
  readonly secondToFirst: Money;
  /** Both directions together. */
  readonly total: Money;
}

/**
 * What two partners sell to one another.
 *
 * **Leaves out**: partners that the data hold only inside a group or the rest of the world: those are refused.
 *
 * @throws `unknown-flow` where the data list one of the two neither as an importer nor as an exporter,
 * `overlapping-scope` for one partner twice, `unknown-economy`, `not-defined`, `wrong-type`.
 * @example The United States and Mexico in 2023
 * ```ts
 * import { tradeBetween } from "tariff-whatif";
 * import { world2023 } from "tariff-whatif/data/world-2023";
 *
 * tradeBetween({ baseline: world2023, first: "USA", second: "MEX" }).firstToSecond.amount; // => "292823000000"
 * ```
 * @category Baseline
 */
export function tradeBetween(options: TradeBetweenOptions): BilateralTrade {
  const { baseline, first, second } = readOptions(options, "", ["baseline", "first", "second"]);
  requireBaseline(baseline, "baseline");
  requireListed(baseline, requirePartner(first, "first"), "first");
  requireListed(baseline, requirePartner(second, "second"), "second");
  if (first === second) {
    throw new TariffError({
      code: "overlapping-scope",
      path: "second",
      received: second,
      advice: "Name two different partners.",
    });
  }
  const { importers, exporters, currency, priceYear } = baseline;
  const columns = flowColumns(baseline);
  const sold = (from: PartnerCode, to: PartnerCode) => {
    const [exporter, importer] = [exporters.indexOf(from), importers.indexOf(to)];
    const ours = new Uint8Array(columns.length);
    for (let flow = 0; flow < columns.length; flow++) {
      if (columns.exporter[flow] === exporter && columns.importer[flow] === importer) ours[flow] = 1;
    }
    return sumsOf(columns.customsValue, ours, 2)[1] as Scaled;
  };
  const [out, back] = [sold(first, second), sold(second, first)];
  const money = (amount: Scaled) => writeScaledMoney(amount, currency, priceYear);
  return deepFreeze({
    firstToSecond: money(out),
    secondToFirst: money(back),
    total: money(plusScaled(out, back)),
  });
}

function requireListed(baseline: Baseline, partner: PartnerCode, path: string): void {
  if (baseline.importers.includes(partner) || baseline.exporters.includes(partner)) return;
  throw new TariffError({
    code: "unknown-flow",
    path,
    received: partner,
    advice: `Name a partner that ${baseline.id} lists.`,
  });
}
