import {
  brazilCodes,
  brazilUnspecified,
  censusCodes,
  comextCodes,
  comtradeCodes,
  comtradeFormer,
  comtradeUnspecified,
  worldBankCodes,
} from "./codeTables.js";
import type { EconomyCode } from "./economyCode.js";
import { economyNamed, plainName } from "./economyNames.js";
import type { GroupCode } from "./groups.js";
import { iso3166 } from "./iso3166.js";

/**
 * A system of codes for economies: ISO 3166-1 alpha-3 or alpha-2, UN M49 (numeric), the codes of UN Comtrade and BACI
 * (842 is the United States, 251 France), US Census Schedule C, the letters of the World Bank (WITS), Eurostat Comext,
 * the tax office of Brazil (Comex Stat), or English names.
 *
 * @category Economies
 */
export type EconomyCodeSystem = (typeof codeSystems)[number];

/** The systems, for a message. */
export const codeSystems = [
  "iso-alpha-3",
  "iso-alpha-2",
  "un-m49",
  "comtrade",
  "us-census",
  "world-bank",
  "comext",
  "comex-stat",
  "name",
] as const;

/** What a code of a partner stands for in a file of data. */
export type PartnerMeaning =
  | { readonly kind: "economy"; readonly code: EconomyCode }
  | { readonly kind: "total" }
  | { readonly kind: "group"; readonly code: GroupCode | null }
  | { readonly kind: "unspecified" }
  | { readonly kind: "no-iso-code" };

const tables = new Map<EconomyCodeSystem, Map<string, PartnerMeaning>>();

/** What a code means in a system; undefined where the system does not have it. */
export function meaningOf(system: EconomyCodeSystem, code: string): PartnerMeaning | undefined {
  let table = tables.get(system);
  if (table === undefined) {
    table = new Map(tableOf(system));
    tables.set(system, table);
  }
  const found = table.get(keyOf(system, code));
  return found ?? unlisted(system, code);
}

const numeric: readonly EconomyCodeSystem[] = ["un-m49", "comtrade"];

/** Numbers may have lost their leading zeros, which name nothing else. */
const keyOf = (system: EconomyCodeSystem, code: string): string =>
  numeric.includes(system) && /^\d{1,3}$/.test(code) ? String(Number(code)) : code;

const economy = (code: string): PartnerMeaning => ({ kind: "economy", code: code as EconomyCode });
const total: PartnerMeaning = { kind: "total" };
const unspecified: PartnerMeaning = { kind: "unspecified" };
const former: PartnerMeaning = { kind: "no-iso-code" };
const union: PartnerMeaning = { kind: "group", code: "EU27" };

const pairs = (list: string): [string, PartnerMeaning][] =>
  list.split(" ").map((pair) => [pair.slice(0, -3), economy(pair.slice(-3))]);
const all = (list: string, meaning: PartnerMeaning): [string, PartnerMeaning][] =>
  list.split(" ").map((code) => [code, meaning]);
const isoColumn = (column: 0 | 1): [string, PartnerMeaning][] =>
  Object.entries(iso3166).map(([code, entry]) => [entry[column], economy(code)]);
const alpha3 = (): [string, PartnerMeaning][] => Object.keys(iso3166).map((code) => [code, economy(code)]);
const m49 = (): [string, PartnerMeaning][] =>
  isoColumn(1).map(([code, meaning]) => [String(Number(code)), meaning]);

function tableOf(system: EconomyCodeSystem): [string, PartnerMeaning][] {
  switch (system) {
    case "iso-alpha-3":
      return alpha3();
    case "iso-alpha-2":
      return isoColumn(0);
    case "un-m49":
      return m49();
    case "comtrade":
      return [
        ...m49(),
        ...pairs(comtradeCodes),
        ...all(comtradeUnspecified, unspecified),
        ...all(comtradeFormer, former),
        ["97", union],
        ["0", total],
      ];
    case "us-census":
      return [...pairs(censusCodes), ["4803", former], ["0003", union], ["-", total]];
    case "world-bank":
      return [
        ...alpha3(),
        ...pairs(worldBankCodes),
        ...all("WLD W00 All ALL", total),
        ["EUN", union],
        ...all("UNS SPE FRE BUN NES OTH", unspecified),
        ...all("KSV XKX ANT BLX YUG SVU CSK DDR ETF PCE PCZ SDF", former),
        ...all("EAS ECS LCN MEA NAC SAS SSF", { kind: "group", code: null }),
      ];
    case "comext":
      return [
        ...isoColumn(0),
        ...pairs(comextCodes),
        ...all("WORLD TOTAL", total),
        ...all("EU27_2020 EU", union),
        ...all("XK AN CS YU SU DD", former),
      ];
    case "comex-stat":
      return [...pairs(brazilCodes), ...all(brazilUnspecified, unspecified)];
    case "name":
      return [];
  }
}

/** Totals by name, without case and accents. */
const totalNames =
  /^(world|world total|total|totals|grand total|total for all countries|all countries|all partners|all|total all countries)$/;
const groupNames =
  /^(africa|asia|europe|european union|eu|euro area|north america|south america|central america|latin america|caribbean|australia and oceania|oceania|middle east|asean|apec|opec|oecd|nato|nafta|usmca|cafta|cacm|lafta|twenty latin|pacific rim|newly industrialized|sub saharan|least developed|gulf cooperation|western hemisphere|eastern europe|western europe|rest of world|european free trade|free trade)( |$)/;

/** What a system says of a code by its form alone. */
function unlisted(system: EconomyCodeSystem, code: string): PartnerMeaning | undefined {
  if (system === "us-census" && (/^0\d{3}$/.test(code) || /^[\dX]{4}$/.test(code)))
    return /^0|X/.test(code) ? { kind: "group", code: null } : undefined;
  if (system === "comext") {
    if (/^Q[A-Z]$/.test(code)) return unspecified;
    return /^(EU|EA|EXT|INT)[\d_]/.test(code) || code === "EA" ? { kind: "group", code: null } : undefined;
  }
  if (system !== "name") return undefined;
  const found = economyNamed(code);
  if (found !== undefined) return economy(found);
  const plain = plainName(code);
  if (totalNames.test(plain)) return total;
  if (/^european union/.test(plain)) return union;
  if (groupNames.test(plain)) return { kind: "group", code: null };
  if (/^kosovo/.test(plain)) return former;
  return /(^| )(nes|unspecified|unidentified|not specified|not elsewhere|unknown|international organization)/.test(
    plain,
  )
    ? unspecified
    : undefined;
}
