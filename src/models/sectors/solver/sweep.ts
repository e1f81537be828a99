import type { BaselineAnswers } from "./BaselineAnswers.js";
import { baselineAnswersOf } from "./baselineAnswersOf.js";
import type { SectorCore } from "./core.js";
import { implyFrom, implyPrices, readSpending } from "./imply.js";
import type { SectorSpace } from "./space.js";

/** The longest step of a log wage in one round: beyond, the answers near the baseline say little. */
const longestStep = 0.3;

/** One round of the equations, from a state to the next. */
export type Round = (state: Float64Array, image: Float64Array) => void;

/**
 * One round: what the state implies, and from the gaps a step towards the solution, with the answers of the baseline.
 * With links spending is brought nearer to what the costs of the state imply before the wages are moved. A state that
 * stays as it is solves the equations, whatever the steps.
 */
export function makeSweep(core: SectorCore, space: SectorSpace): Round {
  core.answers ??= baselineAnswersOf(core);
  const answers = core.answers;
  return (state, image) => {
    implyPrices(core, space, state);
    readSpending(core, space, state);
    implyFrom(core, space, state);
    if (core.links) {
      space.step.fill(0);
      moveSpending(core, space, answers, state);
      implyFrom(core, space, state);
    }
    moveWages(core, space, answers, state);
    for (let i = 0; i < core.n; i++) image[i] = state[i]! + space.step[i]!;
    if (core.links) {
      moveSpending(core, space, answers, state);
      writeLinked(core, space, answers, state, image);
    } else moveFinalUse(core, space, state, image);
    keepNumeraire(core, image);
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

/** Spending follows what is earned and the purchases at home that follow from it; those abroad wait for the next pass. */
function moveSpending(
  { n, s, consumption, valueAdded }: SectorCore,
  { implied, step, spending, move }: SectorSpace,
  { own }: BaselineAnswers,
  state: Float64Array,
): void {
  for (let i = 0; i < n; i++) {
    const at = i * s;
    const from = n + n * s + at;
    const earned = valueAdded[i]! * Math.exp(state[i]!) * step[i]!;
    move.fill(0);
    for (let k = 0; k < s; k++) {
      const value = implied[from + k]! - spending[at + k]! + consumption[at + k]! * earned;
      const row = (at + k) * s;
      for (let h = 0; h < s; h++) move[h]! += own[row + h]! * value;
    }
    for (let h = 0; h < s; h++) {
      const before = spending[at + h]!;
      // Spending stays above zero however long the step.
      spending[at + h] = Math.max(before + move[h]!, 0.2 * before);
    }
  }
}

/** Prices follow the wage at home and one another. */
function writeLinked(
  core: SectorCore,
  { implied, step, spending }: SectorSpace,
  { own, price }: BaselineAnswers,
  state: Float64Array,
  image: Float64Array,
): void {
  const { n, s } = core;
  for (let i = 0; i < n; i++) {
    const at = i * s;
    const from = n + at;
    for (let k = 0; k < s; k++) {
      const row = (at + k) * s;
      let sum = 0;
      let more = 0;
      let h = 0;
      for (; h + 1 < s; h += 2) {
        sum += own[row + h]! * (implied[from + h]! - state[from + h]!);
        more += own[row + h + 1]! * (implied[from + h + 1]! - state[from + h + 1]!);
      }
      if (h < s) sum += own[row + h]! * (implied[from + h]! - state[from + h]!);
      image[from + k] = state[from + k]! + price[at + k]! * step[i]! + sum + more;
      const before = core.spending[at + k]!;
      image[n + n * s + at + k] = before > 0 ? Math.log(spending[at + k]! / before) : 0;
    }
  }
}

function moveFinalUse(
  { n, valueAdded, income }: SectorCore,
  { implied, step }: SectorSpace,
  state: Float64Array,
  image: Float64Array,
): void {
  for (let i = 0; i < n; i++) {
    const earned = valueAdded[i]! * Math.exp(state[i]!) * step[i]!;
    image[n + i] = Math.log((implied[n + i]! + earned) / income[i]!);
  }
}

/** World value added keeps its value: all that is counted in money moves with it. */
function keepNumeraire({ n, valueAdded, worldValueAdded }: SectorCore, image: Float64Array): void {
  let total = 0;
  for (let i = 0; i < n; i++) total += valueAdded[i]! * Math.exp(image[i]!);
  const shift = Math.log(total / worldValueAdded);
  for (let q = 0; q < image.length; q++) image[q]! -= shift;
}
