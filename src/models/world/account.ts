import type { WorldCore } from "./core.js";
import type { Shock } from "./Shock.js";
import type { Workspace } from "./workspace.js";

/**
 * Proves the solution: recomputes every equation, the redundant one too, from wage, employment, price and expenditure
 * alone, and leaves the largest scaled gap in `space.residual`; with it trade, revenue and income in levels. Costs two
 * N² passes. With `trade`, also writes the new trade matrix.
 */
export function account(core: WorldCore, shock: Shock, space: Workspace, trade?: number[][]): void {
  const { n, tradeElasticity: ε, labourSupplyElasticity: κ, valueAddedShare: β, scaleElasticity: ψ } = core;
  const { marketing, exponent, expenditure: spent, income } = core;
  const { cost, wedge, factor, costSum, revenue, sales, labourIncome, spending } = space;
  const { wage, employment, price, expenditure, exports, imports } = space;
  const { rowStart, importer, transfer, relief } = shock;

  costSum.fill(0);
  revenue.fill(0);
  imports.fill(0);
  let scale = 0;
  let total = 0;
  for (let j = 0; j < n; j++) {
    const unit = wage[j]! ** β * price[j]! ** (1 - β);
    const entry = (wage[j]! / price[j]!) ** (1 - β);
    factor[j] = (unit / (entry * employment[j]!) ** ψ) ** -ε;
    const row = j * n;
    for (let i = 0; i < n; i++) costSum[i]! += cost[row + i]! * factor[j]!;
    labourIncome[j] = wage[j]! * employment[j]! * income[j]!;
    total += labourIncome[j]!;
    scale += core.wageNumeraire ? wage[j]! * income[j]! : price[j]! * spent[j]!;
  }
  const growth = total / core.totalIncome;
  for (let i = 0; i < n; i++) spending[i] = (spent[i]! * expenditure[i]!) / costSum[i]!;
  for (let j = 0; j < n; j++) {
    const row = j * n;
    const f = factor[j]!;
    const out = trade?.[j];
    let kept = 0;
    let abroad = 0;
    let q = rowStart[j]!;
    const end = rowStart[j + 1]!;
    let next = q < end ? importer[q]! : n;
    for (let i = 0; i < n; i++) {
      let flow = cost[row + i]! * f * spending[i]!;
      if (i === next) {
        const duty = wedge[q]! * f * spending[i]!;
        revenue[i]! += duty;
        flow -= duty;
        q++;
        next = q < end ? importer[q]! : n;
      }
      kept += (1 - marketing[i]!) * flow;
      if (i !== j) {
        abroad += flow;
        imports[i]! += flow;
      }
      if (out) out[i] = flow;
    }
    sales[j] = kept;
    exports[j] = abroad;
  }
  let worst = Math.abs(scale / (core.wageNumeraire ? core.totalIncome : core.totalExpenditure) - 1);
  for (let i = 0; i < n; i++) {
    const budget = spent[i]! * expenditure[i]!;
    const earned = labourIncome[i]!;
    const net = budget - revenue[i]!;
    const paid = relief ? revenue[i]! / earned : 0;
    const φ = exponent[i]!;
    const labour = (β * sales[i]! + marketing[i]! * net) / earned - 1;
    const spend = (revenue[i]! + earned + (1 - β) * sales[i]! + transfer[i]! * growth) / budget - 1;
    const supply = (wage[i]! / ((1 - paid) * price[i]!)) ** κ / employment[i]! - 1;
    const index = ((expenditure[i]! / wage[i]!) ** (1 - φ) * costSum[i]! ** (-1 / ε)) / price[i]! - 1;
    const here = Math.max(Math.abs(labour), Math.abs(spend), Math.abs(supply), Math.abs(index));
    worst = Math.max(here, worst);
  }
  space.residual = worst;
  space.worldGrowth = growth;
  space.passes += 2;
}
