import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import { readBreakdown } from "../models/breakdown.js";
import type { Measurement, Outcome, OutcomeRow, Quantity } from "../models/outcome.js";
import { modelAdvice, requireOutcome } from "../models/requireOutcome.js";
import { rowsBy } from "../models/rowsBy.js";

/** Prepares to take one number out of outcomes. */
export function readMeasurement(measurement: Measurement): (outcome: Outcome) => Quantity {
  const rowOf = readRow(measurement);
  return (outcome) => rowOf(outcome).after;
}

/** Prepares to find the row of one number in outcomes. */
export function readRow(measurement: Measurement): (outcome: Outcome) => OutcomeRow {
  const { dimension, key, indicator } = readOptions(measurement, "measurement", [
    "dimension",
    "key",
    "indicator",
  ]);
  const breakdown = readBreakdown(dimension, "measurement.dimension");
  requireText(key, "measurement.key");
  requireText(indicator, "measurement.indicator");
  return (outcome) => {
    requireOutcome(outcome, "model", modelAdvice);
    const rows = rowsBy(outcome, breakdown);
    const row = rows.find((candidate) => candidate.key === key && candidate.indicator === indicator);
    if (row) return row;
    const inGroup = rows.filter((candidate) => candidate.key === key);
    const list = (of: "key" | "indicator", from: typeof rows) => {
      const known = [...new Set(from.map((candidate) => candidate[of]))];
      return known.slice(0, 12).join(", ") + (known.length > 12 ? ", …" : "");
    };
    const advice =
      rows.length === 0
        ? `The ${outcome.model} outcome has nothing by ${breakdown}; ask for another breakdown.`
        : inGroup.length === 0
          ? `The ${outcome.model} outcome has no such key by ${breakdown}; its keys are ${list("key", rows)}.`
          : `The ${outcome.model} outcome has no such number; its indicators are ${list("indicator", inGroup)}.`;
    throw new TariffError({
      code: "unknown-flow",
      path: "measurement",
      received: `${breakdown} ${key.slice(0, 40)} ${indicator.slice(0, 40)}`,
      advice,
    });
  };
}
