import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireFinite } from "../../internal/requireFinite.js";
import { TariffError } from "../../internal/TariffError.js";
import { oneOf } from "./calibration/readParameters.js";
import type { WorldCore } from "./solver/core.js";
import { readTariffs, type TariffEntries, type WorldTariffs } from "./solver/readTariffs.js";
import type { Shock } from "./solver/Shock.js";
import type { DeficitRule, RevenueUse } from "./solver/WorldOutcome.js";

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
  /** `"return"` hands back the last point, marked `converged: false`, instead of throwing. */
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
export function readClosure(core: WorldCore, options: WorldClosure): Closure {
  const tolerance = options.tolerance ?? 1e-12;
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
  return {
    relief:
      oneOf(options.revenueUse, "revenueUse", ["incomeTaxRelief", "lumpSumRebate"]) === "incomeTaxRelief",
    transfer: readTransfers(core, deficits),
    deficits: typeof deficits === "string" ? deficits : deepFreeze({ transfers: [...deficits.transfers] }),
    tolerance,
    throws: oneOf(options.whenNotConverged ?? "throw", "whenNotConverged", ["throw", "return"]) === "throw",
  };
}

function readTransfers(core: WorldCore, deficits: DeficitRule): Float64Array {
  if (deficits === "fixedToWorldIncome") return core.transfer;
  if (deficits === "balancedTrade") return new Float64Array(core.n);
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
  if (transfers.length !== core.n) {
    throw new TariffError({
      code: "not-square",
      path: "deficits.transfers",
      received: transfers,
      advice: `Give one transfer for each of the ${core.n} economies.`,
    });
  }
  let sum = 0;
  let size = 0;
  for (const [i, value] of transfers.entries()) {
    requireFinite(value, `deficits.transfers[${i}]`);
    sum += value;
    size += Math.abs(value);
    if (core.closed[i] === 0 || value === 0) continue;
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

/** Reads tariffs and joins them to a closure. */
export function readShock(core: WorldCore, closure: Closure, tariffs: WorldTariffs, path: string): Shock {
  return makeShock(core, closure, readTariffs(core, tariffs, path));
}

/** Keeps of the tariffs what bites: those on flows that exist. */
export function makeShock(core: WorldCore, closure: Closure, entries: TariffEntries): Shock {
  const { n, share } = core;
  const biting = entries.at.filter((k) => share[k]! > 0);
  const importer = new Int32Array(biting.length);
  const tariff = new Float64Array(biting.length);
  const rowStart = new Int32Array(n + 1);
  let q = 0;
  for (let k = 0; k < entries.at.length; k++) {
    const at = entries.at[k]!;
    if (!(share[at]! > 0)) continue;
    const exporter = Math.floor(at / n);
    rowStart[exporter + 1]!++;
    importer[q] = at - exporter * n;
    tariff[q++] = entries.tariff[k]!;
  }
  for (let j = 0; j < n; j++) rowStart[j + 1]! += rowStart[j]!;
  return { rowStart, importer, tariff, transfer: closure.transfer, relief: closure.relief };
}

/** No tariffs at all. */
export const noTariffs: TariffEntries = { at: new Int32Array(0), tariff: new Float64Array(0) };
