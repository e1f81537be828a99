import { requireBrand } from "../../../internal/brand.js";
import type { World } from "./World.js";

/** The numbers of a world as a solver wants them: contiguous float64, rows exporters. */
export interface WorldArrays {
  readonly n: number;
  readonly economies: readonly string[];
  readonly tradeElasticity: number;
  readonly labourSupplyElasticity: number;
  readonly scaleElasticity: number;
  readonly valueAddedShare: number;
  readonly wageNumeraire: boolean;
  /** λ: share of the importer's expenditure, rows exporters. */
  readonly share: Float64Array;
  /** ν, φ, E, Y, T. */
  readonly marketing: Float64Array;
  readonly exponent: Float64Array;
  readonly expenditure: Float64Array;
  readonly income: Float64Array;
  readonly transfer: Float64Array;
  /** Baseline trade across borders. */
  readonly exports: Float64Array;
  readonly imports: Float64Array;
  /** 1 / (1 + κ (2 - φ)): how the wage takes up a change in labour income. */
  readonly wageWeight: Float64Array;
  /** 1 where an economy neither exports nor imports: its price level hangs on nothing. */
  readonly closed: Uint8Array;
  readonly totalExpenditure: number;
  readonly totalIncome: number;
  readonly position: ReadonlyMap<string, number>;
}

/** Kept beside the frozen world; a copy of it has none. */
const known = /* @__PURE__ */ new WeakMap<World, WorldArrays>();

/** The arrays of a world that came from `calibrateWorld`. */
export function arraysOf(world: World, path = "world"): WorldArrays {
  requireBrand("world", world, path, "calibrateWorld");
  return known.get(world) ?? keepArrays(world, Float64Array.from(world.trade.flat()));
}

/** Makes the arrays of a world from its row-major trade, and keeps them. */
export function keepArrays(world: World, trade: Float64Array): WorldArrays {
  const arrays = makeArrays(world, trade);
  known.set(world, arrays);
  return arrays;
}

function makeArrays(world: World, trade: Float64Array): WorldArrays {
  const { economies, parameters } = world;
  const n = economies.length;
  const expenditure = Float64Array.from(world.expenditure);
  const share = new Float64Array(n * n);
  const closed = new Uint8Array(n).fill(1);
  const exports = new Float64Array(n);
  const imports = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    const from = j * n;
    for (let i = 0; i < n; i++) {
      const value = trade[from + i]!;
      share[from + i] = value / expenditure[i]!;
      if (value === 0 || i === j) continue;
      closed[i] = closed[j] = 0;
      exports[j]! += value;
      imports[i]! += value;
    }
  }
  return {
    n,
    economies,
    tradeElasticity: parameters.tradeElasticity,
    labourSupplyElasticity: parameters.labourSupplyElasticity,
    scaleElasticity: parameters.scaleElasticity,
    valueAddedShare: parameters.valueAddedShare,
    wageNumeraire: parameters.numeraire === "wages",
    share,
    marketing: Float64Array.from(world.marketingShare),
    exponent: Float64Array.from(world.tariffExponent),
    expenditure,
    income: Float64Array.from(world.income),
    transfer: Float64Array.from(world.transfer),
    exports,
    imports,
    wageWeight: Float64Array.from(
      world.tariffExponent,
      (exponent) => 1 / (1 + parameters.labourSupplyElasticity * (2 - exponent)),
    ),
    closed,
    totalExpenditure: expenditure.reduce((a, b) => a + b, 0),
    totalIncome: world.income.reduce((a, b) => a + b, 0),
    position: new Map(economies.map((label, i) => [label, i])),
  };
}
