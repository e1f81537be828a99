export type { IsoDate } from "../internal/isoDate.js";
export { definePolicy } from "./language/definePolicy.js";
export { parsePolicy } from "./language/parsePolicy.js";
export type { ParametersOf, Policy, PolicyInput, SharesOf } from "./language/policy.js";
export type * from "./language/step.js";
export { type AppliedRate, appliedRate } from "./rates/appliedRate.js";
export { type ExplainedStep, explainRate, type RateExplanation } from "./rates/explainRate.js";
export type { StepOutcome } from "./rates/foldSteps.js";
export type { Evaluation, EvaluationOnDay, EvaluationOverPeriod, RateQuery } from "./rates/readQuery.js";
