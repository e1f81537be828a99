import type { WorldParameters } from "./WorldParameters.js";

/**
 * A calibrated world: what {@link calibrateWorld} returns. Values are in the unit of the data that went in; rows of
 * `trade` are exporters, columns importers, in the order of `economies`.
 *
 * @category World model
 */
export interface World {
  /** Labels, in the order of every list here. */
  readonly economies: readonly string[];
  /** What it was calibrated with. */
  readonly parameters: WorldParameters;
  /** ν: share of a sale that stays in the destination. */
  readonly marketingShare: readonly number[];
  /** φ: exponent of one plus the tariff, in units of the trade elasticity. */
  readonly tariffExponent: readonly number[];
  /** Trade with own trade on the diagonal. */
  readonly trade: readonly (readonly number[])[];
  /** GDP as it went in; income is what the model makes of it. */
  readonly gdp: readonly number[];
  /** E: what each economy spends. */
  readonly expenditure: readonly number[];
  /** Y: labour income. */
  readonly income: readonly number[];
  /** T: transfer received from abroad; the sum over the world is zero. */
  readonly transfer: readonly number[];
  /** Economies whose exports exceed what their GDP allows; their own trade was set to zero. */
  readonly ownTradeSetToZero: readonly string[];
}
