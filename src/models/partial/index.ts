export type { SupplyElasticity } from "../../internal/elasticities.js";
export type { Column } from "../../internal/numericColumns.js";
export type { SolverReport } from "../../internal/solverReport.js";
export type {
  DomesticVarieties,
  MarketAssumptions,
  MarketFlows,
  PartialEquilibriumOptions,
  PerProduct,
} from "./marketInputs.js";
export { partialEquilibrium } from "./partialEquilibrium.js";
export type {
  DomesticResult,
  FlowResult,
  MarketTotals,
  OriginResult,
  PartialEquilibriumResult,
  ProductResult,
} from "./partialResult.js";
export { smart } from "./smart.js";
export type { SmartOptions, SmartResult } from "./smartTypes.js";
