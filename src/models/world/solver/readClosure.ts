import { deepFreeze } from "../../../internal/deepFreeze.js";
import { readOptions } from "../../../internal/readOptions.js";
import { requireFinite } from "../../../internal/requireFinite.js";
import { TariffError } from "../../../internal/TariffError.js";
import { oneOf } from "../calibration/oneOf.js";
import type { WorldArrays } from "../calibration/worldArrays.js";
import type { DeficitRule, RevenueUse } from "./WorldOutcome.js";

/**
 * How a scenario is closed and how exactly it is solved.
 *
 * @category World model
 */
export interface WorldClosure {
  /** What tariff revenue pays for. */
  readonly revenueUse: RevenueUse;
  /** What happens to transfers between economies. */
  readonly deficits: DeficitRule;
  /** Residual to reach, 1e-14 to 0.1; 1e-12 where absent. It changes the digits, not the answer. */
  readonly tolerance?: number;
  /**
   * `"return"` hands back the last point that was solved on the way to the scenario, marked `converged: false` and with a
   * note, instead of throwing.
   */
  readonly whenNotConverged?: "throw" | "return";
}

/** A closure as the solver wants it. */
export interface Closure {
  readonly relief: boolean;
  readonly transfer: Float64Array;
  readonly deficits: DeficitRule;
  readonly tolerance: number;
  readonly throws: boolean;
}

/** The keys of {@link WorldClosure}, for `readOptions`. */
export const closureKeys = {
  required: ["revenueUse", "deficits"],
  optional: ["tolerance", "whenNotConverged"],
} as const;

/** Checks how a scenario is closed. */
export function readClosure(arrays: WorldArrays, options: WorldClosure): Closure {
  const { tolerance = 1e-12, whenNotConverged = "throw" } = options;
  requireFinite(tolerance, "tolerance");
  if (tolerance < 1e-14 || tolerance > 0.1) {
    throw new TariffError({
      code: tolerance < 1e-14 ? "unreachable-tolerance" : "out-of-range",
      path: "tolerance",
      received: tolerance,
      advice: "Pass a tolerance from 1e-14, which float64 can still reach, to 0.1.",
    });
  }
  const { deficits } = options;
  const transfer = readTransfers(arrays, deficits);
  return {
    relief:
      oneOf(options.revenueUse, "revenueUse", ["incomeTaxRelief", "lumpSumRebate"]) === "incomeTaxRelief",
    transfer,
    deficits: typeof deficits === "string" ? deficits : deepFreeze({ transfers: Array.from(transfer) }),
    tolerance,
    throws: oneOf(whenNotConverged, "whenNotConverged", ["throw", "return"]) === "throw",
  };
}

function readTransfers(arrays: WorldArrays, deficits: DeficitRule): Float64Array {
  if (deficits === "fixedToWorldIncome") return arrays.transfer;
  if (deficits === "balancedTrade") return new Float64Array(arrays.n);
  if (typeof deficits !== "object" || deficits === null || !Array.isArray(deficits.transfers)) {
    throw new TariffError({
      code: "wrong-type",
      path: "deficits",
      received: deficits,
      advice: 'Pass "fixedToWorldIncome", "balancedTrade" or { transfers: [...] }.',
    });
  }
  readOptions(deficits, "deficits", ["transfers"]);
  const { transfers } = deficits;
  if (transfers.length !== arrays.n) {
    throw new TariffError({
      code: "not-square",
      path: "deficits.transfers",
      received: transfers,
      advice: `Give one transfer for each of the ${arrays.n} economies.`,
    });
  }
  let sum = 0;
  let size = 0;
  for (const [i, value] of transfers.entries()) {
    requireFinite(value, `deficits.transfers[${i}]`);
    sum += value;
    size += Math.abs(value);
    if (arrays.closed[i] === 0 || value === 0) continue;
    throw new TariffError({
      code: "out-of-range",
      path: `deficits.transfers[${i}]`,
      received: value,
      advice: "An economy that does not trade can neither give nor receive; pass zero.",
    });
  }
  if (Math.abs(sum) > 1e-12 * size) {
    throw new TariffError({
      code: "out-of-range",
      path: "deficits.transfers",
      received: sum,
      advice: "What some receive others give: make the transfers sum to zero.",
    });
  }
  return Float64Array.from(transfers);
}
