import type { BaselineAnswers } from "./BaselineAnswers.js";
import { baselineAnswersOf } from "./baselineAnswersOf.js";
import type { SectorCore } from "./core.js";
import { implyPrices, implySales, readSpending } from "./imply.js";
import type { SectorSpace } from "./space.js";
import { netPass } from "./tradePass.js";

/** The longest step of a log wage in one round: beyond, the answers near the baseline say little. */
const longestStep = 0.3;

/** How often a round lets spending follow sales before it looks at wages; once less and it takes more rounds. */
const moreSales = 2;

/** One round of the equations, from a state to the next. */
export type Round = (state: Float64Array, image: Float64Array) => void;

/**
 * One round: what the state implies, and from the gaps a step towards the solution, with the answers of the baseline.
 * With links the cost of inputs and spending are brought nearer to what the wages of the state imply before those are
 * moved. A state that stays as it is solves the equations, whatever the steps.
 */
export function makeSweep(core: SectorCore, space: SectorSpace): Round {
  core.answers ??= baselineAnswersOf(core);
  const answers = core.answers;
  if (!space.answered) space.through.set(answers.through);
  space.answered = true;
  const { n, s, links } = core;
  const { step, inputCost } = space;
  return (state, image) => {
    step.fill(0);
    implyPrices(core, space, state, state, n);
    if (links) {
      for (let q = 0; q < n * s; q++) inputCost[q] = state[n + q]!;
      moveInputCost(core, space, answers);
      implyPrices(core, space, state, inputCost, 0);
    }
    netPass(space);
    readSpending(core, space, state);
    implySales(core, space);
    for (let again = 0; links && again < moreSales; again++) {
      moveSpending(core, space, answers, state);
      implySales(core, space);
    }
    moveWages(core, space, answers, state);
    for (let i = 0; i < n; i++) image[i] = state[i]! + step[i]!;
    if (links) {
      moveSpending(core, space, answers, state);
      moveInputCost(core, space, answers);
      writeLinked(core, space, image);
    } else moveFinalUse(core, space, state, image);
    keepNumeraire(core, answers, image);
  };
}

/** The step of the log wages, in `space.step`. */
function moveWages(
  { n }: SectorCore,
  { implied, step }: SectorSpace,
  { wages }: BaselineAnswers,
  state: Float64Array,
): void {
  let longest = 0;
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let m = 0; m < n; m++) sum += wages[j * n + m]! * (implied[m]! - state[m]!);
    step[j] = sum;
    longest = Math.max(longest, Math.abs(sum));
  }
  if (!(longest > longestStep)) return;
  // All together: cut off one by one, equal steps would cancel out in the numéraire and look like a solution.
  for (let j = 0; j < n; j++) step[j]! *= longestStep / longest;
}

/**
 * Spending follows final use, the exports, and the purchases at home that follow from both; those abroad wait for the
 * next pass.
 */
function moveSpending(
  { n, s, valueAdded, deficit }: SectorCore,
  { kernels, through, step, sales, revenue, spending, move, moved }: SectorSpace,
  { home, spentOn }: BaselineAnswers,
  state: Float64Array,
): void {
  for (let q = 0; q < n * s; q++) move[q] = sales[q]! - home[q]! * spending[q]!;
  kernels.multiplyBlocksFromLeft(through, n, s, move, moved);
  for (let i = 0; i < n; i++) {
    const income = valueAdded[i]! * Math.exp(state[i]!) * (1 + step[i]!) + revenue[i]! + deficit[i]!;
    for (let q = i * s; q < (i + 1) * s; q++) {
      // Spending stays above zero however long the step.
      spending[q] = Math.max(spentOn[q]! * income + moved[q]!, 0.2 * spending[q]!);
    }
  }
}

/** The cost of inputs follows the prices from abroad, the wage at home and the prices at home that follow from both. */
function moveInputCost(
  { n, s }: SectorCore,
  { kernels, through, step, logPrice, inputCost, move }: SectorSpace,
  { home, wageInInputs }: BaselineAnswers,
): void {
  for (let q = 0; q < n * s; q++) move[q] = logPrice[q]! - home[q]! * inputCost[q]!;
  kernels.multiplyBlocksFromRight(through, n, s, move, inputCost);
  for (let i = 0; i < n; i++) {
    const raised = step[i]!;
    if (raised !== 0) for (let q = i * s; q < (i + 1) * s; q++) inputCost[q]! += wageInInputs[q]! * raised;
  }
}

function writeLinked(
  { n, s, spending: before }: SectorCore,
  { spending, inputCost }: SectorSpace,
  image: Float64Array,
): void {
  const from = n + n * s;
  for (let q = 0; q < n * s; q++) {
    image[n + q] = inputCost[q]!;
    image[from + q] = before[q]! > 0 ? Math.log(spending[q]! / before[q]!) : 0;
  }
}

function moveFinalUse(
  { n, valueAdded, deficit, income }: SectorCore,
  { revenue, step }: SectorSpace,
  state: Float64Array,
  image: Float64Array,
): void {
  for (let i = 0; i < n; i++) {
    const earned = valueAdded[i]! * Math.exp(state[i]!) * (1 + step[i]!);
    image[n + i] = Math.log((earned + revenue[i]! + deficit[i]!) / income[i]!);
  }
}

/** World value added keeps its value: all that is counted in money moves with it. */
function keepNumeraire(
  { n, s, links, valueAdded, worldValueAdded }: SectorCore,
  { inputTotal }: BaselineAnswers,
  image: Float64Array,
): void {
  let total = 0;
  for (let i = 0; i < n; i++) total += valueAdded[i]! * Math.exp(image[i]!);
  const shift = Math.log(total / worldValueAdded);
  for (let i = 0; i < n; i++) image[i]! -= shift;
  const last = links ? n + n * s : n;
  for (let q = n; q < last; q++) image[q]! -= shift * inputTotal[q - n]!;
  for (let q = last; q < image.length; q++) image[q]! -= shift;
}
