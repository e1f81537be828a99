import type { WorldArrays } from "../calibration/worldArrays.js";
import type { Shock } from "./Shock.js";
import type { Workspace } from "./workspace.js";

/**
 * How the gaps answer, to the first order and at the state last evaluated, to what a direction does: to the unknowns of
 * the economy itself (x, m), to the sum of costs, to what of it is net of duty, and to sales. Once for each of Newton's
 * steps; along a direction only products with these lists are left.
 */
export function linearise(arrays: WorldArrays, shock: Shock, space: Workspace): void {
  const { n, tradeElasticity, labourSupplyElasticity: supply, valueAddedShare, scaleElasticity } = arrays;
  const { expenditure, totalExpenditure, marketing, exponent, closed, wageWeight } = arrays;
  const { factor, sales, perCost, demand, netShare, spending, netSpending, labourIncome, revenue } = space;
  const { transfer, worldGrowth, factorBy, spendingBy, firstBy, secondBy, growthBy, commonBy, meanBy } =
    space;
  const ofPrices = (1 - valueAddedShare) * (1 + scaleElasticity);
  for (let i = 0; i < n; i++) {
    const per = perCost[i]!;
    const spent = spending[i]!;
    const perIncome = 1 / labourIncome[i]!;
    const marketingHere = marketing[i]!;
    const markUp = 1 - exponent[i]!;
    factorBy[i] = -tradeElasticity * factor[i]!;
    meanBy[i] = expenditure[i]! / totalExpenditure;
    spendingBy[i] = demand[i]!;
    spendingBy[n + i] = -demand[i]! * per;
    // Net spending answers to m, to the sum of costs and to its part net of duty; sales to x and to what is asked for.
    const netByM = netSpending[i]!;
    const netByNet = per * spent;
    const netByCost = -netShare[i]! * netByNet;
    const salesByX = -tradeElasticity * sales[i]!;
    const salesByAsked = factor[i]!;
    // Cost: first through the wage, then through what income and prices do besides.
    const paid = shock.relief ? revenue[i]! * perIncome : 0;
    const relief = shock.relief ? supply / (1 - paid) : 0;
    const wage = wageWeight[i]! * (valueAddedShare * (1 + scaleElasticity) - ofPrices * markUp);
    const income = wage * (1 + relief * paid) - scaleElasticity;
    const bySales = income * perIncome * valueAddedShare;
    const byNet = perIncome * (income * marketingHere + wage * relief);
    const byM = wage * (supply * markUp - relief * perIncome * spent) + ofPrices * markUp;
    const byCost = (-(wage * supply + ofPrices) * per) / tradeElasticity;
    firstBy[i] = 1 - bySales * salesByX;
    firstBy[n + i] = -byM - byNet * netByM;
    firstBy[2 * n + i] = -byCost - byNet * netByCost;
    firstBy[3 * n + i] = -byNet * netByNet;
    firstBy[4 * n + i] = -bySales * salesByAsked;
    growthBy[i] = (valueAddedShare * salesByX) / arrays.totalIncome;
    growthBy[n + i] = (marketingHere * netByM) / arrays.totalIncome;
    growthBy[2 * n + i] = (marketingHere * netByCost) / arrays.totalIncome;
    growthBy[3 * n + i] = (marketingHere * netByNet) / arrays.totalIncome;
    growthBy[4 * n + i] = (valueAddedShare * salesByAsked) / arrays.totalIncome;
    // The budget over expenditure; an economy that trades with nobody keeps its expenditure.
    const open = closed[i] === 1 ? 0 : 1;
    const perSpending = open / spent;
    const kept = (1 - marketingHere) * perSpending;
    const budget = (1 - marketingHere) * netByM - sales[i]! - transfer[i]! * worldGrowth;
    secondBy[i] = -salesByX * perSpending;
    secondBy[n + i] = kept * netByM - budget * perSpending + (1 - open);
    secondBy[2 * n + i] = kept * netByCost;
    secondBy[3 * n + i] = kept * netByNet;
    secondBy[4 * n + i] = -salesByAsked * perSpending;
    commonBy[i] = -transfer[i]! * perSpending;
    commonBy[n + i] = open;
  }
}
