import { rateAsNumber } from "../../exact/rateAsNumber.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
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
 * the imported content: an estimate stated per percent of the shelf price must first be multiplied by the ratio of the
 * shelf value to the landed value.
 *
 * **Source**: M. Amiti, S. Redding and D. Weinstein, "The Impact of the 2018 Tariffs on Prices and Welfare", Journal
 * of Economic Perspectives 33(4), 2019, for the estimate in logarithms; the split is arithmetic.
 *
 * @throws TariffError when a share lies outside 0 to 1, retail pass-through exceeds that at the border, a rate has no
 * unit (`not-a-rate`) or leaves no price (`rate-below-minus-100`, `price-not-positive`), or the value is not above 0.
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
 * @category Pass-through
 */
export function passThrough(options: PassThroughOptions): PassThroughResult {
  const keys = ["customsValue", "rateBefore", "rateAfter", "borderPassThrough", "retailPassThrough"] as const;
  readOptions(options, "", keys);
  const value = requirePositive(options.customsValue, "customsValue");
  const before = rateAsNumber(options.rateBefore, "rateBefore");
  const after = rateAsNumber(options.rateAfter, "rateAfter");
  const border = requireShare(options.borderPassThrough, "borderPassThrough");
  const retail = requireShare(options.retailPassThrough, "retailPassThrough");
  if (retail > border) {
    throw new TariffError({
      code: "shares-do-not-add-up",
      path: "retailPassThrough",
      received: retail,
      advice:
        "Pass a retail pass-through no larger than borderPassThrough; else importers would gain by a duty.",
    });
  }
  const factor = Math.log1p((after - before) / (1 + before));
  const landed = value * (1 + before);
  const paidByExporters = 0 - value * Math.expm1((border - 1) * factor);
  const paidByConsumers = landed * Math.expm1(retail * factor) + 0;
  const paidByImporters = landed * Math.exp(retail * factor) * Math.expm1((border - retail) * factor) + 0;
  const dutiesChange = paidByExporters + paidByConsumers + paidByImporters;
  const share = (paid: number, first: number) =>
    dutiesChange === 0 ? first / (1 + before * border) : paid / dutiesChange;
  return deepFreeze({
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
  });
}
