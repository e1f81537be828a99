import type { WayPoint } from "./followBranch.js";

/** A solution with its proof; every list is in the order of the world's economies and belongs to the solution alone. */
export interface Solution {
  /** Log unit cost of each exporter, then log expenditure, under the numéraire: where a neighbouring scenario starts. */
  readonly unknowns: Float64Array;
  /** Relative to the baseline. */
  readonly wage: Float64Array;
  readonly employment: Float64Array;
  readonly price: Float64Array;
  readonly expenditure: Float64Array;
  /** In the unit of the data. */
  readonly labourIncome: Float64Array;
  readonly revenue: Float64Array;
  readonly exports: Float64Array;
  readonly imports: Float64Array;
  /** Transfers at baseline prices, and what they have grown by. */
  readonly transfer: Float64Array;
  readonly worldGrowth: number;
  /** Customs value of a flow is share × tariff factor × `exporterFactor` × `importerFactor`, less duty. */
  readonly exporterFactor: Float64Array;
  readonly importerFactor: Float64Array;
  /** The point of the way that this solves; the scenario itself where the branch leads there. */
  readonly at: WayPoint;
  /** Largest scaled gap of each kind of equation, and over all of them. */
  readonly residuals: EquationResiduals;
  readonly residual: number;
  readonly iterations: number;
  readonly passes: number;
}

/**
 * Largest scaled gap of each kind of equation of the world.
 *
 * @category World model
 */
export interface EquationResiduals {
  /** Labour income earned at home and abroad over wages paid, the redundant equation included. */
  readonly labourIncome: number;
  /** Income, revenue and transfer over expenditure. */
  readonly budget: number;
  /** Hours that the after-tax real wage calls forth over hours worked. */
  readonly labourSupply: number;
  /** Price index that costs and tariffs imply over the price index. */
  readonly priceIndex: number;
  /** The numéraire over one. */
  readonly numeraire: number;
}
