export type { ExchangeRate } from "./exchange.js";
export type {
  AdValoremDuty,
  DaysOfYear,
  DutyComponent,
  DutyExpression,
  DutyKind,
  DutyReference,
  DutySum,
  ReferredDuty,
  SeasonalDuty,
  SpecificDuty,
} from "./expressions/dutyExpression.js";
export type { DutyFacts } from "./expressions/dutyFacts.js";
export {
  type EvaluateDutyOptions,
  type EvaluatedDuty,
  evaluateDutyExpression,
} from "./expressions/evaluateDutyExpression.js";
export { parseDutyExpression } from "./expressions/parseDutyExpression.js";
export { parseSchedule, type Schedule, type ScheduleTexts } from "./expressions/parseSchedule.js";
export { parseSpecialRates, type SpecialRate, type SpecialRates } from "./expressions/parseSpecialRates.js";
export { writeDutyExpression } from "./expressions/writeDutyExpression.js";
