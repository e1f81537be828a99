import { TariffError } from "../internal/TariffError.js";
import { type EconomyCode, isEconomyCode } from "./economy.js";
import { type GroupCode, groups, isGroupCode } from "./groups.js";
import { didYouMean } from "./nearestEconomy.js";

/**
 * Who trades in a row of data: an economy, a group reported as one, or `"ROW"`, all economies that the data do not
 * list.
 *
 * @category Economies
 */
export type PartnerCode = EconomyCode | GroupCode | "ROW";

/** Refuses what is neither an economy nor a group nor the rest of the world. */
export function requirePartner(value: unknown, path: string): PartnerCode {
  if (isEconomyCode(value) || isGroupCode(value) || value === "ROW") return value;
  throw new TariffError({
    code: typeof value === "string" ? "unknown-economy" : "wrong-type",
    path,
    received: value,
    advice: `${didYouMean(value)}Give an ISO 3166-1 alpha-3 code such as "CHN", a group such as "EU27", or "ROW" for the rest of the world.`,
  });
}

/** The economies a partner stands for; null for the rest of the world, which depends on the data. */
export function economiesOf(partner: PartnerCode): readonly EconomyCode[] | null {
  if (partner === "ROW") return null;
  if (!isGroupCode(partner)) return [partner];
  return groups[partner].members.filter(({ until }) => until === null).map(({ economy }) => economy);
}
