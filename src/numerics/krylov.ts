import { addScaledRows } from "./addScaledRows.js";
import { dotProduct } from "./dotProduct.js";

/** The memory of a Krylov solver for systems of one size: made once, nothing is allocated while it iterates. */
export interface KrylovMemory {
  readonly size: number;
  readonly mostDirections: number;
  readonly mostRecycled: number;
  /** Orthonormal basis, one direction after another, and the triangular system. */
  readonly basis: Float64Array;
  readonly triangle: Float64Array;
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
  readonly target: Float64Array;
  readonly weights: Float64Array;
  /** Directions tried before and what the matrix did to them: orthonormal images, and the directions that have them. */
  readonly images: Float64Array;
  readonly tried: Float64Array;
  /** How many of these are recycled; zero forgets them, so that equal systems give equal digits. */
  recycled: number;
  /** What the preconditioner and the matrix read. */
  readonly direction: Float64Array;
  /** The solution. */
  readonly step: Float64Array;
}

/** Makes the memory for systems of `size` unknowns. */
export function makeKrylovMemory(size: number, mostDirections: number, mostRecycled: number): KrylovMemory {
  const stored = mostRecycled + mostDirections;
  return {
    size,
    mostDirections,
    mostRecycled,
    basis: new Float64Array((mostDirections + 1) * size),
    triangle: new Float64Array((mostDirections + 1) * mostDirections),
    cosine: new Float64Array(mostDirections),
    sine: new Float64Array(mostDirections),
    target: new Float64Array(mostDirections + 1),
    weights: new Float64Array(mostDirections),
    images: new Float64Array(stored * size),
    tried: new Float64Array(stored * size),
    recycled: 0,
    direction: new Float64Array(size),
    step: new Float64Array(size),
  };
}

/** A linear system known by what it does. */
export interface LinearOperator {
  /** Writes the matrix times `along` to `out`, from a place on. */
  readonly multiply: (along: Float64Array, out: Float64Array, from: number) => void;
  /** Replaces a direction by an approximate solution for it; applied to what the recycled directions do not explain. */
  readonly precondition: (direction: Float64Array) => void;
}

/**
 * Solves A x = -right into `memory.step`: flexible GMRES, preconditioned from the right, with the directions of earlier,
 * similar systems recycled, until the residual has fallen by `reduction` or the directions are used up.
 */
export function solveKrylov(
  memory: KrylovMemory,
  { multiply, precondition }: LinearOperator,
  right: Float64Array,
  reduction: number,
): void {
  const { size, mostDirections: width, basis, triangle, cosine, sine, target, weights } = memory;
  const { step, direction, images, tried, recycled } = memory;
  let norm = 0;
  for (let i = 0; i < size; i++) norm += right[i]! * right[i]!;
  norm = Math.sqrt(norm);
  for (let i = 0; i < size; i++) basis[i] = -right[i]! / norm;
  target[0] = norm;
  let k = 0;
  while (k < width) {
    const next = (k + 1) * size;
    const staged = (recycled + k) * size;
    takeRecycled(memory, k * size);
    precondition(direction);
    for (let i = 0; i < size; i++) direction[i]! += step[i]!;
    multiply(direction, basis, next);
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
    const start = (recycled + r) * size;
    for (let i = 0; i < size; i++) step[i]! += weight * tried[start + i]!;
  }
  recycle(memory, k);
}

/**
 * Splits a basis vector: what the recycled images span goes, as the directions that have those images, into `step`; the
 * rest into `direction`. The images are orthonormal: each is taken off by its own product.
 */
function takeRecycled(
  { size, basis, images, tried, direction, step, recycled, weights }: KrylovMemory,
  from: number,
) {
  for (let i = 0; i < size; i++) direction[i] = basis[from + i]!;
  // `weights` is free until the step is put together.
  for (let r = 0; r < recycled; r++) weights[r] = -dotProduct(images, r * size, basis, from, size);
  addScaledRows(images, recycled, weights, size, direction);
  for (let r = 0; r < recycled; r++) weights[r] = -weights[r]!;
  step.fill(0);
  addScaledRows(tried, recycled, weights, size, step);
}

/** Takes the first `count` staged directions among the recycled ones, as far as there is room and they are new. */
function recycle(memory: KrylovMemory, count: number): void {
  const { size, images, tried, recycled, mostRecycled } = memory;
  let next = recycled;
  for (let k = 0; k < count && next < mostRecycled; k++) {
    const from = (recycled + k) * size;
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
  memory.recycled = next;
}
