/**
 * The way from a scenario to a table: what changes, the figures it starts from, the models that say what it would do, and
 * the comparison of their answers. Whoever has read the README needs no other entry.
 *
 * ```text
 * defineScenario / januaryScenarios ── bind ──┐
 *                                             ├─ accounting, partialEquilibrium ── compareScenarios ── comparisonTable ── toMarkdown
 * usImports2024 / defineBaseline ─────────────┘            (each an Outcome)          sweep, seek, attribute
 * ```
 *
 * @module tariff-whatif
 */
// What a scenario is, and what the article of January 2025 says.

export * from "./compare/index.js";
export * from "./economies/index.js";
export * from "./exact/index.js";
export * from "./goods/index.js";
// What is thrown.
export { type ErrorCode, errorCodes } from "./internal/errorCodes.js";
export { TariffError, type TariffErrorDetails, type TariffIssue } from "./internal/TariffError.js";
export * from "./january2025/index.js";
// What the models say of it, side by side.
export * from "./models/accounting/index.js";
export type { Breakdown, BreakdownRequest, ConsumptionDimension } from "./models/breakdown.js";
export { combineEvaluators } from "./models/combineEvaluators.js";
export type { Domain, Evaluator } from "./models/evaluator.js";
export type {
  Assumption,
  AssumptionsOption,
  Measurement,
  Model,
  ModelOptions,
  Outcome,
  OutcomeMeasure,
  OutcomeRow,
  Quantity,
} from "./models/outcome.js";
export * from "./models/partial/index.js";
export type { EvaluatorInputs, ScenarioEvaluator } from "./models/scenarioEvaluator.js";
export type { Working, WorkingEquation, WorkingFlow, WorkingValue } from "./models/working.js";
// The policy language and the rate it gives.
export * from "./policy/index.js";
export * from "./present/index.js";
export * from "./scenario/index.js";
// The figures it starts from.
export * from "./trade/index.js";
