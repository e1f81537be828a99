import { Decimal } from "../../exact/decimal.js";
import { type Rate, writeRate } from "../../exact/rate.js";
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
  /** Goods exports to the partner in a year, 0 or more; any currency and unit, the same as for `imports`. */
  readonly exports: number;
  /** Goods imports from the partner in the same year, above 0. */
  readonly imports: number;
  /** Percent change of imports when their price rises by one percent, below 0. */
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
 * **Result**: a {@link Rate} with all digits of the float64 it was computed in; below `"0%"` for a surplus, and below
 * `"-100%"`, which no tariff can be, for a surplus larger than imports times the elasticity and the pass-through. The
 * announced rates are half of it, and at least 10 %; neither rule is applied here.
 *
 * **Leaves out**: exchange rates, the response of exports, and every other partner. It is linear: imports fall by
 * epsilon phi times the rate, however large. It answers what was announced, not what would happen.
 *
 * **Source**: [USTR 2025], Office of the United States Trade Representative, "Reciprocal Tariff Calculations", April
 * 2025.
 *
 * @throws TariffError when imports are not above 0, exports below 0, or the elasticity or the share out of range,
 * or the rate has more than 30 digits before the point.
 *
 * @example China in 2024
 * ```ts
 * import { roundRate } from "tariff-whatif";
 * import { balancingTariff } from "tariff-whatif/formulas";
 *
 * const rate = balancingTariff({
 *   exports: 143.5,
 *   imports: 438.9,
 *   importDemandElasticity: -4,
 *   passThrough: 0.25,
 * });
 * roundRate(rate, { places: 2, rounding: "half-even" }); // => "67.3%"
 * ```
 * @category Pass-through
 */
export function balancingTariff(options: BalancingTariffOptions): Rate {
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
  // A rate is read with at most 30 digits on each side of the point, so it is written with no more.
  if (Math.abs(rate) < 1e28) return writeRate(new Decimal(rate).toDecimalPlaces(28));
  throw new TariffError({
    code: "out-of-range",
    path: "",
    received: rate,
    advice: "The rate has more digits than a rate is read with; check the units of exports and imports.",
  });
}
