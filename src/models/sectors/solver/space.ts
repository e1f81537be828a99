import { type FixedPointSpace, makeFixedPointSpace } from "../../../numerics/fixedPoint.js";

/** Earlier steps that one step combines. */
const memory = 8;

/** Scratch memory of the solver for a world of n economies and s sectors; nothing else is allocated while it iterates. */
export interface SectorSpace {
  /** π (1 + t)^-θ relative to the baseline, and the same net of duty: sector, importer, exporter. */
  readonly gross: Float64Array;
  readonly net: Float64Array;
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
  /** What the state implies, the step of the wages, and numbers of one economy by sector. */
  readonly implied: Float64Array;
  readonly step: Float64Array;
  readonly move: Float64Array;
  readonly next: Float64Array;
  /** 1 where the importer charges somebody for the sector: sector, importer. */
  readonly dutied: Uint8Array;
  /** A column of sums for one sector. */
  readonly column: Float64Array;
  readonly point: FixedPointSpace;
  /** The last solution, for a solve that begins near it. */
  readonly solution: Float64Array;
  iterations: number;
  /** The tariffs that `gross` and `net` hold. */
  filled: Float64Array | undefined;
  /** The largest gap over all equations at the last solution. */
  residual: number;
}

/** Makes the scratch memory. */
export function makeSectorSpace(n: number, s: number, links: boolean): SectorSpace {
  const size = links ? n + 2 * n * s : 2 * n;
  return {
    gross: new Float64Array(n * n * s),
    net: new Float64Array(n * n * s),
    logCost: new Float64Array(n * s),
    appeal: new Float64Array(n * s),
    costSum: new Float64Array(n * s),
    netShare: new Float64Array(n * s),
    logPrice: new Float64Array(links ? n * s : 0),
    inputCost: new Float64Array(links ? n * s : 0),
    sales: new Float64Array(n * s),
    revenue: new Float64Array(n),
    spending: new Float64Array(n * s),
    implied: new Float64Array(size),
    step: new Float64Array(n),
    move: new Float64Array(s),
    next: new Float64Array(s),
    dutied: new Uint8Array(n * s).fill(1),
    column: new Float64Array(n),
    point: makeFixedPointSpace(size, memory),
    solution: new Float64Array(size),
    iterations: 0,
    filled: undefined,
    residual: Number.NaN,
  };
}
