export { conventionalRevenue } from "./conventionalRevenue.js";
export type {
  ConventionalRevenueOptions,
  ConventionalRevenueResult,
  RevenueAmounts,
  RevenueYear,
} from "./conventionalRevenueTypes.js";
export type { DatedSteps, PhaseIn } from "./scheduleOf.js";
export {
  type YearInForce,
  type YearKind,
  type YearsInForceOptions,
  yearsInForce,
} from "./yearsInForce.js";
