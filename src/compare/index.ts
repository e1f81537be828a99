export { type AttributeOptions, type Attribution, attribute } from "./attribute.js";
export { combineEvaluators } from "./combineEvaluators.js";
export type { CompareModelsOptions, CompareOptions } from "./compareOptions.js";
export { type Comparison, type ComparisonRow, compareScenarios } from "./compareScenarios.js";
export { type CrossTable, type CrossTableOptions, crossTable, type TableAxis } from "./crossTable.js";
export type {
  ChoiceDistribution,
  Distribution,
  LogNormalDistribution,
  NormalDistribution,
  PertDistribution,
  UniformDistribution,
} from "./distribution.js";
export type { Domain, Evaluator } from "./evaluator.js";
export { type MaximiseOptions, type MaximiseResult, maximise } from "./maximise.js";
export type { Measurement } from "./measurement.js";
export { type PartialEvaluatorOptions, partialEvaluator } from "./partialEvaluator.js";
export { type RankedRow, type RankOptions, rankRows } from "./rankRows.js";
export { type SeekOptions, type SeekResult, seek } from "./seek.js";
export {
  type Sensitivity,
  type SensitivityOptions,
  type SensitivityRow,
  sensitivity,
} from "./sensitivity.js";
export { type SolveForOptions, type SolveForResult, solveFor } from "./solveFor.js";
export type { OutcomeSummary, Quantile, WorseProbability } from "./summarise.js";
export { type SweepOptions, type SweepPoint, sweep } from "./sweep.js";
export { type UncertaintyResult, uncertainty } from "./uncertainty.js";
export type { UncertaintyOptions } from "./uncertaintyOptions.js";
