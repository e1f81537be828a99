import { TariffError } from "../../internal/TariffError.js";
import type { SolverReport } from "../../numerics/solverReport.js";
import type { PriceSystem } from "./priceSystem.js";

/** Relative price changes as fractions, by commodity or industry. */
export interface SolvedPrices {
  /** Of what is imported, at the gate of the domestic buyer. */
  readonly imports: Float64Array;
  /** Of what is made at home: cost, and what producers add who follow import prices. */
  readonly domestic: Float64Array;
  /** Of what is made at home by its cost alone. */
  readonly cost: Float64Array;
  /** Of each industry. */
  readonly industry: Float64Array;
  readonly report: SolverReport;
}

const most = 500;

/**
 * Prices at which every industry passes its costs on: p = Am' m + Ad' d, d = D'p, where a share of domestic producers
 * asks what imports cost if that is more: d = D'p + share max(0, m - D'p). For a fall it is the least instead.
 */
export function solvePrices(
  system: PriceSystem,
  importPrices: ArrayLike<number>,
  followers: number,
): SolvedPrices {
  const { goods, makers, marketShare, domesticInput, importedInput, moves } = system;
  const imports = Float64Array.from({ length: goods }, (_, c) => (moves[c] ? importPrices[c]! : 0));
  const direct = times(importedInput, imports, makers, goods);
  const extra = new Float64Array(goods);
  let [industry, cost] = [new Float64Array(makers), new Float64Array(goods)];
  for (let step = 1; step <= most; step++) {
    const markups = times(domesticInput, extra, makers, goods);
    industry = new Float64Array(system.solve(direct.map((each, j) => each + markups[j]!)));
    cost = new Float64Array(goods);
    for (let j = 0; j < makers; j++) {
      for (let c = 0; c < goods; c++) cost[c]! += marketShare[j * goods + c]! * industry[j]!;
    }
    let change = 0;
    for (let c = 0; c < goods; c++) {
      const next = followers === 0 || !moves[c] ? 0 : followers * beyond(imports[c]!, cost[c]!);
      change = Math.max(change, Math.abs(next - extra[c]!));
      extra[c] = next;
    }
    if (change > 1e-14) continue;
    const domestic = cost.map((each, c) => (moves[c] ? each + extra[c]! : 0));
    // The price of a commodity without tariff enters the cost of others as it is made, as in the source's tables.
    const paid = cost.map((each, c) => each + extra[c]!);
    const inputs = times(domesticInput, paid, makers, goods);
    let residual = change;
    for (let j = 0; j < makers; j++) {
      residual = Math.max(residual, Math.abs(industry[j]! - direct[j]! - inputs[j]!));
    }
    return { imports, domestic, cost, industry, report: { converged: true, residual, iterations: step } };
  }
  throw new TariffError({
    code: "not-converged",
    path: "assumptions.domesticFollowers.share",
    received: followers,
    advice: "Give a smaller share of domestic producers who follow import prices.",
  });
}

/** How far a price of imports lies beyond a cost, away from zero; 0 where it lies on this side. */
const beyond = (price: number, cost: number): number =>
  price > 0 ? Math.max(0, price - cost) : price < 0 ? Math.min(0, price - cost) : 0;

function times(matrix: Float64Array, vector: ArrayLike<number>, rows: number, columns: number): Float64Array {
  const out = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += matrix[r * columns + c]! * vector[c]!;
    out[r] = sum;
  }
  return out;
}
