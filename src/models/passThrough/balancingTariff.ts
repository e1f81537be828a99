import { readDemandElasticity } from "../../internal/elasticities.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { requirePositive, requireShare } from "../../internal/requireShare.js";
import { TariffError } from "../../internal/TariffError.js";

/**
 * What {@link balancingTariff} takes.
 *
 * @category Pass-through
 */
export interface BalancingTariffOptions {
  /** Exports to the partner and imports from it, in one currency. */
  readonly exports: number;
  readonly imports: number;
  /** Of imports to import prices, below 0. */
  readonly importDemandElasticity: number;
  /** Share of a tariff that shows in import prices, above 0 to 1. */
  readonly passThrough: number;
}

/**
 * The extra tariff that would bring a bilateral goods balance to zero, as the USTR computed it in April 2025.
 *
 * **Formula**: (x - m)/(epsilon phi m), with x exports, m imports, epsilon < 0 the elasticity of imports to their price
 * and phi the pass-through of tariffs to import prices.
 *
 * **Result**: a rate as a fraction; below 0 for a surplus. The announced rates are half of it, and at least 10 %; neither
 * rule is applied here.
 *
 * **Leaves out**: exchange rates, the response of exports, and every other partner. It is linear: imports fall by
 * epsilon phi times the rate, however large. It answers what was announced, not what would happen.
 *
 * **Source**: Office of the United States Trade Representative, "Reciprocal Tariff Calculations", April 2025.
 *
 * @throws TariffError when imports are not above 0, exports below 0, or the elasticity or the share out of range.
 *
 * @example China in 2024
 * ```ts
 * import { balancingTariff } from "tariff-whatif";
 *
 * const rate = balancingTariff({
 *   exports: 143.5,
 *   imports: 438.9,
 *   importDemandElasticity: -4,
 *   passThrough: 0.25,
 * });
 * rate.toFixed(4); // => "0.6730"
 * ```
 * @category Pass-through
 */
export function balancingTariff(options: BalancingTariffOptions): number {
  readOptions(options, "", ["exports", "imports", "importDemandElasticity", "passThrough"]);
  const imports = requirePositive(options.imports, "imports");
  const exports = requireFinite(options.exports, "exports");
  const elasticity = readDemandElasticity(options.importDemandElasticity, "importDemandElasticity");
  const share = requirePositive(requireShare(options.passThrough, "passThrough"), "passThrough");
  if (exports < 0) {
    throw new TariffError({
      code: "out-of-range",
      path: "exports",
      received: exports,
      advice: "Pass exports of 0 or more.",
    });
  }
  const rate = (exports - imports) / imports / (elasticity * share) + 0;
  if (Number.isFinite(rate)) return rate;
  throw new TariffError({
    code: "not-finite",
    path: "",
    received: rate,
    advice: "The rate is too large for float64; check the units of exports and imports.",
  });
}
