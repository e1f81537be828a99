import { invertBlocks } from "../calibration/blocks.js";
import type { WorldCore } from "./core.js";
import { derivativeAlong } from "./equations.js";
import { keepDirections, precondition } from "./precondition.js";
import type { Shock } from "./Shock.js";
import { dotProduct } from "./vectors.js";
import { mostDirections, type Workspace } from "./workspace.js";

/**
 * The Newton step at the state last evaluated, in `space.step`: flexible GMRES, preconditioned from the right, until the
 * linear residual has fallen by `reduction` or the directions are used up.
 */
export function newtonStep(core: WorldCore, shock: Shock, space: Workspace, reduction: number): void {
  const { basis, triangle, cosine, sine, target, weights, gap, step, direction, images, tried } = space;
  const size = 2 * core.n;
  const width = mostDirections;
  invertBlocks(core, shock, space);
  let norm = 0;
  for (let i = 0; i < size; i++) norm += gap[i]! * gap[i]!;
  norm = Math.sqrt(norm);
  for (let i = 0; i < size; i++) basis[i] = -gap[i]! / norm;
  target[0] = norm;
  let k = 0;
  const kept = space.keptCount;
  while (k < width) {
    const next = (k + 1) * size;
    const staged = (kept + k) * size;
    precondition(core.n, space, k * size);
    derivativeAlong(core, shock, space, direction, basis, next);
    for (let i = 0; i < size; i++) {
      tried[staged + i] = direction[i]!;
      images[staged + i] = basis[next + i]!;
    }
    for (let r = 0; r <= k; r++) {
      const start = r * size;
      const dot = dotProduct(basis, next, basis, start, size);
      triangle[r * width + k] = dot;
      for (let i = 0; i < size; i++) basis[next + i]! -= dot * basis[start + i]!;
    }
    const length = Math.sqrt(dotProduct(basis, next, basis, next, size));
    for (let r = 0; r < k; r++) {
      const above = triangle[r * width + k]!;
      const below = triangle[(r + 1) * width + k]!;
      triangle[r * width + k] = cosine[r]! * above + sine[r]! * below;
      triangle[(r + 1) * width + k] = cosine[r]! * below - sine[r]! * above;
    }
    const corner = triangle[k * width + k]!;
    const turned = Math.hypot(corner, length);
    if (!(turned > 0)) break;
    cosine[k] = corner / turned;
    sine[k] = length / turned;
    triangle[k * width + k] = turned;
    target[k + 1] = -sine[k]! * target[k]!;
    target[k] = cosine[k]! * target[k]!;
    k++;
    if (Math.abs(target[k]!) <= reduction * norm || length <= 1e-14 * turned) break;
    for (let i = 0; i < size; i++) basis[next + i]! /= length;
  }
  for (let r = k - 1; r >= 0; r--) {
    let sum = target[r]!;
    for (let c = r + 1; c < k; c++) sum -= triangle[r * width + c]! * weights[c]!;
    weights[r] = sum / triangle[r * width + r]!;
  }
  step.fill(0);
  for (let r = 0; r < k; r++) {
    const weight = weights[r]!;
    const start = (kept + r) * size;
    for (let i = 0; i < size; i++) step[i]! += weight * tried[start + i]!;
  }
  keepDirections(space, size, k);
}
