import { isRecord } from "../internal/isRecord.js";
import { requireAtMost } from "../internal/listBounds.js";
import { TariffError } from "../internal/TariffError.js";
import { requireQuantity } from "../models/quantity.js";
import type { Comparison, ComparisonRow } from "./compareScenarios.js";

const texts = ["scenario", "model", "dimension", "key", "name", "indicator", "scope"] as const;

/** The rows of a comparison, which may come back from JSON; refuses what is none. */
export function requireComparison(comparison: Comparison): readonly ComparisonRow[] {
  const refuse = (path: string, received: unknown): never => {
    throw new TariffError({
      code: "wrong-type",
      path,
      received,
      advice: "Pass what compareScenarios returned, unchanged.",
    });
  };
  if (!isRecord(comparison)) refuse("comparison", comparison);
  const { outcomes, rows } = comparison;
  requireAtMost(outcomes, "cells", "comparison.outcomes");
  requireAtMost(rows, "rows", "comparison.rows");
  Array.from(outcomes).forEach((outcome: unknown, index) => {
    const at = `comparison.outcomes[${index}]`;
    const record = isRecord(outcome) ? outcome : {};
    if (record !== outcome) refuse(at, outcome);
    for (const key of ["scenario", "model", "title"])
      if (typeof record[key] !== "string") refuse(`${at}.${key}`, record[key]);
  });
  Array.from(rows).forEach((row: unknown, index) => {
    const at = `comparison.rows[${index}]`;
    if (!isRecord(row)) {
      refuse(at, row);
      return;
    }
    for (const key of texts) if (typeof row[key] !== "string") refuse(`${at}.${key}`, row[key]);
    requireQuantity(row.level, `${at}.level`);
    if (row.difference !== null) requireQuantity(row.difference, `${at}.difference`);
    if (row.percent !== null) requireQuantity(row.percent, `${at}.percent`);
  });
  return rows;
}
