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
    /** Inverse two-by-two block of each economy. */
    blocks: kernels.list(4 * n),
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
    /** One over costSum, labourIncome and spending; revenue over labour income where it relieves tax. */
    perCost: list(),
    perIncome: list(),
    perSpending: list(),
    paidShare: list(),
    budget: list(),
    logWage: list(),
    logEmployment: list(),
    logPrice: list(),
    /** Derivatives along one direction. */
    dFactor: list(),
    dCostSum: list(),
    dNet: list(),
    dSpending: list(),
    dSales: list(),
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
  n * n + 60 * (n + 1) + krylovNumbers(2 * n, mostDirections, mostRecycled);

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
