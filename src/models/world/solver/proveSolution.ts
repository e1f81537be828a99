import { multiplyFromLeft, multiplyFromRight } from "../../../numerics/matrixProducts.js";
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
  const { cost, wedge, costSum, sales, spending } = space;
  const { rowStart, importer, relief } = shock;
  const { unknowns, wage, employment, price, expenditure } = underNumeraire(arrays, space);
  const [factor, labourIncome, demand, exports, imports] = [n, n, n, n, n].map(
    (length) => new Float64Array(length),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const revenue = new Float64Array(n);
  const perSum = new Float64Array(n);
  const transfer = space.transfer.slice();

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
  multiplyFromLeft(cost, n, n, factor, costSum);
  for (let i = 0; i < n; i++) {
    spending[i] = (spent[i]! * expenditure[i]!) / costSum[i]!;
    perSum[i] = spending[i]!;
    demand[i] = (1 - marketing[i]!) * spending[i]!;
  }
  multiplyFromRight(cost, n, n, demand, sales);
  multiplyFromRight(cost, n, n, spending, exports);
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
  const residuals = { labourIncome: 0, budget: 0, labourSupply: 0, priceIndex: 0, numeraire };
  const take = (kind: keyof typeof residuals, ratio: number) => {
    const gap = Math.abs(ratio - 1);
    if (gap > residuals[kind] || Number.isNaN(gap)) residuals[kind] = gap;
  };
  for (let i = 0; i < n; i++) {
    const budget = spent[i]! * expenditure[i]!;
    const earned = labourIncome[i]!;
    const net = budget - revenue[i]!;
    const paid = relief ? revenue[i]! / earned : 0;
    const index = (expenditure[i]! / wage[i]!) ** (1 - exponent[i]!) * costSum[i]! ** (-1 / tradeElasticity);
    take("labourIncome", (valueAddedShare * sales[i]! + marketing[i]! * net) / earned);
    take(
      "budget",
      (revenue[i]! + earned + (1 - valueAddedShare) * sales[i]! + transfer[i]! * growth) / budget,
    );
    take("labourSupply", (wage[i]! / ((1 - paid) * price[i]!)) ** labourSupplyElasticity / employment[i]!);
    take("priceIndex", index / price[i]!);
  }
  space.passes += 3;
  return {
    unknowns,
    wage,
    employment,
    price,
    expenditure,
    labourIncome,
    revenue,
    exports,
    imports,
    transfer,
    worldGrowth: growth,
    exporterFactor: factor,
    importerFactor: perSum,
    at,
    residuals,
    residual: Math.max(...Object.values(residuals)),
    iterations: space.iterations,
    passes: space.passes,
  };
}

/** Wage, employment, price and expenditure at the state last evaluated, under the numéraire. */
function underNumeraire(arrays: WorldArrays, space: Workspace) {
  const { n, expenditure, income } = arrays;
  const { state, logWage, logPrice, logEmployment } = space;
  let scale = 0;
  for (let i = 0; i < n; i++)
    scale += arrays.wageNumeraire
      ? income[i]! * Math.exp(logWage[i]!)
      : expenditure[i]! * Math.exp(logPrice[i]!);
  const shift = Math.log(scale / (arrays.wageNumeraire ? arrays.totalIncome : arrays.totalExpenditure));
  const unknowns = state.map((value) => value - shift);
  return {
    unknowns,
    wage: logWage.map((value) => Math.exp(value - shift)),
    employment: logEmployment.map((value) => Math.exp(value)),
    price: logPrice.map((value) => Math.exp(value - shift)),
    expenditure: unknowns.subarray(n).map((value) => Math.exp(value)),
  };
}
