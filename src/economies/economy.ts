import { TariffError } from "../internal/TariffError.js";
import type { EconomyCode } from "./economyCode.js";
import { isoCodes } from "./isoCodes.js";
import { didYouMean } from "./nearestEconomy.js";

export type { EconomyCode } from "./economyCode.js";

/**
 * One economy with its codes and name.
 *
 * @category Economies
 */
export interface Economy {
  /** ISO 3166-1 alpha-3, the code used throughout the package. */
  readonly code: EconomyCode;
  /** ISO 3166-1 alpha-2. */
  readonly alpha2: string;
  /** ISO 3166-1 numeric, the same as UN M49, three digits. */
  readonly numeric: string;
  /** The name as the press writes it. */
  readonly name: string;
}

const known: ReadonlySet<unknown> = /* @__PURE__ */ new Set(isoCodes);

/** Whether a value is the alpha-3 code of an economy. */
export function isEconomyCode(value: unknown): value is EconomyCode {
  return known.has(value);
}

/** Refuses what is not the alpha-3 code of an economy. */
export function requireEconomy(value: unknown, path: string): EconomyCode {
  if (isEconomyCode(value)) return value;
  throw new TariffError({
    code: typeof value === "string" ? "unknown-economy" : "wrong-type",
    path,
    received: value,
    advice: `${didYouMean(value)}Give an ISO 3166-1 alpha-3 code such as "CHN", or a group such as "EU27".`,
  });
}
