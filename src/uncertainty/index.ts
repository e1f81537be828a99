/**
 * How sure is it? Draws, one-at-a-time sensitivity and two-way tables of anything that has an evaluator.
 *
 * ```text
 * partialEvaluator, worldEvaluator, ... ── uncertainty ── quantiles
 *                                       ── sensitivity ── tornado
 *                                       ── crossTable  ── table
 * ```
 *
 * @module tariff-whatif/uncertainty
 */
export { type CrossTable, type CrossTableOptions, crossTable, type TableAxis } from "./crossTable.js";
export type {
  ChoiceDistribution,
  Distribution,
  LogNormalDistribution,
  NormalDistribution,
  PertDistribution,
  UniformDistribution,
} from "./distribution.js";
export {
  type Sensitivity,
  type SensitivityOptions,
  type SensitivityRow,
  sensitivity,
} from "./sensitivity.js";
export type { OutcomeSummary, ProbabilityBelow, Quantile } from "./summarise.js";
export { type UncertaintyResult, uncertainty } from "./uncertainty.js";
export type { UncertaintyOptions } from "./uncertaintyOptions.js";
