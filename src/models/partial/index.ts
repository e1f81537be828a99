export type { SupplyElasticity } from "../../internal/elasticities.js";
export type { NumberColumn } from "../../internal/numericColumns.js";
export type { SolverReport } from "../../internal/solverReport.js";
export type {
  DomesticVarieties,
  MarketAssumptions,
  MarketFlows,
  PartialEquilibriumOptions,
  PerProduct,
} from "./marketInputs.js";
export type { MarketTotals } from "./marketTotals.js";
export { partialEquilibrium } from "./partialEquilibrium.js";
export type {
  DomesticResult,
  FlowResult,
  OriginResult,
  PartialEquilibriumResult,
  ProductResult,
} from "./partialResult.js";
export { smart } from "./smart.js";
export type { SmartOptions, SmartResult } from "./smartTypes.js";
