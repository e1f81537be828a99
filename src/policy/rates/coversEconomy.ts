import type { EconomyCode } from "../../economies/economy.js";
import { type GroupCode, groups, isGroupCode } from "../../economies/groups.js";
import { economiesOf, type PartnerCode } from "../../economies/partner.js";
import type { IsoDate } from "../../internal/isoDate.js";
import { TariffError } from "../../internal/TariffError.js";
import type { EconomyScope } from "../language/step.js";

/**
 * Whether a scope covers a partner, on a date or, without one, with groups as they are now. A partner that is a group
 * must be covered as a whole or not at all.
 */
export function coversEconomy(scope: EconomyScope, partner: PartnerCode, on: IsoDate | "any-date"): boolean {
  if (scope === "all") return true;
  const listed = "allBut" in scope ? scope.allBut : scope;
  return isListed(listed, partner, on) !== "allBut" in scope;
}

function isListed(listed: readonly PartnerCode[], partner: PartnerCode, on: IsoDate | "any-date"): boolean {
  if (listed.includes(partner)) return true;
  const economies = economiesOf(partner);
  if (economies === null) return false;
  const covered = economies.filter((economy) =>
    listed.some((entry) => entry === economy || (isGroupCode(entry) && isMember(entry, economy, on))),
  );
  if (covered.length === 0 || covered.length === economies.length) return covered.length > 0;
  throw new TariffError({
    code: "finer-than-baseline",
    path: "exporters",
    received: listed.join(", "),
    advice: `Cover ${partner} as a whole or not at all: it stands as one total here. A split can give a share of it another rate.`,
  });
}

function isMember(group: GroupCode, economy: EconomyCode, on: IsoDate | "any-date"): boolean {
  return groups[group].members.some(
    (member) =>
      member.economy === economy &&
      (on === "any-date"
        ? member.until === null
        : member.from <= on && (member.until === null || on <= member.until)),
  );
}
