export type { SupplyElasticity } from "../../internal/elasticities.js";
export type { NumberColumn } from "../../internal/numericColumns.js";
export type { SolverReport } from "../../numerics/solverReport.js";
export type {
  DomesticVarieties,
  MarketAssumptions,
  MarketFlows,
  PerProduct,
  SolveMarketsOptions,
} from "./marketInputs.js";
export type {
  DiversionGain,
  DomesticResult,
  FlowResult,
  OriginResult,
  ProductResult,
  SolveMarketsResult,
} from "./marketResults.js";
export type { MarketTotals } from "./marketTotals.js";
export { partialEquilibrium } from "./partialEquilibrium.js";
export { type PartialEvaluatorOptions, partialEvaluator } from "./partialEvaluator.js";
export type { PartialAssumptions, PartialOutcome } from "./partialOutcome.js";
export { solveMarkets } from "./solveMarkets.js";
