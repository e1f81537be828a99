import type { Kernels } from "../../../numerics/kernels/Kernels.js";
import { plainKernels } from "../../../numerics/kernels/plainKernels.js";
import { openSimdMemory, type SimdMemory, simdKernels } from "../../../numerics/kernels/simdKernels.js";
import { type KrylovMemory, krylovNumbers, makeKrylovMemory } from "../../../numerics/krylov.js";
import type { WorldArrays } from "../calibration/worldArrays.js";

/** Most directions one linear solve may take, and most recycled for the next; more cost more than they save. */
const mostDirections = 60;
const mostRecycled = 12;

/** All scratch memory of the solver for a world of n economies: nothing else is allocated while it iterates. */
function makeWorkspace(n: number, kernels: Kernels) {
  const list = () => kernels.list(n);
  const pair = () => kernels.list(2 * n);
  const five = () => kernels.list(5 * n);
  const row = (rows: Float64Array, r: number) => rows.subarray(r * n, (r + 1) * n);
  const [blocks, dAll, answer, common] = [kernels.list(4 * n), five(), pair(), kernels.list(2)];
  const krylov: KrylovMemory = makeKrylovMemory(2 * n, mostDirections, mostRecycled, kernels);
  return {
    n,
    kernels,
    /** λ times the tariff part of cost, rows exporters. */
    cost: kernels.list(n * n),
    /** Part of `cost` that is duty, for the entries that carry a tariff. */
    wedge: new Float64Array(0),
    /** Transfers at baseline prices. */
    transfer: list(),
    /** Unknowns: log unit cost of each exporter, then log expenditure; and their trial, last and earlier values. */
    state: pair(),
    trial: pair(),
    last: pair(),
    earlier: pair(),
    gap: pair(),
    krylov,
    /** Inverse two-by-two block of each economy, entry by entry, and where the second row begins. */
    blocks,
    lowerBlocks: blocks.subarray(2 * n),
    /** Values of the equations at the state. */
    factor: list(),
    costSum: list(),
    netShare: list(),
    spending: list(),
    netSpending: list(),
    demand: list(),
    sales: list(),
    labourIncome: list(),
    revenue: list(),
    /** One over costSum. */
    perCost: list(),
    logWage: list(),
    logEmployment: list(),
    logPrice: list(),
    /**
     * How the gaps answer at a state (see `linearise`): factor by x; spending over the sum of costs by m and that sum; both
     * gaps and world growth by x, m, the sum of costs, its part net of duty and sales; the second gap by growth and mean.
     */
    factorBy: list(),
    spendingBy: pair(),
    firstBy: five(),
    secondBy: five(),
    growthBy: five(),
    commonBy: pair(),
    meanBy: list(),
    /** Derivatives along one direction: x, m, the sum of costs, its part net of duty and sales, one after another. */
    dAll,
    dFromM: dAll.subarray(n),
    dM: row(dAll, 1),
    dCost: row(dAll, 2),
    dNet: row(dAll, 3),
    dSales: row(dAll, 4),
    dFactor: list(),
    dSpending: list(),
    /** Two lists on their way out, and the growth and the mean that all economies have in common. */
    answer,
    answerFirst: row(answer, 0),
    answerSecond: row(answer, 1),
    common,
    growth: common.subarray(0, 1),
    mean: common.subarray(1, 2),
    // Numbers that will be fractions begin as NaN: from 0 the engine would change the object's shape, and its code.
    worldGrowth: Number.NaN,
    /** How many N² passes over trade the solve has cost. */
    passes: Number.NaN,
    iterations: 0,
  };
}

/** The scratch memory of {@link makeWorkspace}. */
export type Workspace = ReturnType<typeof makeWorkspace>;

let memory: SimdMemory | null = null;
let space: Workspace | undefined;

/** How many numbers a workspace holds, at most: its matrix, its lists and the Krylov solver's. */
const numbersFor = (n: number): number =>
  n * n + 66 * (n + 1) + krylovNumbers(2 * n, mostDirections, mostRecycled);

/**
 * The scratch memory for worlds of n economies, without what earlier solves left in it: equal calls give equal digits.
 * There is one, for the size last asked for, because many worlds of one size are solved one after the other.
 */
export function freshWorkspace({ n }: Pick<WorldArrays, "n">): Workspace {
  if (space?.n !== n) {
    memory = openSimdMemory(numbersFor(n), memory);
    space = makeWorkspace(n, memory === null ? plainKernels : simdKernels(memory));
  }
  space.krylov.recycled = 0;
  return space;
}
