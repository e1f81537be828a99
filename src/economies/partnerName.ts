import { groups, isGroupCode } from "./groups.js";
import { iso3166 } from "./iso3166.js";
import { type PartnerCode, requirePartner } from "./partner.js";

/**
 * The name of an economy, a group or the rest of the world, as the press writes it.
 *
 * @throws `unknown-economy`, `wrong-type`.
 * @example Names for a table
 * ```ts
 * import { partnerName } from "tariff-whatif";
 *
 * ["VNM", "EU27", "ROW"].map((code) => partnerName(code as "VNM")); // => ["Vietnam", "European Union (27)", "Rest of the world"]
 * ```
 * @category Economies
 */
export function partnerName(partner: PartnerCode): string {
  const code = requirePartner(partner, "partner");
  if (code === "ROW") return "Rest of the world";
  return isGroupCode(code) ? groups[code].name : iso3166[code][2];
}
