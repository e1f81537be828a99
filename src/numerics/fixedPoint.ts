import type { Kernels } from "./kernels/Kernels.js";
import { plainKernels } from "./kernels/plainKernels.js";

/** Scratch memory of {@link solveFixedPoint} for states of one size: nothing else is allocated while it iterates. */
export interface FixedPointSpace {
  readonly kernels: Kernels;
  readonly size: number;
  readonly memory: number;
  /** The weights of earlier steps are those that make the first so many gaps cancel best. */
  readonly measured: number;
  /** The state, what the map makes of it, and their gap; `state` is where to begin and, at the end, the solution. */
  readonly state: Float64Array;
  readonly image: Float64Array;
  readonly gap: Float64Array;
  readonly lastImage: Float64Array;
  readonly lastGap: Float64Array;
  /** Differences of the measured gaps and of images, a ring of `memory` rows, also as a list for each row of gaps. */
  readonly gaps: Float64Array;
  readonly gapRows: readonly Float64Array[];
  readonly images: Float64Array;
  /** Products of the differences of gaps, and the small system that is solved with them. */
  readonly products: Float64Array;
  readonly system: Float64Array;
  readonly weights: Float64Array;
  readonly right: Float64Array;
  /** The largest gap of the last step, and how often the map was evaluated. */
  largest: number;
  evaluations: number;
}

/** How many numbers the lists of {@link makeFixedPointSpace} hold that the kernels work on, at most. */
export const fixedPointNumbers = (size: number, memory: number, measured: number): number =>
  (size + 1) * (5 + memory) + memory * (measured + 1) + 2 * (memory + 1);

/** Makes the scratch memory, which the kernels work on. */
export function makeFixedPointSpace(
  size: number,
  memory: number,
  measured = size,
  kernels: Kernels = plainKernels,
): FixedPointSpace {
  const list = () => kernels.list(size);
  const gaps = kernels.list(memory * measured);
  return {
    kernels,
    size,
    memory,
    measured,
    state: list(),
    image: list(),
    gap: list(),
    lastImage: list(),
    lastGap: list(),
    gaps,
    gapRows: Array.from({ length: memory }, (_, r) => gaps.subarray(r * measured, (r + 1) * measured)),
    images: kernels.list(memory * size),
    products: new Float64Array(memory * memory),
    system: new Float64Array(memory * (memory + 1)),
    weights: kernels.list(memory),
    right: kernels.list(memory),
    // NaN, not 0: a number that will be a fraction must not begin as an integer, or the engine changes the object's shape.
    largest: Number.NaN,
    evaluations: 0,
  };
}

/**
 * The fixed point of a map by Anderson's method: the next state is the combination of the last images whose gaps cancel
 * best. Returns whether the largest gap came down to `goal` within `most` evaluations; a gap that is not a number, or
 * that has grown a thousandfold, ends the attempt. The memory is dropped where a step made the gap twice as large.
 */
export function solveFixedPoint(
  map: (state: Float64Array, image: Float64Array) => void,
  space: FixedPointSpace,
  goal: number,
  most: number,
): boolean {
  const { kernels, size, memory, measured, state, image, gap, lastImage, lastGap, images, weights } = space;
  let kept = 0;
  let next = 0;
  let best = Number.POSITIVE_INFINITY;
  let last = Number.POSITIVE_INFINITY;
  let idle = 0;
  space.evaluations = 0;
  while (space.evaluations < most) {
    map(state, image);
    space.evaluations++;
    let largest = 0;
    for (let i = 0; i < size; i++) {
      const value = image[i]! - state[i]!;
      gap[i] = value;
      const absolute = value < 0 ? -value : value;
      // A NaN compares false both ways, so it is looked for by itself.
      if (!(absolute <= largest)) largest = absolute;
    }
    space.largest = largest;
    if (largest <= goal) return true;
    if (!(largest < 1e3 * best) || !(largest < Number.MAX_VALUE)) {
      if (Number.isFinite(best) || !(largest < Number.MAX_VALUE)) return false;
    }
    idle = largest < 0.9 * best ? 0 : idle + 1;
    best = Math.min(best, largest);
    // Rounding is reached: more steps only wander.
    if (idle > 6 && best <= 50 * goal && largest <= 2 * best) return true;
    if (largest > 2 * last) kept = 0;
    else if (last < Number.POSITIVE_INFINITY) {
      const row = next * size;
      const gaps = space.gapRows[next]!;
      for (let i = 0; i < measured; i++) gaps[i] = gap[i]! - lastGap[i]!;
      for (let i = 0; i < size; i++) images[row + i] = image[i]! - lastImage[i]!;
      kept = Math.min(memory, kept + 1);
      addProducts(space, next, kept);
      next = (next + 1) % memory;
    }
    last = largest;
    lastGap.set(gap);
    lastImage.set(image);
    state.set(image);
    if (kept === 0) {
      next = 0;
      continue;
    }
    combine(space, kept);
    kernels.addScaledRows(images, kept, size, weights, state);
  }
  return false;
}

function addProducts(
  { kernels, memory, measured, gaps, gapRows, products, right }: FixedPointSpace,
  row: number,
  kept: number,
): void {
  kernels.multiplyRows(gaps, kept, measured, gapRows[row]!, right);
  for (let r = 0; r < kept; r++) {
    products[row * memory + r] = right[r]!;
    products[r * memory + row] = right[r]!;
  }
}

/** Minus the weights of least squares, by elimination with a trace of the diagonal added; zero where it fails. */
function combine(space: FixedPointSpace, kept: number): void {
  const { kernels, memory, measured, gaps, gap, products, system, weights, right } = space;
  const width = kept + 1;
  kernels.multiplyRows(gaps, kept, measured, gap, right);
  for (let r = 0; r < kept; r++) {
    const scale = Math.sqrt(products[r * memory + r]!) || 1;
    weights[r] = scale;
  }
  for (let r = 0; r < kept; r++) {
    for (let c = 0; c < kept; c++)
      system[r * width + c] = products[r * memory + c]! / (weights[r]! * weights[c]!) + (r === c ? 1e-14 : 0);
    system[r * width + kept] = right[r]! / weights[r]!;
  }
  for (let c = 0; c < kept; c++) {
    const pivot = system[c * width + c]!;
    if (!(pivot > 1e-15)) {
      // This difference says nothing that the earlier ones do not.
      for (let r = 0; r < kept; r++) system[r * width + c] = 0;
      system[c * width + c] = 1;
      for (let k = c + 1; k <= kept; k++) system[c * width + k] = 0;
      continue;
    }
    for (let r = c + 1; r < kept; r++) {
      const factor = system[r * width + c]! / pivot;
      if (factor === 0) continue;
      for (let k = c; k <= kept; k++) system[r * width + k]! -= factor * system[c * width + k]!;
    }
  }
  for (let r = kept - 1; r >= 0; r--) {
    let sum = system[r * width + kept]!;
    for (let c = r + 1; c < kept; c++) sum -= system[r * width + c]! * system[c * width + kept]!;
    system[r * width + kept] = sum / system[r * width + r]!;
  }
  for (let r = 0; r < kept; r++) {
    const value = system[r * width + kept]! / weights[r]!;
    weights[r] = Number.isFinite(value) ? -value : 0;
  }
}
