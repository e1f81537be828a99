// What one entry costs, and many in order of arrival.
export { type AssessEntriesOptions, assessEntries } from "./assessEntries.js";
export { type AssessEntryOptions, assessEntry } from "./assessEntry.js";
export {
  type CustomsValue,
  type CustomsValueOptions,
  customsValue,
  type ValueElement,
  type ValuePart,
} from "./customsValue.js";
export { type Drawback, type DrawbackOptions, drawback } from "./drawback.js";
export { type DrawbackOfFeeOptions, drawbackOfFee, type FeeDrawback } from "./drawbackOfFee.js";
export type { Entry, EntryLine } from "./entry.js";
export type { ExchangeRate } from "./exchange.js";
export { explainEntry } from "./explainEntry.js";
// What a duty text means.
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
// What is charged, and how it is rounded.
export { harborMaintenanceFee } from "./harborMaintenanceFee.js";
export type { BaseTerm, ChargeKind, EntryMeasure, MeasureRate } from "./measure.js";
export { merchandiseProcessingFee, type ProcessingFeeOptions } from "./merchandiseProcessingFee.js";
export type { Quota } from "./quotas.js";
export { type EntryRounding, type RoundTo, roundingRules } from "./rounding.js";
export type { Charge, EntrySheet, SheetAmount, SheetShare, UnknownCharge } from "./sheet.js";
