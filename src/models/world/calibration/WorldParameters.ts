/**
 * Targets for the share of a sale that stays in the destination as marketing cost: one for one economy, one for all
 * the others, each as an average over all sales in that bloc.
 *
 * @category World model
 */
export interface MarketingTargets {
  /** The economy with a share of its own. */
  readonly economy: string;
  /** The average share in that economy, 0 to 1. */
  readonly economyShare: number;
  /** The average share in all the others, 0 to 1. */
  readonly othersShare: number;
}

/**
 * What the world model must be told. Nothing here has a default: every entry changes the answer.
 *
 * @category World model
 */
export interface WorldParameters {
  /** ε, 0.01 to 100: by how much percent trade falls when its cost rises by one percent. */
  readonly tradeElasticity: number;
  /** κ ≥ 0: by how much percent employment rises with the real wage after tax. */
  readonly labourSupplyElasticity: number;
  /** ψ ≥ 0: by how much percent cost falls when employment rises by one percent; below 1/ε unless `multipleEquilibria` allows more. */
  readonly scaleElasticity: number;
  /** φ̃, 0.001 to 10: share of a tariff that reaches the price at the border; 1 is complete. */
  readonly tariffPassThrough: number;
  /** ν: `"none"`, one share for each economy, or targets from which two shares are solved. */
  readonly marketingCosts: "none" | readonly number[] | MarketingTargets;
  /** β, 0.001 to 1: share of value added in cost; 1 is a world without input-output links. */
  readonly valueAddedShare: number;
  /** What stays constant: the expenditure-weighted world price index, or the income-weighted world wage. */
  readonly numeraire: "consumerPrices" | "wages";
  /**
   * `"allowed"` takes a scale elasticity of 1/ε and above, where the equilibrium may not be the only one: outcomes then
   * say so in a note. `"refused"`, or nothing, refuses it.
   */
  readonly multipleEquilibria?: "refused" | "allowed";
}
