import { mostKept, type Workspace } from "./workspace.js";

/**
 * The preconditioner: on the span of the images that are kept, the direction that had each image; on the rest, the
 * two-by-two blocks. Reads `basis` at one place and writes `direction`.
 */
export function precondition(n: number, space: Workspace, from: number): void {
  const { basis, images, tried, direction, step, blocks, keptCount } = space;
  const size = 2 * n;
  for (let i = 0; i < size; i++) direction[i] = basis[from + i]!;
  step.fill(0);
  for (let r = 0; r < keptCount; r++) {
    const start = r * size;
    let dot = 0;
    for (let i = 0; i < size; i++) dot += images[start + i]! * basis[from + i]!;
    for (let i = 0; i < size; i++) {
      direction[i]! -= dot * images[start + i]!;
      step[i]! += dot * tried[start + i]!;
    }
  }
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
    const before = norm(images, to, size);
    for (let r = 0; r < next; r++) {
      const start = r * size;
      let dot = 0;
      for (let i = 0; i < size; i++) dot += images[start + i]! * images[to + i]!;
      for (let i = 0; i < size; i++) {
        images[to + i]! -= dot * images[start + i]!;
        tried[to + i]! -= dot * tried[start + i]!;
      }
    }
    const after = norm(images, to, size);
    if (!(after > 1e-2 * before)) continue;
    for (let i = 0; i < size; i++) {
      images[to + i]! /= after;
      tried[to + i]! /= after;
    }
    next++;
  }
  space.keptCount = next;
}

function norm(list: Float64Array, from: number, size: number): number {
  let sum = 0;
  for (let i = from; i < from + size; i++) sum += list[i]! * list[i]!;
  return Math.sqrt(sum);
}
