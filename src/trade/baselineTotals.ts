import type { Money } from "../exact/money.js";
import type { Rate } from "../exact/rate.js";
import type { Scaled } from "../exact/scaled.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { perhaps } from "../internal/nearestSpelling.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { type Baseline, requireBaseline } from "./baseline.js";
import { sumsOf } from "./columns/amountColumn.js";
import { type Dimension, groupingOf } from "./dimension.js";
import { dimensions } from "./requireDimension.js";
import { dutiableColumns } from "./requireDuties.js";
import { writeTotal } from "./writeTotal.js";

/**
 * Trade and duties of one group of flows.
 *
 * @category Baseline
 */
export interface BaselineTotal {
  /** The code of the group; `"all"` for the whole. */
  readonly key: string;
  /** Its name. */
  readonly name: string;
  /** Sum of the customs values. */
  readonly customsValue: Money;
  /** Sum of the duties. */
  readonly duties: Money;
  /** Duties over customs value, to 24 places of the fraction; `"0%"` where nothing was traded. */
  readonly effectiveRate: Rate;
}

/**
 * What {@link baselineTotals} adds up.
 *
 * @category Baseline
 */
export interface BaselineTotalsOptions {
  /** The data. */
  readonly baseline: Baseline;
  /** One row for the whole, or one for each importer, exporter, product, section, or HS prefix (chapter, heading, subheading, tariff line). */
  readonly by: Dimension | "all";
}

/**
 * Customs value, duties and effective tariff rate of a baseline, as a whole or broken down.
 *
 * **Formula**: effective rate = sum of duties / sum of customs values.
 *
 * **Result**: one row a group, in the order of the data; amounts are exact sums.
 *
 * @throws `not-defined` for a baseline that was not checked, `no-duties` for data without them, `wrong-type`.
 * @example The effective US tariff rate of 2024
 * ```ts
 * import { baselineTotals, roundRate } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const [whole] = baselineTotals({ baseline: usImports2024, by: "all" });
 * roundRate(whole!.effectiveRate, { places: 4, rounding: "half-even" }); // => "2.3427%"
 * ```
 * @category Baseline
 */
export function baselineTotals(options: BaselineTotalsOptions): readonly BaselineTotal[] {
  const { baseline, by } = readOptions(options, "", ["baseline", "by"]);
  requireBaseline(baseline, "baseline");
  if (!dimensions.includes(by)) {
    throw new TariffError({
      code: "wrong-type",
      path: "by",
      received: by,
      advice: `${perhaps(by, dimensions)}Name one of ${dimensions.join(", ")}.`,
    });
  }
  const { customsValue, duties } = dutiableColumns(baseline, "baseline");
  const { keys, names, groupOf } =
    by === "all" ? { keys: ["all"], names: ["All trade"], groupOf: null } : groupingOf(baseline, by);
  const values = sumsOf(customsValue, groupOf, keys.length);
  const paid = sumsOf(duties, groupOf, keys.length);
  return deepFreeze(
    keys.map((key, at) =>
      writeTotal(key, names[at] ?? key, [values[at] as Scaled, paid[at] as Scaled], baseline),
    ),
  );
}
