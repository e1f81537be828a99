import type { ConsumptionColumns } from "./consumptionColumns.js";
import type { PriceSubstitution } from "./priceAssumptions.js";

/** The CES index of relative price changes with weights that need not add up to 1, none below zero; a fraction. */
export function cesChange(
  weights: ArrayLike<number>,
  changes: ArrayLike<number>,
  elasticity: number,
): number {
  const power = 1 - elasticity;
  let [total, logs, largest] = [0, 0, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < weights.length; at++) {
    const [weight, log] = [weights[at]!, Math.log1p(changes[at]!)];
    if (weight === 0) continue;
    total += weight;
    logs += weight * log;
    largest = Math.max(largest, power * log);
  }
  if (total === 0) return 0;
  if (power === 0) return Math.expm1(logs / total);
  // Taken from the largest term, so that no power of a large elasticity runs out of the numbers there are.
  let sum = 0;
  for (let at = 0; at < weights.length; at++) {
    if (weights[at] !== 0) sum += weights[at]! * Math.expm1(power * Math.log1p(changes[at]!) - largest);
  }
  return Math.expm1((largest + Math.log1p(sum / total)) / power);
}

/**
 * The change of the cost of living: CES over lines of consumption. Lines with spending below zero, which tables have for
 * corrections, take no part in the substitution and count as they are.
 */
export function livingChange(
  spending: ArrayLike<number>,
  changes: ArrayLike<number>,
  elasticity: number,
): number {
  const bought = Float64Array.from(spending, (each, at) => (each > 0 && changes[at]! > -1 ? each : 0));
  let [whole, positive, cost] = [0, 0, 0];
  for (let at = 0; at < spending.length; at++) {
    whole += spending[at]!;
    positive += bought[at]!;
    if (bought[at] === 0) cost += spending[at]! * changes[at]!;
  }
  return whole === 0 ? 0 : (cost + positive * cesChange(bought, changes, elasticity)) / whole;
}

/** Price changes of every line once buyers have turned to the origin that became less dear; fractions. */
export function linesAfterSubstitution(
  columns: ConsumptionColumns,
  imported: Float64Array,
  domestic: Float64Array,
  substitution: PriceSubstitution,
): Float64Array {
  const { line, purchasers, commodity, importedShare, spendingOfLine } = columns;
  const cost = new Float64Array(spendingOfLine.length);
  for (let row = 0; row < line.length; row++) {
    const share = importedShare[commodity[row]!]!;
    const [foreign, home] = [imported[row]!, domestic[row]!];
    // A purchase below zero, such as sales of used goods, has no two origins to choose from.
    const isChoice = share > 0 && share < 1 && foreign > -1 && home > -1 && purchasers[row]! > 0;
    const change = isChoice
      ? cesChange([share, 1 - share], [foreign, home], substitution.betweenOrigins)
      : share * foreign + (1 - share) * home;
    cost[line[row]!]! += purchasers[row]! * change;
  }
  return cost.map((each, at) => (spendingOfLine[at] === 0 ? 0 : each / spendingOfLine[at]!));
}
