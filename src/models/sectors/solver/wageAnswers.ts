import { invertDense } from "../../../numerics/invertDense.js";
import type { SectorCore } from "./core.js";

/**
 * Minus the inverse of how labour asked for answers to wages, N by N: through competition for every buyer, through what
 * the buyers earn, and with links through the inputs that those who sell more buy at home. A common rise of all wages
 * changes nothing; the equation of the numéraire is added so that the system has one solution.
 *
 * `cost` is what the cost of a sector does when the wage at home rises by one, `own` the purchases at home that follow
 * from one (see `baselineAnswersOf`).
 */
export function wageAnswers(core: SectorCore, cost: Float64Array, own: Float64Array): Float64Array {
  const { n, valueAdded } = core;
  const weight = labourPerSale(core, own);
  const answer = new Float64Array(n * n);
  addCompetition(core, cost, weight, answer);
  addEarnings(core, own, weight, answer);
  for (let j = 0; j < n; j++) {
    answer[j * n + j]! -= 1;
    for (let m = 0; m < n; m++) answer[j * n + m]! -= valueAdded[m]! / core.worldValueAdded;
  }
  const inverse = invertDense(answer, n);
  if (inverse) return inverse.map((value) => -value);
  const diagonal = new Float64Array(n * n);
  for (let j = 0; j < n; j++) diagonal[j * n + j] = -1 / Math.min(-1, answer[j * n + j]!);
  return diagonal;
}

/** Labour asked for by one more sale abroad, as a share of all labour: in the sector, and in those at home that supply it. */
function labourPerSale(core: SectorCore, own: Float64Array): Float64Array {
  const { n, s, links, share, tariff, valueAddedShare, inputShare, valueAdded } = core;
  const weight = new Float64Array(n * s);
  const direct = new Float64Array(s);
  const behind = new Float64Array(s);
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < s; k++) {
      weight[j * s + k] = valueAddedShare[j * s + k]! / valueAdded[j]!;
      const at = (k * n + j) * n + j;
      direct[k] = (weight[j * s + k]! * share[at]!) / (1 + tariff[at]!);
    }
    if (!links) continue;
    for (let k = 0; k < s; k++) {
      let sum = 0;
      for (let h = 0; h < s; h++) sum += own[(j * s + k) * s + h]! * direct[h]!;
      behind[k] = sum;
    }
    for (let k = 0; k < s; k++)
      for (let h = 0; h < s; h++) weight[j * s + k]! += inputShare[(j * s + k) * s + h]! * behind[h]!;
  }
  return weight;
}

function addCompetition(
  { n, s, share, tariff, spending, elasticity }: SectorCore,
  cost: Float64Array,
  weight: Float64Array,
  answer: Float64Array,
): void {
  const prices = new Float64Array(n);
  for (let k = 0; k < s; k++) {
    for (let i = 0; i < n; i++) {
      const row = (k * n + i) * n;
      const spent = elasticity[k]! * spending[i * s + k]!;
      if (!(spent > 0)) continue;
      for (let m = 0; m < n; m++) prices[m] = share[row + m]! * cost[m * s + k]!;
      for (let j = 0; j < n; j++) {
        const strength = (weight[j * s + k]! * spent * share[row + j]!) / (1 + tariff[row + j]!);
        if (strength === 0) continue;
        const at = j * n;
        for (let m = 0; m < n; m++) answer[at + m]! += strength * prices[m]!;
        answer[at + j]! -= strength * cost[j * s + k]!;
      }
    }
  }
}

/** What one more unit earned asks of each exporter, with the purchases at home that follow from it. */
function addEarnings(core: SectorCore, own: Float64Array, weight: Float64Array, answer: Float64Array): void {
  const { n, s, links, share, tariff, consumption, valueAdded, valueAddedShare } = core;
  const spent = new Float64Array(s);
  for (let i = 0; i < n; i++) {
    for (let h = 0; h < s; h++) {
      let sum = links ? 0 : consumption[i * s + h]!;
      for (let k = 0; links && k < s; k++) sum += own[(i * s + k) * s + h]! * consumption[i * s + k]!;
      spent[h] = sum * valueAdded[i]!;
    }
    for (let k = 0; k < s; k++) {
      for (let j = 0; j < n; j++) {
        const at = (k * n + i) * n + j;
        // At home the purchases that follow are in `spent` already.
        const labour = i === j ? valueAddedShare[j * s + k]! / valueAdded[j]! : weight[j * s + k]!;
        answer[j * n + i]! += (labour * share[at]! * spent[k]!) / (1 + tariff[at]!);
      }
    }
  }
}
