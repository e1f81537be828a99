/** Most directions one linear solve may take; the memory for them is the workspace's. */
export const mostDirections = 60;

/** Most directions kept from one linear solve to the next; more cost more than they save. */
export const mostKept = 12;

/** All scratch memory of the solver for a world of n economies: nothing else is allocated while it iterates. */
export function makeWorkspace(n: number) {
  const list = () => new Float64Array(n);
  const pair = () => new Float64Array(2 * n);
  return {
    /** λ times the tariff part of cost, rows exporters; filled once for each scenario. */
    cost: new Float64Array(n * n),
    /** Part of `cost` that is duty, for the entries that carry a tariff. */
    wedge: new Float64Array(0),
    /** Unknowns: log unit cost of each exporter, then log expenditure; and their trial, best and earlier values. */
    state: pair(),
    trial: pair(),
    kept: pair(),
    earlier: pair(),
    gap: pair(),
    step: pair(),
    direction: pair(),
    /** Krylov basis, one direction after another, and the triangular system. */
    basis: new Float64Array((mostDirections + 1) * 2 * n),
    triangle: new Float64Array((mostDirections + 1) * mostDirections),
    cosine: new Float64Array(mostDirections),
    sine: new Float64Array(mostDirections),
    target: new Float64Array(mostDirections + 1),
    weights: new Float64Array(mostDirections),
    /** Directions already tried and what they did: orthonormal images, and the directions that have them. */
    images: new Float64Array((mostKept + mostDirections) * 2 * n),
    tried: new Float64Array((mostKept + mostDirections) * 2 * n),
    keptCount: 0,
    /** Inverse two-by-two block of each economy. */
    blocks: new Float64Array(4 * n),
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
    /** The solution, in levels relative to the baseline. */
    wage: list(),
    employment: list(),
    price: list(),
    expenditure: list(),
    // Numbers that will be fractions begin as NaN: from 0 the engine would change the object's shape, and its code.
    /** Trade across borders before duty, and the largest scaled gap over all equations. */
    exports: list(),
    imports: list(),
    residual: Number.NaN,
    /** The power to which `cost` has the tariff factors. */
    part: Number.NaN,
    worldGrowth: Number.NaN,
    /** How many N² passes over trade the solve has cost. */
    passes: Number.NaN,
    iterations: 0,
  };
}

/** The scratch memory of {@link makeWorkspace}. */
export type Workspace = ReturnType<typeof makeWorkspace>;
