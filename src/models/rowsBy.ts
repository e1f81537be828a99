import type { Breakdown } from "./breakdown.js";
import { ledgerOf } from "./ledger.js";
import type { Outcome, OutcomeRow } from "./outcome.js";

/** The rows of an outcome for a breakdown, worked out now where the model can; none where it has no such breakdown. */
export function rowsBy(outcome: Outcome, breakdown: Breakdown): readonly OutcomeRow[] {
  const ledger = ledgerOf(outcome);
  return ledger ? ledger.rowsBy(breakdown) : outcome.rows.filter((row) => row.dimension === breakdown);
}
