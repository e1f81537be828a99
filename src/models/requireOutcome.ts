import { isRecord } from "../internal/isRecord.js";
import { listBounds, requirePlainList } from "../internal/listBounds.js";
import { TariffError } from "../internal/TariffError.js";
import { ledgerOf } from "./ledger.js";
import type { Outcome, OutcomeRow } from "./outcome.js";
import { requireQuantity } from "./quantity.js";

/** Refuses what a model cannot have returned; an outcome of this package's own models is known by its ledger. */
export function requireOutcome<Result extends Outcome>(
  outcome: Result,
  path: string,
  advice: string,
): Result {
  if (isRecord(outcome) && ledgerOf(outcome) !== undefined) return outcome;
  const demand = (holds: boolean, key: string, received: unknown): void => {
    if (holds) return;
    throw new TariffError({ code: "wrong-type", path: `${path}${key}`, received, advice });
  };
  demand(isRecord(outcome), "", outcome);
  for (const key of ["model", "scenario", "title"] as const) {
    demand(typeof outcome[key] === "string", `.${key}`, outcome[key]);
  }
  const { rows } = outcome;
  demand(Array.isArray(rows) && rows.length <= listBounds.rows, ".rows", rows);
  requirePlainList(rows, `${path}.rows`);
  for (let index = 0; index < rows.length; index++) requireRow(rows[index], `.rows[${index}]`, demand, path);
  return outcome;
}

function requireRow(
  row: OutcomeRow | undefined,
  at: string,
  demand: (holds: boolean, key: string, received: unknown) => void,
  path: string,
): void {
  demand(isRecord(row), at, row);
  const { dimension, key, name, indicator, scope, before, after } = row as OutcomeRow;
  for (const [part, text] of Object.entries({ dimension, key, name, indicator, scope })) {
    demand(typeof text === "string", `${at}.${part}`, text);
  }
  requireQuantity(before, `${path}${at}.before`);
  requireQuantity(after, `${path}${at}.after`);
}

export const modelAdvice =
  "Let the model return an outcome: model, scenario, title and rows with dimension, key, name, indicator, scope, before and after.";
