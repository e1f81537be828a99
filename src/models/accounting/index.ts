export { type AccountingOutcome, accounting } from "./accounting.js";
export type { AccountingTotal } from "./accountingTotal.js";
