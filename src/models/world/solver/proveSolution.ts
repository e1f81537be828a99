import type { WorldArrays } from "../calibration/worldArrays.js";
import type { WayPoint } from "./followBranch.js";
import type { Shock } from "./Shock.js";
import type { Solution } from "./Solution.js";
import type { Workspace } from "./workspace.js";

/**
 * The solution at the state last evaluated, with its proof: wage, employment, price and expenditure are put under the
 * numéraire, and from these four alone every equation is computed anew, the redundant one too. Costs three N² passes.
 */
export function proveSolution(arrays: WorldArrays, shock: Shock, space: Workspace, at: WayPoint): Solution {
  const { n, tradeElasticity, labourSupplyElasticity, valueAddedShare, scaleElasticity } = arrays;
  const { marketing, exponent, expenditure: spent, income } = arrays;
  const { kernels, cost, wedge, costSum, sales, spending, demand, dSales: sold } = space;
  const { rowStart, importer, relief } = shock;
  const lists = makeLists(n);
  const { wage, employment, price, expenditure, labourIncome, revenue } = lists;
  const { exports, imports, transfer, exporterFactor: factor, importerFactor: perSum } = lists;
  takeLevels(arrays, space, lists);
  transfer.set(space.transfer);

  let scale = 0;
  let total = 0;
  for (let j = 0; j < n; j++) {
    const unit = wage[j]! ** valueAddedShare * price[j]! ** (1 - valueAddedShare);
    const entry = (wage[j]! / price[j]!) ** (1 - valueAddedShare);
    factor[j] = (unit / (entry * employment[j]!) ** scaleElasticity) ** -tradeElasticity;
    labourIncome[j] = wage[j]! * employment[j]! * income[j]!;
    total += labourIncome[j]!;
    scale += arrays.wageNumeraire ? wage[j]! * income[j]! : price[j]! * spent[j]!;
  }
  const growth = total / arrays.totalIncome;
  // The kernels work on the workspace alone.
  space.factor.set(factor);
  kernels.multiplyFromLeft(cost, n, n, space.factor, costSum);
  for (let i = 0; i < n; i++) {
    spending[i] = (spent[i]! * expenditure[i]!) / costSum[i]!;
    perSum[i] = spending[i]!;
    demand[i] = (1 - marketing[i]!) * spending[i]!;
  }
  kernels.multiplyFromRight(cost, n, n, demand, sales);
  kernels.multiplyFromRight(cost, n, n, spending, sold);
  exports.set(sold);
  for (let j = 0; j < n; j++) {
    const f = factor[j]!;
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++) {
      const i = importer[q]!;
      revenue[i]! += wedge[q]! * f * spending[i]!;
      sales[j]! -= wedge[q]! * demand[i]!;
      exports[j]! -= wedge[q]! * spending[i]!;
    }
    const own = cost[j * n + j]! * spending[j]!;
    imports[j] = -own * f;
    sales[j]! *= f;
    exports[j] = (exports[j]! - own) * f;
  }
  for (let i = 0; i < n; i++) imports[i]! += spending[i]! * costSum[i]! - revenue[i]!;
  const numeraire = Math.abs(
    scale / (arrays.wageNumeraire ? arrays.totalIncome : arrays.totalExpenditure) - 1,
  );
  let labour = 0;
  let budget = 0;
  let supply = 0;
  let index = 0;
  for (let i = 0; i < n; i++) {
    const spends = spent[i]! * expenditure[i]!;
    const earned = labourIncome[i]!;
    const net = spends - revenue[i]!;
    const paid = relief ? revenue[i]! / earned : 0;
    const costIndex =
      (expenditure[i]! / wage[i]!) ** (1 - exponent[i]!) * costSum[i]! ** (-1 / tradeElasticity);
    // Math.max hands on NaN, so that an equation without a value cannot pass for one that holds.
    labour = Math.max(labour, Math.abs((valueAddedShare * sales[i]! + marketing[i]! * net) / earned - 1));
    budget = Math.max(
      budget,
      Math.abs(
        (revenue[i]! + earned + (1 - valueAddedShare) * sales[i]! + transfer[i]! * growth) / spends - 1,
      ),
    );
    supply = Math.max(
      supply,
      Math.abs((wage[i]! / ((1 - paid) * price[i]!)) ** labourSupplyElasticity / employment[i]! - 1),
    );
    index = Math.max(index, Math.abs(costIndex / price[i]! - 1));
  }
  space.passes += 3;
  return {
    ...lists,
    worldGrowth: growth,
    at,
    residuals: { labourIncome: labour, budget, labourSupply: supply, priceIndex: index, numeraire },
    residual: Math.max(labour, budget, supply, index, numeraire),
    iterations: space.iterations,
    passes: space.passes,
  };
}

/** The lists of a solution in one piece of memory: many small ones would keep the collector busy. */
function makeLists(n: number) {
  const memory = new Float64Array(13 * n);
  let from = 0;
  const next = (length = n) => {
    from += length;
    return memory.subarray(from - length, from);
  };
  return {
    unknowns: next(2 * n),
    wage: next(),
    employment: next(),
    price: next(),
    expenditure: next(),
    labourIncome: next(),
    revenue: next(),
    exports: next(),
    imports: next(),
    transfer: next(),
    exporterFactor: next(),
    importerFactor: next(),
  };
}

/** Writes wage, employment, price and expenditure at the state last evaluated, under the numéraire. */
function takeLevels(arrays: WorldArrays, space: Workspace, lists: ReturnType<typeof makeLists>): void {
  const { n, expenditure, income } = arrays;
  const { state, logWage, logPrice, logEmployment } = space;
  let scale = 0;
  for (let i = 0; i < n; i++)
    scale += arrays.wageNumeraire
      ? income[i]! * Math.exp(logWage[i]!)
      : expenditure[i]! * Math.exp(logPrice[i]!);
  const shift = Math.log(scale / (arrays.wageNumeraire ? arrays.totalIncome : arrays.totalExpenditure));
  for (let i = 0; i < n; i++) {
    lists.unknowns[i] = state[i]! - shift;
    lists.unknowns[n + i] = state[n + i]! - shift;
    lists.wage[i] = Math.exp(logWage[i]! - shift);
    lists.employment[i] = Math.exp(logEmployment[i]!);
    lists.price[i] = Math.exp(logPrice[i]! - shift);
    lists.expenditure[i] = Math.exp(state[n + i]! - shift);
  }
}
