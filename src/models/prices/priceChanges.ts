import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { TariffError } from "../../internal/TariffError.js";
import { changesOf } from "./changesOf.js";
import { type PriceAssumptions, readPriceAssumptions } from "./priceAssumptions.js";
import type { PriceChanges } from "./priceResults.js";
import { requireRecord } from "./requireRecord.js";

/**
 * What additional tariffs by commodity do to consumer prices: numbers in, numbers out.
 *
 * **Formula**: what is imported becomes dearer by m = border * wholesale * tariff; industries pass on p = Am' m + Ad' d
 * with d = D' p, where a share of domestic producers may ask what imports cost; a purchase becomes dearer by its
 * imported share of m and its domestic share of d, on its value at producers' prices where margins stay the same
 * amount, on its value at the till where they stay the same percentage. After substitution: nested CES over origins
 * and over lines of consumption.
 *
 * **Unit**: tariffs as fractions, 0.25 for 25 %; changes in percent, amounts in the currency of the tables.
 *
 * **Leaves out**: savings, wages, transfers and the use of the revenue; {@link consumerPrices} takes a scenario instead.
 *
 * @throws `unknown-key` for a commodity that the tables do not have, `out-of-range` for a tariff below -1 or above 10,
 * `not-converged`, and what the assumptions are refused for.
 * @example Ten percent on motor vehicles
 * ```ts
 * import { completeByStage } from "tariff-whatif/parameters";
 * import { priceChanges } from "tariff-whatif/prices";
 * import { usPrices2023 } from "tariff-whatif/data/us-prices-2023";
 *
 * const { lines } = priceChanges({
 *   tariffFraction: { "3361MV": 0.1 },
 *   assumptions: {
 *     tables: usPrices2023,
 *     margins: "dollars",
 *     passThrough: { ...completeByStage.values, source: completeByStage.source },
 *     domesticFollowers: { share: 0, source: "chosen for the example" },
 *     substitution: "none",
 *   },
 * });
 * lines[0]!.percent.toFixed(2); // => "2.23"
 * ```
 * @category Consumer prices
 */
export function priceChanges(options: {
  /** Additional tariff by code of the commodity, as a fraction; 0 for those not named. */
  readonly tariffFraction: Readonly<Record<string, number>>;
  /** What the model assumes. */
  readonly assumptions: PriceAssumptions;
}): PriceChanges {
  const { tariffFraction, assumptions } = readOptions(options, "", ["tariffFraction", "assumptions"]);
  const read = readPriceAssumptions(assumptions, "assumptions");
  const at = new Map(read.tables.commodities.map(({ code }, index) => [code, index]));
  const tariffs = new Float64Array(at.size);
  for (const [code, value] of Object.entries(requireRecord(tariffFraction, "tariffFraction"))) {
    const path = `tariffFraction.${code.slice(0, 40)}`;
    const index = at.get(code);
    if (index === undefined) {
      throw new TariffError({
        code: "unknown-key",
        path,
        received: code,
        advice: `The tables have no such commodity; they have ${[...at.keys()].slice(0, 5).join(", ")} and others.`,
      });
    }
    const tariff = requireFinite(value, path);
    if (!(tariff > -1 && tariff <= 10)) {
      throw new TariffError({
        code: "out-of-range",
        path,
        received: tariff,
        advice: "Pass a tariff as a fraction above -1 and at most 10: 0.25 for 25 %.",
      });
    }
    tariffs[index] = tariff;
  }
  return deepFreeze(changesOf(tariffs, read));
}
