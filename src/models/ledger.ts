import type { Breakdown } from "./breakdown.js";
import type { Outcome, OutcomeRow } from "./outcome.js";
import type { WorkingParts } from "./working.js";

/**
 * What a model keeps beside an outcome, for questions asked later: rows of a breakdown that nobody asked for yet, and
 * the working of a number. Functions, so that they cost nothing until they are called.
 */
export interface Ledger {
  /** The rows of a breakdown; none where the model does not have it. */
  readonly rowsBy: (breakdown: Breakdown) => readonly OutcomeRow[];
  /** How a number of the outcome came about, from its row; absent where the model cannot say. */
  readonly working?: (row: OutcomeRow) => WorkingParts;
}

/** A registered symbol, so that both copies of the package read it; JSON and a spread lose it, as they lose a brand. */
const mark = /* @__PURE__ */ Symbol.for("tariff-whatif/ledger");

/** What a model kept beside an outcome; undefined for one that came through JSON or from another's model. */
export function ledgerOf(outcome: Outcome): Ledger | undefined {
  if (!Object.hasOwn(outcome, mark)) return undefined;
  const ledger = (outcome as { readonly [mark]?: Ledger })[mark];
  return typeof ledger?.rowsBy === "function" ? ledger : undefined;
}

/**
 * Freezes an outcome and keeps its ledger with it. Deferred parts are read like any other key: JSON, a spread and a
 * comparison see plain values; what nobody reads is never worked out.
 */
export function sealOutcome<Result extends Outcome, Late extends keyof Result>(
  outcome: Omit<Result, Late>,
  deferred: { readonly [K in Late]: () => Result[K] },
  ledger: Ledger,
): Result {
  const sealed = { ...outcome } as object;
  for (const [key, work] of Object.entries<() => unknown>(deferred)) {
    let known: { readonly value: unknown } | undefined;
    Object.defineProperty(sealed, key, {
      enumerable: true,
      get: () => {
        known ??= { value: work() };
        return known.value;
      },
    });
  }
  Object.defineProperty(sealed, mark, { value: ledger });
  return Object.freeze(sealed) as Result;
}
