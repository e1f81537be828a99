export type { IsoDate } from "../internal/isoDate.js";
export { definePolicy } from "./language/definePolicy.js";
export { parsePolicy } from "./language/parsePolicy.js";
export type { ParametersOf, Policy, PolicyInput, SharesOf } from "./language/policy.js";
export type * from "./language/step.js";
export { appliedRate } from "./rates/appliedRate.js";
export {
  type ExplainedPart,
  type ExplainedStep,
  explainRate,
  type RateExplanation,
} from "./rates/explainRate.js";
export type { StepOutcome } from "./rates/foldSteps.js";
export type { DayOutcome } from "./rates/onDay.js";
export type { AppliedRate, ChargedAmounts } from "./rates/rateAfter.js";
export type { Evaluation, EvaluationOnDay, EvaluationOverPeriod, RateQuery } from "./rates/readQuery.js";
export type { ShipmentValue } from "./rates/shipment.js";
export { type AverageQuery, type AverageRate, averageRates } from "./time/averageRates.js";
export type { ChangedStep } from "./time/changedSteps.js";
export { type DayDifference, difference } from "./time/difference.js";
export type { PartsOfTime } from "./time/partsOfPeriod.js";
export type { PeriodQuery } from "./time/periodQuery.js";
export { type TimelineInterval, timeline } from "./time/timeline.js";
