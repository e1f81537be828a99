import { rateAsNumber } from "../../exact/rateAsNumber.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { requireFiniteOutput } from "../../internal/requireFiniteOutput.js";
import { requirePositive, requireShare } from "../../internal/requireShare.js";
import { TariffError } from "../../internal/TariffError.js";
import type { PassThroughOptions, PassThroughResult } from "./passThroughTypes.js";

/**
 * Splits a change in duties between foreign exporters, importing firms and consumers.
 *
 * **Formula**: with T = (1 + t1)/(1 + t0), b the border and r the retail pass-through, both in logarithms as they are
 * estimated: the exporter's price becomes T^(b - 1), the duty-inclusive price T^b, and consumers see T^r of it.
 * Exporters pay V (1 - T^(b - 1)), consumers V (1 + t0)(T^r - 1), importers V (1 + t0)(T^b - T^r), and together exactly
 * the change in duties, V (t1 T^(b - 1) - t0). Where the rate does not change the shares are those of the first unit.
 *
 * **Result**: amounts in the currency of `customsValue`, shares 0 to 1, prices as ratios to the baseline. For a tariff cut
 * the amounts are below 0: gains.
 *
 * **Leaves out**: quantities, which stay as they are, and domestic goods whose prices follow. The retail share is of
 * the landed value, that is of the imported content. An estimate on shelf prices is a share of something larger: it goes
 * in as `shelfPricePassThrough` with `shelfToLandedValue`, and r is their product; one without the other is refused.
 *
 * **Source**: [Amiti, Redding and Weinstein 2019], M. Amiti, S. Redding and D. Weinstein, "The Impact of the 2018
 * Tariffs on Prices and Welfare", Journal of Economic Perspectives 33(4), 2019, for the estimate in logarithms; the
 * split is arithmetic.
 *
 * @throws TariffError when a share lies outside 0 to 1, retail pass-through exceeds that at the border, a rate has no
 * unit (`not-a-rate`) or leaves no price (`rate-below-minus-100`, `price-not-positive`), the value is not above 0, both
 * or neither kind of retail pass-through is given (`conflicting-keys`, `missing-key`), or a result is `not-finite`.
 *
 * @example A duty of 10 % with 0.945 at the border and 0.2 in the shops
 * ```ts
 * import { passThrough } from "tariff-whatif/formulas";
 *
 * const split = passThrough({
 *   customsValue: 1000,
 *   rateBefore: "0%",
 *   rateAfter: "10%",
 *   borderPassThrough: 0.945,
 *   retailPassThrough: 0.2,
 * });
 * split.dutiesChange.toFixed(2); // => "99.48"
 * split.exporterShare.toFixed(3); // => "0.053"
 * split.importerShare.toFixed(3); // => "0.754"
 * split.consumerShare.toFixed(3); // => "0.193"
 * ```
 * @example An estimate on shelf prices, where a shelf is worth two landed values
 * ```ts
 * import { passThrough } from "tariff-whatif/formulas";
 * import { cavallo2021Border, cavallo2025Retail } from "tariff-whatif/parameters";
 *
 * const split = passThrough({
 *   customsValue: 1000,
 *   rateBefore: "0%",
 *   rateAfter: "10%",
 *   ...cavallo2021Border.values,
 *   ...cavallo2025Retail.values,
 *   shelfToLandedValue: 2,
 * });
 * split.consumerShare.toFixed(3); // => "0.391"
 * ```
 * @category Pass-through
 */
export function passThrough(options: PassThroughOptions): PassThroughResult {
  readOptions(
    options,
    "",
    ["customsValue", "rateBefore", "rateAfter", "borderPassThrough"],
    ["retailPassThrough", "shelfPricePassThrough", "shelfToLandedValue"],
  );
  const value = requirePositive(options.customsValue, "customsValue");
  const before = rateAsNumber(options.rateBefore, "rateBefore");
  const after = rateAsNumber(options.rateAfter, "rateAfter");
  const border = requireShare(options.borderPassThrough, "borderPassThrough");
  const retail = readRetail(options);
  if (retail > border) {
    throw new TariffError({
      code: "shares-do-not-add-up",
      path: options.retailPassThrough === undefined ? "shelfPricePassThrough" : "retailPassThrough",
      received: retail,
      advice:
        "Pass a retail pass-through, as a share of the landed value, no larger than borderPassThrough; else importers would gain by a duty.",
    });
  }
  const change = (after - before) / (1 + before);
  // Near -1 the quotient has lost the digits that the logarithm of the ratio still has.
  const factor = change < -0.5 || change > 1 ? Math.log1p(after) - Math.log1p(before) : Math.log1p(change);
  const landed = value * (1 + before);
  const paidByExporters = 0 - value * Math.expm1((border - 1) * factor);
  const paidByConsumers = landed * Math.expm1(retail * factor) + 0;
  const paidByImporters = landed * Math.exp(retail * factor) * Math.expm1((border - retail) * factor) + 0;
  const dutiesChange = paidByExporters + paidByConsumers + paidByImporters;
  const share = (paid: number, first: number) =>
    dutiesChange === 0 ? first / (1 + before * border) : paid / dutiesChange;
  const result = {
    dutiesBefore: value * before,
    dutiesAfter: value * before + dutiesChange,
    dutiesChange,
    paidByExporters,
    paidByImporters,
    paidByConsumers,
    exporterShare: share(paidByExporters, 1 - border),
    importerShare: share(paidByImporters, (1 + before) * (border - retail)),
    consumerShare: share(paidByConsumers, (1 + before) * retail),
    producerPrice: Math.exp((border - 1) * factor),
    tariffInclusivePrice: Math.exp(border * factor),
  };
  return deepFreeze(requireFiniteOutput(result));
}

/** What reaches consumers, as a share of the landed value: stated so, or stated of shelf prices and converted. */
function readRetail(options: PassThroughOptions): number {
  const { retailPassThrough, shelfPricePassThrough, shelfToLandedValue } = options;
  if (shelfPricePassThrough === undefined) {
    if (retailPassThrough === undefined || shelfToLandedValue !== undefined) {
      throw new TariffError({
        code: "missing-key",
        path: retailPassThrough === undefined ? "retailPassThrough" : "shelfPricePassThrough",
        received: undefined,
        advice:
          "Give retailPassThrough, a share of the landed value, or shelfPricePassThrough with shelfToLandedValue; there is no default.",
      });
    }
    return requireShare(retailPassThrough, "retailPassThrough");
  }
  if (retailPassThrough !== undefined) {
    throw new TariffError({
      code: "conflicting-keys",
      path: "shelfPricePassThrough",
      received: shelfPricePassThrough,
      advice:
        "Give retailPassThrough (of the landed value) or shelfPricePassThrough (of the shelf price), not both.",
    });
  }
  if (shelfToLandedValue === undefined) {
    throw new TariffError({
      code: "missing-key",
      path: "shelfToLandedValue",
      received: undefined,
      advice:
        "Say how many landed values a shelf price is worth, at least 1: a share of the shelf price means nothing at the border without it.",
    });
  }
  const ratio = requireFinite(shelfToLandedValue, "shelfToLandedValue");
  if (ratio < 1 || ratio > 100) {
    throw new TariffError({
      code: "out-of-range",
      path: "shelfToLandedValue",
      received: ratio,
      advice: "Give the shelf value over the landed value, 1 to 100: shops do not sell below what they paid.",
    });
  }
  return requireShare(shelfPricePassThrough, "shelfPricePassThrough") * ratio;
}
