import type { PriceTables } from "../../trade/tables/priceTables.js";
import { priceSystemOf } from "./priceSystem.js";
import type { SolvedPrices } from "./solvePrices.js";

/** What each imported commodity adds as an input to the domestic prices of a basket with these weights; fractions. */
export function inputParts(
  tables: PriceTables,
  { imports }: SolvedPrices,
  weights: Float64Array,
): Float64Array {
  const { goods, makers, marketShare, importedInput, moves, solve } = priceSystemOf(tables);
  return imports.map((change, k) => {
    if (change === 0) return 0;
    const industry = solve(
      Float64Array.from({ length: makers }, (_, j) => importedInput[j * goods + k]! * change),
    );
    let sum = 0;
    for (let c = 0; c < goods; c++) {
      if (!moves[c] || weights[c] === 0) continue;
      for (let j = 0; j < makers; j++) sum += weights[c]! * marketShare[j * goods + c]! * industry[j]!;
    }
    return sum;
  });
}
