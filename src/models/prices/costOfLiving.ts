import type { ConsumptionColumns } from "./consumptionColumns.js";
import type { PriceSubstitution } from "./priceAssumptions.js";

/** The CES index of relative price changes with weights that need not add up to 1; a fraction. */
export function cesChange(
  weights: ArrayLike<number>,
  changes: ArrayLike<number>,
  elasticity: number,
): number {
  let [sum, total, logs] = [0, 0, 0];
  const power = 1 - elasticity;
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at]!;
    total += weight;
    if (weight === 0 || changes[at] === 0) continue;
    const log = Math.log1p(changes[at]!);
    logs += weight * log;
    sum += weight * Math.expm1(power * log);
  }
  if (total === 0) return 0;
  if (power === 0) return Math.expm1(logs / total);
  return Math.expm1(Math.log1p(sum / total) / power);
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
    const change = cesChange(
      [share, 1 - share],
      [imported[row]!, domestic[row]!],
      substitution.betweenOrigins,
    );
    cost[line[row]!]! += purchasers[row]! * change;
  }
  return cost.map((each, at) => (spendingOfLine[at] === 0 ? 0 : each / spendingOfLine[at]!));
}
