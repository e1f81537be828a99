import type { StepStatus } from "./step.js";

/** How far a measure can have got, in order. */
export const stepStatuses = [
  "threatened",
  "announced",
  "signed",
  "in-force",
  "suspended",
  "ended",
] as const satisfies readonly StepStatus[];
