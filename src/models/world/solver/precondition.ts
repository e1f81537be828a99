import { addRows, dotProduct } from "./vectors.js";
import { mostKept, type Workspace } from "./workspace.js";

/**
 * The preconditioner: on the span of the images that are kept, the direction that had each image; on the rest, the
 * two-by-two blocks. Reads `basis` at one place and writes `direction`.
 */
export function precondition(n: number, space: Workspace, from: number): void {
  const { basis, images, tried, direction, step, blocks, keptCount, weights } = space;
  const size = 2 * n;
  for (let i = 0; i < size; i++) direction[i] = basis[from + i]!;
  // The images are orthonormal: each is taken off by its own product. `weights` is free until the step is put together.
  for (let r = 0; r < keptCount; r++) weights[r] = -dotProduct(images, r * size, basis, from, size);
  addRows(images, keptCount, weights, size, direction);
  for (let r = 0; r < keptCount; r++) weights[r] = -weights[r]!;
  step.fill(0);
  addRows(tried, keptCount, weights, size, step);
  for (let i = 0; i < n; i++) {
    const x = direction[i]!;
    const m = direction[n + i]!;
    direction[i] = step[i]! + blocks[4 * i]! * x + blocks[4 * i + 1]! * m;
    direction[n + i] = step[n + i]! + blocks[4 * i + 2]! * x + blocks[4 * i + 3]! * m;
  }
}

/** Takes the first `count` staged directions into the space that is kept, as far as there is room and they are new. */
export function keepDirections(space: Workspace, size: number, count: number): void {
  const { images, tried, keptCount } = space;
  let next = keptCount;
  for (let k = 0; k < count && next < mostKept; k++) {
    const from = (keptCount + k) * size;
    const to = next * size;
    if (from !== to) {
      images.copyWithin(to, from, from + size);
      tried.copyWithin(to, from, from + size);
    }
    const before = Math.sqrt(dotProduct(images, to, images, to, size));
    for (let r = 0; r < next; r++) {
      const start = r * size;
      const dot = dotProduct(images, start, images, to, size);
      for (let i = 0; i < size; i++) {
        images[to + i]! -= dot * images[start + i]!;
        tried[to + i]! -= dot * tried[start + i]!;
      }
    }
    const after = Math.sqrt(dotProduct(images, to, images, to, size));
    if (!(after > 1e-2 * before)) continue;
    for (let i = 0; i < size; i++) {
      images[to + i]! /= after;
      tried[to + i]! /= after;
    }
    next++;
  }
  space.keptCount = next;
}
