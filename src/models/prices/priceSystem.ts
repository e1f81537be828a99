import { factoriseLinear } from "../../numerics/factoriseLinear.js";
import type { PriceTables } from "../../trade/tables/priceTables.js";

/** The tables as coefficients, with the price equations factorised. Matrices are flat, by industry. */
export interface PriceSystem {
  readonly goods: number;
  readonly makers: number;
  /** Share of each industry in the output of a commodity: [industry * goods + commodity]. */
  readonly marketShare: Float64Array;
  /** Domestic and imported input of a commodity for a unit of output: [industry * goods + commodity]. */
  readonly domesticInput: Float64Array;
  readonly importedInput: Float64Array;
  /** False where the price is held fixed. */
  readonly moves: readonly boolean[];
  /** Industry prices from the cost of what is not bought from one another. */
  readonly solve: (cost: ArrayLike<number>) => Float64Array;
}

const known = /* @__PURE__ */ new WeakMap<PriceTables, PriceSystem>();

/** The equations of a set of tables, worked out once. */
export function priceSystemOf(tables: PriceTables): PriceSystem {
  const found = known.get(tables);
  if (found) return found;
  const { commodities, industries, make, use, imported, output, fixedPrice } = tables;
  const [goods, makers] = [commodities.length, industries.length];
  const marketShare = new Float64Array(makers * goods);
  const domesticInput = new Float64Array(makers * goods);
  const importedInput = new Float64Array(makers * goods);
  for (let c = 0; c < goods; c++) {
    const made = make === null ? 1 : make.reduce((sum, row) => sum + row[c]!, 0);
    for (let j = 0; j < makers; j++) {
      const at = j * goods + c;
      marketShare[at] = make === null ? Number(j === c) : made === 0 ? 0 : make[j]![c]! / made;
      if (output[j] === 0) continue;
      domesticInput[at] = (use[c]![j]! - imported[c]![j]!) / output[j]!;
      importedInput[at] = imported[c]![j]! / output[j]!;
    }
  }
  const equations = Array.from({ length: makers }, (_, j) =>
    Float64Array.from({ length: makers }, (_, k) => {
      let sum = Number(j === k);
      for (let c = 0; c < goods; c++) sum -= marketShare[k * goods + c]! * domesticInput[j * goods + c]!;
      return sum;
    }),
  );
  const fixed = new Set(fixedPrice);
  const system: PriceSystem = {
    goods,
    makers,
    marketShare,
    domesticInput,
    importedInput,
    moves: commodities.map(({ code }) => !fixed.has(code)),
    solve: factoriseLinear(equations),
  };
  known.set(tables, system);
  return system;
}
