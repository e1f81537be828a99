import type { Kernels } from "./kernels/Kernels.js";
import { plainKernels } from "./kernels/plainKernels.js";

/** The memory of a Krylov solver for systems of one size: made once, nothing is allocated while it iterates. */
export interface KrylovMemory {
  readonly kernels: Kernels;
  readonly size: number;
  readonly mostDirections: number;
  readonly mostRecycled: number;
  /** Orthonormal basis, one direction after another, also as a list for each, and the triangular system. */
  readonly basis: Float64Array;
  readonly basisRows: readonly Float64Array[];
  readonly triangle: Float64Array;
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
  readonly target: Float64Array;
  readonly weights: Float64Array;
  readonly parts: Float64Array;
  /** Directions tried before and what the matrix did to them: orthonormal images, and the directions that have them. */
  readonly images: Float64Array;
  readonly imageRows: readonly Float64Array[];
  readonly tried: Float64Array;
  readonly triedRows: readonly Float64Array[];
  /** How many of these are recycled; zero forgets them, so that equal systems give equal digits. */
  recycled: number;
  /** What the preconditioner and the matrix read. */
  readonly direction: Float64Array;
  /** The solution. */
  readonly step: Float64Array;
}

/** How many numbers the lists of {@link makeKrylovMemory} hold, at most. */
export const krylovNumbers = (size: number, mostDirections: number, mostRecycled: number): number =>
  (3 * mostDirections + 2 * mostRecycled + 8) * (size + 1) + (mostDirections + 8) * (mostDirections + 8);

/** Makes the memory for systems of `size` unknowns, which the kernels work on. */
export function makeKrylovMemory(
  size: number,
  mostDirections: number,
  mostRecycled: number,
  kernels: Kernels = plainKernels,
): KrylovMemory {
  const { list } = kernels;
  const rowsOf = (rows: Float64Array) =>
    Array.from({ length: rows.length / size }, (_, r) => rows.subarray(r * size, (r + 1) * size));
  const basis = list((mostDirections + 1) * size);
  const images = list((mostRecycled + mostDirections) * size);
  const tried = list((mostRecycled + mostDirections) * size);
  return {
    kernels,
    size,
    mostDirections,
    mostRecycled,
    basis,
    basisRows: rowsOf(basis),
    triangle: list((mostDirections + 1) * mostDirections),
    cosine: list(mostDirections),
    sine: list(mostDirections),
    target: list(mostDirections + 1),
    weights: list(Math.max(mostDirections, mostRecycled)),
    parts: list(mostDirections + 1),
    images,
    imageRows: rowsOf(images),
    tried,
    triedRows: rowsOf(tried),
    recycled: 0,
    direction: list(size),
    step: list(size),
  };
}

/** A linear system known by what it does. */
export interface LinearOperator {
  /** Writes the matrix times `along` to `out`. */
  readonly multiply: (along: Float64Array, out: Float64Array) => void;
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
  const { kernels, size, mostDirections: width, basis, basisRows, triangle, cosine, sine } = memory;
  const { target, weights, parts, step, direction, imageRows, tried, triedRows, recycled } = memory;
  const first = basisRows[0]!;
  first.set(right);
  const norm = lengthOf(memory, first);
  scale(memory, first, -1 / norm);
  target[0] = norm;
  let k = 0;
  while (k < width) {
    const next = basisRows[k + 1]!;
    takeRecycled(memory, basisRows[k]!);
    precondition(direction);
    if (recycled > 0) addTo(memory, step, 1, direction);
    multiply(direction, next);
    triedRows[recycled + k]!.set(direction);
    imageRows[recycled + k]!.set(next);
    kernels.orthogonalise(basis, k + 1, size, next, parts);
    for (let r = 0; r <= k; r++) triangle[r * width + k] = parts[r]!;
    const length = lengthOf(memory, next);
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
    scale(memory, next, 1 / length);
  }
  for (let r = k - 1; r >= 0; r--) {
    let sum = target[r]!;
    for (let c = r + 1; c < k; c++) sum -= triangle[r * width + c]! * weights[c]!;
    weights[r] = sum / triangle[r * width + r]!;
  }
  step.fill(0);
  kernels.addScaledRows(tried.subarray(recycled * size), k, size, weights, step);
  recycle(memory, k);
}

/**
 * Splits a basis vector: what the recycled images span goes, as the directions that have those images, into `step`; the
 * rest into `direction`. The images are orthonormal: each is taken off by its own product.
 */
function takeRecycled(
  { kernels, size, images, tried, direction, step, recycled, weights }: KrylovMemory,
  vector: Float64Array,
): void {
  direction.set(vector);
  step.fill(0);
  if (recycled === 0) return;
  // `weights` is free until the step is put together.
  kernels.multiplyRows(images, recycled, size, vector, weights);
  kernels.addScaledRows(tried, recycled, size, weights, step);
  for (let r = 0; r < recycled; r++) weights[r] = -weights[r]!;
  kernels.addScaledRows(images, recycled, size, weights, direction);
}

/** Takes the first `count` staged directions among the recycled ones, as far as there is room and they are new. */
function recycle(memory: KrylovMemory, count: number): void {
  const { kernels, size, images, imageRows, tried, triedRows, recycled, mostRecycled, parts } = memory;
  let next = recycled;
  for (let k = 0; k < count && next < mostRecycled; k++) {
    const image = imageRows[next]!;
    const direction = triedRows[next]!;
    if (next !== recycled + k) {
      image.set(imageRows[recycled + k]!);
      direction.set(triedRows[recycled + k]!);
    }
    const before = lengthOf(memory, image);
    kernels.orthogonalise(images, next, size, image, parts);
    for (let r = 0; r < next; r++) parts[r] = -parts[r]!;
    kernels.addScaledRows(tried, next, size, parts, direction);
    const after = lengthOf(memory, image);
    if (!(after > 1e-2 * before)) continue;
    scale(memory, image, 1 / after);
    scale(memory, direction, 1 / after);
    next++;
  }
  memory.recycled = next;
}

/** The Euclidean length of a list; `parts` holds nothing that is still needed. */
function lengthOf({ kernels, size, parts }: KrylovMemory, list: Float64Array): number {
  kernels.multiplyRows(list, 1, size, list, parts);
  return Math.sqrt(parts[0]!);
}

/** Multiplies a list in place, as the list plus so many times itself: a loop of its own would be slow in a first solve. */
function scale(memory: KrylovMemory, list: Float64Array, factor: number): void {
  addTo(memory, list, factor - 1, list);
}

/** Adds so many times one list to another; `parts` holds nothing that is still needed. */
function addTo(
  { kernels, size, parts }: KrylovMemory,
  list: Float64Array,
  times: number,
  out: Float64Array,
): void {
  parts[0] = times;
  kernels.addScaledRows(list, 1, size, parts, out);
}
