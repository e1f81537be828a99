import { type EconomyCodeSystem, meaningOf } from "../economies/codeSystems.js";
import { isEconomyCode } from "../economies/economy.js";
import { isGroupCode } from "../economies/groups.js";
import { nearestEconomy } from "../economies/nearestEconomy.js";
import type { PartnerCode } from "../economies/partner.js";
import type { SkipReason } from "./tradeRow.js";

/** The codes of partners in a file: those of an office, or this package's own (`"CHN"`, `"EU27"`, `"ROW"`). */
export type PartnerSystem = EconomyCodeSystem | "partner-code";

/** What a cell with a partner holds. */
export type PartnerCell =
  | { readonly partner: PartnerCode }
  | { readonly skip: SkipReason }
  | { readonly total: true }
  /** A guess as a sentence, empty where there is none, and the system that has the text. */
  | { readonly unknown: string; readonly system?: EconomyCodeSystem };

/** Reads cells with partners; a text that was seen before is not looked up again. */
export function partnerReader(system: PartnerSystem): (cell: string) => PartnerCell {
  const known = new Map<string, PartnerCell>();
  return (cell) => {
    let found = known.get(cell);
    if (found === undefined) {
      found = readPartner(cell.trim(), system);
      if (known.size < 10_000) known.set(cell, found);
    }
    return found;
  };
}

/** Systems that a text of theirs is told by. */
const common = ["iso-alpha-3", "iso-alpha-2", "name"] as const;

function readPartner(text: string, system: PartnerSystem): PartnerCell {
  if (system === "partner-code") {
    if (isEconomyCode(text) || isGroupCode(text) || text === "ROW") return { partner: text as PartnerCode };
  } else {
    const meaning = meaningOf(system, text);
    if (meaning?.kind === "economy") return { partner: meaning.code };
    if (meaning?.kind === "total") return { total: true };
    if (meaning?.kind === "group") return { skip: "partner-group" };
    if (meaning !== undefined) return { skip: "partner-unspecified" };
  }
  if (meaningOf("name", text)?.kind === "total") return { total: true };
  const near = nearestEconomy(text);
  const other = common.find((each) => each !== system && meaningOf(each, text)?.kind === "economy");
  return {
    unknown: near === undefined || near === text ? "" : `Did you mean "${near}"? `,
    ...(other === undefined ? {} : { system: other }),
  };
}
