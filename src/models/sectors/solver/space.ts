import {
  type FixedPointSpace,
  fixedPointNumbers,
  makeFixedPointSpace,
} from "../../../numerics/fixedPoint.js";
import type { Kernels } from "../../../numerics/kernels/Kernels.js";
import { plainKernels } from "../../../numerics/kernels/plainKernels.js";
import { openSimdMemory, type SimdMemory, simdKernels } from "../../../numerics/kernels/simdKernels.js";
import type { SectorCore } from "./core.js";

/** Earlier steps that one step combines. */
const memory = 8;

/** The size of a world, which is all that a pass over trade needs to know of it. */
export type SectorSize = Pick<SectorCore, "n" | "s" | "links">;

/** Scratch memory of the solver for worlds of n economies and s sectors; nothing else is allocated while it iterates. */
export interface SectorSpace {
  readonly n: number;
  readonly s: number;
  readonly links: boolean;
  readonly kernels: Kernels;
  /** π (1 + t)^-θ relative to the baseline, and the same net of duty: sector, importer, exporter. */
  readonly gross: Float64Array;
  readonly net: Float64Array;
  /** The input shares of the world and what follows from them (see `BaselineAnswers`), where the kernels read them. */
  readonly inputShare: Float64Array;
  readonly through: Float64Array;
  /** Log cost and cost^-θ, both sector, economy. */
  readonly logCost: Float64Array;
  readonly appeal: Float64Array;
  /** Sum of `gross` over exporters at their costs, and the share of spending that is not duty: sector, importer. */
  readonly costSum: Float64Array;
  readonly netShare: Float64Array;
  /** Log prices that the costs imply, with links: economy, sector. */
  readonly logPrice: Float64Array;
  /** Log cost of inputs between two states, with links: economy, sector. */
  readonly inputCost: Float64Array;
  /** Sales net of duty by economy and sector. */
  readonly sales: Float64Array;
  /** Duties by economy. */
  readonly revenue: Float64Array;
  /** Spending by economy and sector at the state. */
  readonly spending: Float64Array;
  /** What the state implies, and the step of the wages. */
  readonly implied: Float64Array;
  readonly step: Float64Array;
  /** Numbers on their way into a product and out of it. */
  readonly move: Float64Array;
  readonly moved: Float64Array;
  readonly point: FixedPointSpace;
  /** The last solution, for a solve that begins near it. */
  readonly solution: Float64Array;
  iterations: number;
  /** The world whose input shares are here, and whether what follows from them is. */
  owner: SectorCore | undefined;
  answered: boolean;
  /** The tariffs that `gross` and `net` hold. */
  filled: Float64Array | undefined;
  /** The largest gap over all equations at the last solution. */
  residual: number;
}

const stateSize = ({ n, s, links }: SectorSize): number => (links ? n + 2 * n * s : 2 * n);

/** Prices and wages say how earlier steps are to be combined: spending follows from them. */
const measuredSize = ({ n, s, links }: SectorSize): number => (links ? n + n * s : 2 * n);

function makeSpace(size: SectorSize, kernels: Kernels): SectorSpace {
  const { n, s, links } = size;
  const list = (length: number) => kernels.list(length);
  const ns = n * s;
  return {
    n,
    s,
    links,
    kernels,
    gross: list(n * ns),
    net: list(n * ns),
    inputShare: list(links ? ns * s : 0),
    through: list(links ? ns * s : 0),
    logCost: list(ns),
    appeal: list(ns),
    costSum: list(ns),
    netShare: list(ns),
    logPrice: list(links ? ns : 0),
    inputCost: list(links ? ns : 0),
    sales: list(ns),
    revenue: list(n),
    spending: list(ns),
    implied: list(stateSize(size)),
    step: list(n),
    move: list(ns),
    moved: list(ns),
    point: makeFixedPointSpace(stateSize(size), memory, measuredSize(size), kernels),
    solution: list(stateSize(size)),
    iterations: 0,
    owner: undefined,
    answered: false,
    filled: undefined,
    residual: Number.NaN,
  };
}

/** How many numbers the space of a world holds, at most. */
export function spaceNumbers(size: SectorSize): number {
  const { n, s, links } = size;
  const ns = n * s;
  const lists =
    2 * n * ns + (links ? 2 * ns * s : 0) + 11 * (ns + 1) + 3 * (n + 1) + 2 * (stateSize(size) + 1);
  return lists + fixedPointNumbers(stateSize(size), memory, measuredSize(size));
}

let simd: SimdMemory | null = null;
let space: SectorSpace | undefined;

/**
 * The scratch memory for worlds of one size. There is one, for the size last asked for, because solves follow one another:
 * what a world leaves in it lasts until the next world asks.
 */
export function spaceFor(size: SectorSize): SectorSpace {
  const { n, s, links } = size;
  if (space?.n !== n || space.s !== s || space.links !== links) {
    simd = openSimdMemory(spaceNumbers(size), simd);
    space = makeSpace(size, simd === null ? plainKernels : simdKernels(simd));
  }
  return space;
}

/** The scratch memory with the world's own numbers in it. */
export function spaceOf(core: SectorCore): SectorSpace {
  const own = spaceFor(core);
  if (own.owner === core) return own;
  own.owner = core;
  own.answered = false;
  own.filled = undefined;
  if (core.links) own.inputShare.set(core.inputShare);
  return own;
}
