import { TariffError } from "../../../internal/TariffError.js";
import type { WorldArrays } from "../calibration/worldArrays.js";
import type { Shock } from "./Shock.js";
import type { Solution } from "./Solution.js";

/**
 * Welfare is consumption less what work costs those who do it. Near the point where the two are equal in the baseline
 * its change has a pole. With expenditure equal to income the weight of expenditure is 1 + κ; a weight of more than
 * this many times that says more of the pole than of the tariff.
 */
const mostLeverage = 20;

/** The terms of the welfare of one economy. */
export interface WelfareTerms {
  /** δ: weight of expenditure; 1 - δ is that of labour income. */
  readonly weight: number;
  /** Expenditure and labour income, relative to the baseline. */
  readonly expenditure: number;
  readonly labourIncome: number;
  readonly price: number;
  /** Welfare relative to the baseline: (δ expenditure + (1 - δ) labour income) / price. */
  readonly ratio: number;
}

/** The welfare of economy i relative to the baseline; refuses a baseline in which it has no meaning. */
export function welfareTerms(arrays: WorldArrays, shock: Shock, solution: Solution, i: number): WelfareTerms {
  const { labourSupplyElasticity: kappa } = arrays;
  const earned = solution.labourIncome[i]!;
  const before = arrays.income[i]! + arrays.transfer[i]!;
  const after = solution.revenue[i]! + earned + solution.transfer[i]! * solution.worldGrowth;
  const relieved = shock.relief ? solution.revenue[i]! / earned : 0;
  const workCost = (kappa * (1 - relieved) * arrays.income[i]!) / (1 + kappa);
  const weight = before / (before - workCost);
  if (!hasMeaning(before, workCost, kappa)) throw noMeaning(arrays, i, before, workCost);
  const expenditure = after / before;
  const labourIncome = earned / arrays.income[i]!;
  const price = solution.price[i]!;
  const ratio = (weight * expenditure + (1 - weight) * labourIncome) / price;
  return { weight, expenditure, labourIncome, price, ratio };
}

/** Refuses a world in whose baseline the welfare of an economy has no meaning, before anything is solved. */
export function requireMeaning(arrays: WorldArrays): void {
  const { n, labourSupplyElasticity: kappa, income, transfer } = arrays;
  for (let i = 0; i < n; i++) {
    const before = income[i]! + transfer[i]!;
    const workCost = (kappa * income[i]!) / (1 + kappa);
    if (!hasMeaning(before, workCost, kappa)) throw noMeaning(arrays, i, before, workCost);
  }
}

/** Whether there is welfare in the baseline: who consumes less than nothing has none, though the weight is above 0 there too. */
const hasMeaning = (before: number, workCost: number, kappa: number): boolean =>
  before > workCost && before / (before - workCost) <= mostLeverage * (1 + kappa);

/** Refuses a scenario that leaves an economy without welfare: consumption that does not even make up for the work. */
export function requireWelfare(arrays: WorldArrays, i: number, { ratio }: WelfareTerms): number {
  if (ratio > 0) return ratio;
  throw new TariffError({
    code: "out-of-range",
    path: `economies[${i}].welfarePercent`,
    received: ratio,
    advice: `What ${arrays.economies[i]} could buy under this scenario would not make up for its work (welfare of ${ratio.toPrecision(3)} times that of the baseline): the model has no meaning there. Lower the tariffs, or choose other deficits or a lower labourSupplyElasticity.`,
  });
}

function noMeaning(arrays: WorldArrays, i: number, before: number, workCost: number): TariffError {
  const { labourSupplyElasticity: kappa, income, economies } = arrays;
  return new TariffError({
    code: "out-of-range",
    path: `world.expenditure[${i}]`,
    received: before,
    advice: `Welfare of ${economies[i]} has no meaning here: it consumes ${(before / income[i]!).toPrecision(4)} of its labour income, and its work is worth ${(workCost / income[i]!).toPrecision(4)} of that to those who do it, with a labourSupplyElasticity of ${kappa}. Pass a lower one, or trade and GDP that leave ${economies[i]} more to consume.`,
  });
}
