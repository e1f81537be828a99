/**
 * What a law gives beside what was collected: the effective rate of a month on the trade of another year, the duties of
 * that month, and the way from one to the other in steps.
 *
 * ```text
 * law of each day, trade of a year, duties of a month ── predictedBesideRealised ── steps, and what is unexplained
 * ```
 *
 * @module tariff-whatif/realised
 */
export { type ClaimsAtTotalOptions, claimsAtTotal } from "./claimsAtTotal.js";
export { predictedBesideRealised } from "./predictedBesideRealised.js";
export type {
  Composition,
  GoodsUnderWay,
  Month,
  PredictedAndRealised,
  PredictedBesideRealisedOptions,
  Reaction,
  RealisedStep,
  RealisedSteps,
} from "./realisedTypes.js";
