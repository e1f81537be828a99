import { deepFreeze } from "../../internal/deepFreeze.js";
import { TariffError } from "../../internal/TariffError.js";
import type { SolverReport } from "../../numerics/solverReport.js";
import type { GsimResult } from "./gsimResult.js";
import type { GsimWorld } from "./readGsim.js";

/** What a GSIM solution states: changes as fractions, surpluses as money. */
export interface GsimSolution {
  readonly worldPriceChange: ArrayLike<number>;
  readonly outputChange: ArrayLike<number>;
  readonly compositePriceChange: ArrayLike<number>;
  readonly consumerSurplusChange: ArrayLike<number>;
  readonly producerSurplusChange: ArrayLike<number>;
  /** By exporter and importer. */
  readonly quantityChange: readonly ArrayLike<number>[];
  readonly solver: SolverReport;
}

/** Adds trade, revenue and welfare to a solution; each is computed as a change, so that no shock gives exactly 0. */
export function gsimReport(world: GsimWorld, solution: GsimSolution): GsimResult {
  const { regions, trade, rateBefore, rateAfter, tariffChange } = world;
  const { quantityChange, worldPriceChange } = solution;
  const priceOf = (r: number) => worldPriceChange[r]!;
  const tradeChange = trade.map((row, r) =>
    row.map((value, v) => {
      const quantity = quantityChange[r]![v]!;
      return value * (quantity + priceOf(r) + quantity * priceOf(r));
    }),
  );
  const columnSum = (entry: (r: number) => number) => regions.reduce((sum, _, r) => sum + entry(r), 0);
  const rows = regions.map((region, i) => {
    const sold = tradeChange[i]!.reduce((sum, value) => sum + value, 0);
    const importsBefore = columnSum((r) => trade[r]![i]!);
    const tariffRevenueChange = columnSum((r) => {
      const rateChange = rateAfter[r]![i]! - rateBefore[r]![i]!;
      return rateBefore[r]![i]! * tradeChange[r]![i]! + rateChange * (trade[r]![i]! + tradeChange[r]![i]!);
    });
    const consumerSurplusChange = solution.consumerSurplusChange[i]!;
    const producerSurplusChange = solution.producerSurplusChange[i]!;
    const row = {
      region,
      worldPriceChange: priceOf(i),
      outputChange: solution.outputChange[i]!,
      compositePriceChange: solution.compositePriceChange[i]!,
      exportsBefore: world.sales[i]!,
      exportsAfter: world.sales[i]! + sold,
      importsBefore,
      importsAfter: importsBefore + columnSum((r) => tradeChange[r]![i]!),
      tariffRevenueChange,
      consumerSurplusChange,
      producerSurplusChange,
      welfareChange: tariffRevenueChange + consumerSurplusChange + producerSurplusChange,
    };
    for (const [key, value] of Object.entries(row)) {
      if (typeof value === "string" || Number.isFinite(value)) continue;
      throw new TariffError({
        code: "not-finite",
        path: `${region}.${key}`,
        received: value,
        advice: "The result is too large for float64; pass smaller values, rates or elasticities.",
      });
    }
    return row;
  });
  return deepFreeze({
    regions: rows,
    quantityChange: quantityChange.map((row) => Array.from(row)),
    internalPriceChange: tariffChange.map((row, r) =>
      Array.from(row, (change) => priceOf(r) + change + priceOf(r) * change),
    ),
    tradeAfter: trade.map((row, r) => Array.from(row, (value, v) => value + tradeChange[r]![v]!)),
    solver: solution.solver,
  });
}
