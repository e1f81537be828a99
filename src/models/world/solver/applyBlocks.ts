import type { Workspace } from "./workspace.js";

/** The two-by-two blocks of {@link invertBlocks}, one for each economy, times a direction, in place. */
export function applyBlocks(space: Workspace, direction: Float64Array): void {
  const { n, kernels, blocks, lowerBlocks, answer, answerFirst, answerSecond } = space;
  kernels.multiplyEntries(blocks, 2, n, direction, answerFirst);
  kernels.multiplyEntries(lowerBlocks, 2, n, direction, answerSecond);
  direction.set(answer);
}
