/** The two-by-two blocks of {@link invertBlocks}, one for each economy, times a direction, in place. */
export function applyBlocks(blocks: Float64Array, n: number, direction: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const x = direction[i]!;
    const m = direction[n + i]!;
    direction[i] = blocks[4 * i]! * x + blocks[4 * i + 1]! * m;
    direction[n + i] = blocks[4 * i + 2]! * x + blocks[4 * i + 3]! * m;
  }
}
