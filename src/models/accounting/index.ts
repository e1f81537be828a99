export { type AccountingOutcome, type AccountingTotal, accounting } from "./accounting.js";
