import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import type { Outcome, OutcomeRow, Quantity } from "../models/outcome.js";

/**
 * Which number of an outcome is meant.
 *
 * @category Comparison
 */
export interface Measurement {
  /** What it is broken down by; `"all"` for a total. */
  readonly dimension: OutcomeRow["dimension"];
  /** The code of the group; `"all"` for a total. */
  readonly key: string;
  /** What is measured, for example `"additionalDuties"`. */
  readonly indicator: string;
}

/** Prepares to take one number out of outcomes. */
export function readMeasurement(measurement: Measurement): (outcome: Outcome) => Quantity {
  const { dimension, key, indicator } = readOptions(measurement, "measurement", [
    "dimension",
    "key",
    "indicator",
  ]);
  requireText(dimension, "measurement.dimension");
  requireText(key, "measurement.key");
  requireText(indicator, "measurement.indicator");
  return (outcome) => {
    const row = outcome.rows.find(
      (candidate) =>
        candidate.dimension === dimension && candidate.key === key && candidate.indicator === indicator,
    );
    if (row) return row.after;
    const known = [...new Set(outcome.rows.map((candidate) => candidate.indicator))];
    throw new TariffError({
      code: "unknown-flow",
      path: "measurement",
      received: `${dimension} ${key} ${indicator}`,
      advice: `The ${outcome.model} outcome has no such number; its indicators are ${known.join(", ")}.`,
    });
  };
}
