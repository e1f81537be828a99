import type { WorldCore } from "./core.js";
import { sumOverExporters, sumOverImporters } from "./products.js";
import type { Shock } from "./Shock.js";
import type { Workspace } from "./workspace.js";

/**
 * Proves the solution: recomputes every equation, the redundant one too, from wage, employment, price and expenditure
 * alone, and leaves the largest scaled gap in `space.residual`; with it trade, revenue and income in levels. Costs three
 * N² passes.
 */
export function account(core: WorldCore, shock: Shock, space: Workspace): void {
  const { n, tradeElasticity, labourSupplyElasticity, valueAddedShare, scaleElasticity } = core;
  const { marketing, exponent, expenditure: spent, income } = core;
  const { cost, wedge, factor, costSum, revenue, sales, labourIncome, spending, demand } = space;
  const { wage, employment, price, expenditure, exports, imports } = space;
  const { rowStart, importer, transfer, relief } = shock;

  let scale = 0;
  let total = 0;
  for (let j = 0; j < n; j++) {
    const unit = wage[j]! ** valueAddedShare * price[j]! ** (1 - valueAddedShare);
    const entry = (wage[j]! / price[j]!) ** (1 - valueAddedShare);
    factor[j] = (unit / (entry * employment[j]!) ** scaleElasticity) ** -tradeElasticity;
    labourIncome[j] = wage[j]! * employment[j]! * income[j]!;
    total += labourIncome[j]!;
    scale += core.wageNumeraire ? wage[j]! * income[j]! : price[j]! * spent[j]!;
  }
  const growth = total / core.totalIncome;
  sumOverExporters(cost, n, factor, costSum);
  for (let i = 0; i < n; i++) {
    spending[i] = (spent[i]! * expenditure[i]!) / costSum[i]!;
    demand[i] = (1 - marketing[i]!) * spending[i]!;
  }
  sumOverImporters(cost, n, demand, sales);
  sumOverImporters(cost, n, spending, exports);
  revenue.fill(0);
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
  let worst = Math.abs(scale / (core.wageNumeraire ? core.totalIncome : core.totalExpenditure) - 1);
  for (let i = 0; i < n; i++) {
    const budget = spent[i]! * expenditure[i]!;
    const earned = labourIncome[i]!;
    const net = budget - revenue[i]!;
    const paid = relief ? revenue[i]! / earned : 0;
    const exponentHere = exponent[i]!;
    const labour = (valueAddedShare * sales[i]! + marketing[i]! * net) / earned - 1;
    const spend =
      (revenue[i]! + earned + (1 - valueAddedShare) * sales[i]! + transfer[i]! * growth) / budget - 1;
    const supply = (wage[i]! / ((1 - paid) * price[i]!)) ** labourSupplyElasticity / employment[i]! - 1;
    const index =
      ((expenditure[i]! / wage[i]!) ** (1 - exponentHere) * costSum[i]! ** (-1 / tradeElasticity)) /
        price[i]! -
      1;
    const here = Math.max(Math.abs(labour), Math.abs(spend), Math.abs(supply), Math.abs(index));
    worst = Math.max(here, worst);
  }
  space.residual = worst;
  space.worldGrowth = growth;
  space.passes += 3;
}
