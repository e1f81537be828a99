import { perhaps } from "../internal/nearestSpelling.js";
import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import { type BreakdownRequest, readBreakdown } from "../models/breakdown.js";
import type { Quantity } from "../models/outcome.js";
import { numberOf, ownQuantity } from "../models/quantity.js";
import type { Comparison, ComparisonRow } from "./compareScenarios.js";
import { requireComparison } from "./requireComparison.js";
import { unknownIndicator } from "./unknownIndicator.js";

/**
 * What to rank, and how.
 *
 * @category Comparison
 */
export interface RankOptions {
  /** The comparison. */
  readonly comparison: Comparison;
  /** What is measured, for example `"additionalDuties"`. */
  readonly indicator: string;
  /** Which breakdown: `"all"` ranks the scenarios, `"exporter"` partners, `"chapter"` goods. */
  readonly dimension: BreakdownRequest;
  /** Rank by the level, by the difference, or by the percent change; rows without one come last. */
  readonly by: "level" | "difference" | "percent";
  /** Largest or smallest first. */
  readonly order: "largest-first" | "smallest-first";
}

/**
 * One row of a comparison with its place.
 *
 * @category Comparison
 */
export interface RankedRow extends ComparisonRow {
  /** 1 for the first; equal numbers share a place. */
  readonly rank: number;
}

/**
 * The rows of a comparison in order of one number: which scenario costs most, which partner is hit hardest.
 *
 * **Result**: rows with their place; rows with equal numbers keep their order and share a place. Numbers of different
 * scope, say imports of the United States and trade of the whole world, have no common order and are refused.
 *
 * @throws `not-defined` where no row has that number, `mixed-scopes` where the rows do not cover the same trade, `unknown-flow` where the comparison has no such rows, `missing-key`, `unknown-key`, `wrong-type`.
 * @example Which threat costs most
 * ```ts
 * import { accounting, compareScenarios, januaryScenarios, rankRows } from "tariff-whatif";
 * import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
 *
 * const comparison = compareScenarios({
 *   baseline: usImports2024,
 *   scenarios: [januaryScenarios.china10, januaryScenarios.mexicoCanada25],
 *   model: accounting,
 *   against: "baseline",
 *   by: ["all"],
 * });
 * const ranked = rankRows({
 *   comparison,
 *   indicator: "duties",
 *   dimension: "all",
 *   by: "difference",
 *   order: "largest-first",
 * });
 * ranked.map((row) => row.scenario); // => ["mexico-canada-25", "china-10"]
 * ```
 * @category Comparison
 */
export function rankRows(options: RankOptions): readonly RankedRow[] {
  const { comparison, indicator, dimension, by, order } = readOptions(options, "", [
    "comparison",
    "indicator",
    "dimension",
    "by",
    "order",
  ]);
  requireOneOf(by, ["level", "difference", "percent"], "by");
  requireOneOf(order, ["largest-first", "smallest-first"], "order");
  requireText(indicator, "indicator");
  const breakdown = readBreakdown(dimension, "dimension");
  const broken = requireComparison(comparison).filter((row) => row.dimension === breakdown);
  const rows = broken.filter((row) => row.indicator === indicator);
  if (rows.length === 0) {
    throw new TariffError({
      code: "unknown-flow",
      path: "indicator",
      received: `${breakdown} ${indicator.slice(0, 40)}`,
      advice: unknownIndicator(indicator, broken),
    });
  }
  const scopes = [...new Set(rows.map((row) => row.scope))];
  if (scopes.length > 1) {
    throw new TariffError({
      code: "mixed-scopes",
      path: "indicator",
      received: `${indicator.slice(0, 40)} of ${scopes.join("; ")}`,
      advice: `Rank numbers of one scope only: compare the models one by one, or keep the rows of one scope (${scopes.slice(0, 4).join("; ")}).`,
    });
  }
  const numbers = new Map(
    rows.map((row) => {
      const quantity: Quantity | null = row[by];
      return [row, quantity === null ? null : numberOf(quantity)] as const;
    }),
  );
  if ([...numbers.values()].every((number) => number === null)) {
    throw new TariffError({
      code: "not-defined",
      path: "by",
      received: by,
      advice: `No ${indicator.slice(0, 40)} here has a ${by === "percent" ? "percent change: where the reference is zero there is none" : by}. Rank by ${by === "level" ? "another indicator" : "the level"}.`,
    });
  }
  const sign = order === "largest-first" ? -1 : 1;
  const sorted = [...rows].sort((left, right) => {
    const [first, second] = [numbers.get(left) ?? null, numbers.get(right) ?? null];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * first.comparedTo(second);
  });
  let rank = 0;
  const ranked = sorted.map((row, index) => {
    const [own, before] = [
      numbers.get(row),
      index === 0 ? undefined : numbers.get(sorted[index - 1] as ComparisonRow),
    ];
    if (before === undefined || (own ? !before?.eq(own) : before !== null)) rank = index + 1;
    const { level, difference } = row;
    return Object.freeze({
      ...row,
      level: ownQuantity(level),
      difference: difference === null ? null : ownQuantity(difference),
      rank,
    });
  });
  return Object.freeze(ranked);
}

function requireOneOf(value: unknown, known: readonly unknown[], path: string): void {
  if (known.includes(value)) return;
  throw new TariffError({
    code: "wrong-type",
    path,
    received: value,
    advice: `${perhaps(value, known)}Name one of ${known.join(", ")}.`,
  });
}
