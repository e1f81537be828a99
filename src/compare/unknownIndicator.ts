import { perhaps } from "../internal/nearestSpelling.js";
import type { ComparisonRow } from "./compareScenarios.js";

/** What to do where no row of a breakdown has an indicator: `rows` are those of the breakdown. */
export function unknownIndicator(indicator: string, rows: readonly ComparisonRow[]): string {
  const known = [...new Set(rows.map((row) => row.indicator))];
  return known.length === 0
    ? "Name a breakdown that was compared."
    : `${perhaps(indicator, known)}Name one of ${known.join(", ")}.`;
}
