import type { Outcome } from "../outcome.js";
import type { DomesticVarieties, MarketAssumptions } from "./marketInputs.js";
import type { SolveMarketsResult } from "./marketResults.js";

/**
 * What {@link partialEquilibrium} assumes: the elasticities, and where they come from.
 *
 * @category Partial equilibrium
 */
export interface PartialAssumptions extends MarketAssumptions {
  /** Spending on domestic varieties, by product; without it imports compete only with one another. */
  readonly domestic?: DomesticVarieties;
  /** Where each assumption comes from, by its name; what is not listed is reported as chosen by the user. */
  readonly sources?: Readonly<Partial<Record<keyof MarketAssumptions | "domestic", string>>>;
}

/**
 * What {@link partialEquilibrium} returns.
 *
 * @category Partial equilibrium
 */
export interface PartialOutcome extends Outcome {
  /** The name of the model. */
  readonly model: "partial";
  /** Every number by flow, origin and product, as float64; with several importers a product is `importer/product`. */
  readonly market: SolveMarketsResult;
}
