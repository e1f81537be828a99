export * from "./accounting/index.js";
export type { Assumption, Model, ModelOptions, Outcome, OutcomeRow, Quantity } from "./outcome.js";
