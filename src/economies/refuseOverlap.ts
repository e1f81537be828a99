import { TariffError } from "../internal/TariffError.js";
import type { EconomyCode } from "./economy.js";
import { economiesOf, type PartnerCode } from "./partner.js";

/** Refuses a list of partners in which an economy stands twice, by itself or inside a group. */
export function refuseOverlap(partners: readonly PartnerCode[], path: string): void {
  const seen = new Map<EconomyCode | "ROW", PartnerCode>();
  partners.forEach((partner, index) => {
    for (const economy of economiesOf(partner) ?? (["ROW"] as const)) {
      const other = seen.get(economy);
      if (other !== undefined) {
        throw new TariffError({
          code: "overlapping-scope",
          path: `${path}[${index}]`,
          received: partner,
          advice: `Remove it or ${other}: both contain ${economy}, which would be counted twice.`,
        });
      }
      seen.set(economy, partner);
    }
  });
}
