import type { Comparison, ComparisonRow } from "../compare/compareScenarios.js";
import { TariffError } from "../internal/TariffError.js";

/** The rows of a comparison; refuses what is none. */
export function requireRows(comparison: Comparison): readonly ComparisonRow[] {
  if (Array.isArray(comparison?.rows)) return comparison.rows;
  throw new TariffError({
    code: "wrong-type",
    path: "comparison",
    received: comparison,
    advice: "Pass what compareScenarios returned.",
  });
}
