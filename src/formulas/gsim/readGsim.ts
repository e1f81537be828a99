import {
  readDemandElasticity,
  readInverseSupply,
  readSubstitutionElasticity,
} from "../../internal/elasticities.js";
import { readNumbers, readRates, requireList } from "../../internal/numericColumns.js";
import { readNames } from "../../internal/readNames.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import type { GsimOptions } from "./gsimInputs.js";

/** A checked world; `trade[r][v]` is what r sells to v. */
export interface GsimWorld {
  readonly regions: readonly string[];
  readonly trade: readonly Float64Array[];
  readonly rateBefore: readonly Float64Array[];
  readonly rateAfter: readonly Float64Array[];
  /** The tariff's relative change (1 + t1)/(1 + t0) - 1. */
  readonly tariffChange: readonly Float64Array[];
  /** Share of r in the spending of v. */
  readonly spendingShare: readonly Float64Array[];
  /** Share of v in the sales of r. */
  readonly salesShare: readonly Float64Array[];
  readonly spending: Float64Array;
  readonly sales: Float64Array;
  readonly demand: Float64Array;
  readonly substitution: Float64Array;
  /** 1 / supply elasticity; 0 is infinite supply. */
  readonly inverseSupply: Float64Array;
}

/** Checks the options and computes the shares. */
export function readGsim(options: GsimOptions): GsimWorld {
  readOptions(options, "", [
    "regions",
    "trade",
    "rateBefore",
    "rateAfter",
    "importDemandElasticity",
    "substitutionElasticity",
    "exportSupplyElasticity",
  ]);
  const regions = readNames(options.regions, "regions");
  const n = regions.length;
  regions.forEach((name, r) => {
    if (regions.indexOf(name) === r) return;
    throw new TariffError({
      code: "duplicate-id",
      path: `regions[${r}]`,
      received: name,
      advice: "Name each region once.",
    });
  });
  const trade = readMatrix(options.trade, "trade", n, (row, path) => readNumbers(row, path, n, 0));
  const rates = (matrix: GsimOptions["rateAfter"], key: string) =>
    readMatrix(matrix, key, n, (row, path) => readRates(row, path, n));
  const rateBefore = rates(options.rateBefore, "rateBefore");
  const rateAfter = rates(options.rateAfter, "rateAfter");
  const paid = trade.map((row, r) => row.map((value, v) => value * (1 + rateBefore[r]![v]!)));
  const sales = Float64Array.from(trade, (row) => row.reduce((sum, value) => sum + value, 0));
  const spending = Float64Array.from(regions, (_, v) => paid.reduce((sum, row) => sum + row[v]!, 0));
  if (!sales.some((value) => value > 0)) {
    throw new TariffError({ code: "empty", path: "trade", received: trade, advice: "Pass some trade." });
  }
  const each = (value: unknown, key: string, read: (value: unknown, path: string) => number) =>
    Array.isArray(value)
      ? Float64Array.from(requireList(value, key, n), (entry, r) => read(entry, `${key}[${r}]`))
      : new Float64Array(n).fill(read(value, key));
  const share = (value: number, whole: number) => (whole > 0 ? value / whole : 0);
  return {
    regions,
    trade,
    rateBefore,
    rateAfter,
    tariffChange: rateAfter.map((row, r) =>
      row.map((rate, v) => (rate - rateBefore[r]![v]!) / (1 + rateBefore[r]![v]!)),
    ),
    spendingShare: paid.map((row) => row.map((value, v) => share(value, spending[v]!))),
    salesShare: trade.map((row, r) => row.map((value) => share(value, sales[r]!))),
    spending,
    sales,
    demand: each(options.importDemandElasticity, "importDemandElasticity", readDemandElasticity),
    substitution: each(options.substitutionElasticity, "substitutionElasticity", readSubstitutionElasticity),
    inverseSupply: each(options.exportSupplyElasticity, "exportSupplyElasticity", readInverseSupply),
  };
}

function readMatrix(
  matrix: readonly (readonly number[])[],
  path: string,
  n: number,
  read: (row: readonly number[], path: string) => Float64Array,
): Float64Array[] {
  const rows = Array.from(requireList(matrix, path));
  if (rows.length !== n) {
    throw new TariffError({
      code: "not-square",
      path,
      received: rows.length,
      advice: `Pass one row and one column for each of the ${n} regions.`,
    });
  }
  return rows.map((row, r) => read(row, `${path}[${r}]`));
}
