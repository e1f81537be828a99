export { conventionalRevenue } from "./conventionalRevenue.js";
export type {
  ConventionalRevenueOptions,
  ConventionalRevenueResult,
  RevenueAmounts,
  RevenueYear,
} from "./conventionalRevenueTypes.js";
export {
  type PhaseIn,
  type YearInForce,
  type YearKind,
  type YearsInForceOptions,
  yearsInForce,
} from "./yearsInForce.js";
