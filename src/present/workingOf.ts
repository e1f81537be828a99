import { readRow } from "../compare/measurement.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { TariffError } from "../internal/TariffError.js";
import { ledgerOf } from "../models/ledger.js";
import type { Measurement, Outcome } from "../models/outcome.js";
import type { Working } from "../models/working.js";

/**
 * How a number of an outcome came about: the formula with the values in it, the flows that add most and the steps behind
 * their rates, the law behind the steps, and the equations that a solved model satisfies.
 *
 * **Result**: plain data that survives JSON; {@link workingText} and {@link workingMarkdown} write it. Contributions are
 * in the unit of the number (percentage points for rates); those shown and the others add up to its change.
 *
 * **Leaves out**: an outcome that came through JSON: it holds the numbers, not the data and the steps behind them. Keep
 * the outcome that the model returned, or run the model again.
 *
 * @throws `not-defined` for an outcome that no model of this package returned, `unknown-flow` for a number that the
 * outcome does not have, `out-of-range`, `missing-key`.
 * @example Behind the duties on Chinese goods
 * ```ts
 * import { accounting, januaryScenarios, workingOf } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const outcome = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 });
 * const working = workingOf(outcome, { dimension: "exporter", key: "CHN", indicator: "additionalDuties" });
 * working.formula; // => "additional duties = duties after - duties before"
 * working.contributions[0]?.name; // => "China to United States, Electrical equipment"
 * working.measures.map(({ id }) => id); // => ["china-10"]
 * ```
 * @category Working
 */
export function workingOf(outcome: Outcome, measurement: Measurement): Working {
  const rowOf = readRow(measurement);
  const row = rowOf(outcome);
  const parts = ledgerOf(outcome)?.working?.(row);
  if (parts === undefined) {
    throw new TariffError({
      code: "not-defined",
      path: "outcome",
      received: outcome.model,
      advice:
        "Pass what a model of this package returned, unchanged: a copy from JSON no longer knows the data and steps behind its numbers. Run the model again.",
    });
  }
  const { model, scenario, title, baseline, assumptions } = outcome;
  return deepFreeze({ model, scenario, title, baseline, ...row, ...parts, assumptions: [...assumptions] });
}
