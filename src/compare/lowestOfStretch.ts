/** Where a curve gives the same number on a stretch, how far from a solution its neighbours are asked, of the bracket. */
const neighbour = 1 / 1024;
const halvings = 50;

/**
 * The lowest value that gives the very same number as a solution: under a ceiling every rate above it reaches the target,
 * and the rate that is needed is the first of them. A solution that stands alone comes back as it is.
 */
export function lowestOfStretch(
  solution: number,
  from: number,
  to: number,
  isSame: (at: number) => boolean,
): number {
  if (solution <= from) return solution;
  const near = Math.max(from, solution - (to - from) * neighbour);
  if (!isSame(near)) return solution;
  if (isSame(from)) return from;
  let [outside, inside] = [from, near];
  for (let step = 0; step < halvings && inside - outside > (to - from) * 1e-12; step++) {
    const middle = outside / 2 + inside / 2;
    if (isSame(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** Solutions in order, those within a hair of one another taken as one. */
export function apart(solutions: readonly number[], from: number, to: number): readonly number[] {
  return [...solutions]
    .sort((one, other) => one - other)
    .filter((at, index, all) => index === 0 || at - (all[index - 1] as number) > (to - from) * 1e-6);
}
