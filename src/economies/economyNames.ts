import type { EconomyCode } from "./economyCode.js";
import { iso3166 } from "./iso3166.js";

/** Names that offices and the press use beside those of the table of ISO 3166-1. */
const otherNames: Readonly<Record<string, string>> = {
  BHS: "Bahamas, The",
  BOL: "Plurinational State of Bolivia",
  BRN: "Brunei Darussalam",
  CIV: "Côte d'Ivoire|Cote d'Ivoire|Cote D'Ivore",
  COD: "Congo, Dem. Rep.|Democratic Republic of the Congo|Dem. Rep. of the Congo|Congo, Democratic Republic of the|Zaire|DR Congo",
  COG: "Congo|Congo, Rep.|Republic of the Congo|Congo, Republic of the",
  CPV: "Cape Verde",
  CZE: "Czech Republic",
  DNK: "Denmark, except Greenland",
  EGY: "Egypt, Arab Rep.",
  FLK: "Falkland Islands (Islas Malvinas)|Falkland Islands (Malvinas)",
  FSM: "Federated States of Micronesia|Micronesia, Fed. Sts.",
  GBR: "UK|Great Britain|United Kingdom of Great Britain and Northern Ireland",
  GMB: "Gambia, The",
  HKG: "China, Hong Kong SAR|Hong Kong, China|Hong Kong SAR",
  IRN: "Islamic Republic of Iran|Iran, Islamic Rep.",
  KGZ: "Kyrgyz Republic",
  KNA: "St. Kitts and Nevis|St Kitts-Nevis",
  KOR: "Korea, South|Korea, Rep.|Republic of Korea|Korea, Republic of|Rep. of Korea|Korea",
  LAO: "Lao PDR|Lao People's Democratic Republic|Lao People's Dem. Rep.",
  LCA: "St. Lucia",
  MAC: "Macau|China, Macao SAR|Macao SAR",
  MDA: "Republic of Moldova|Moldova, Republic of|Rep. of Moldova",
  MKD: "Macedonia|Macedonia, FYR|TFYR of Macedonia|Republic of North Macedonia",
  MMR: "Burma|Burma (Myanmar)",
  NLD: "Holland|The Netherlands",
  PHL: "The Philippines",
  PRK: "Korea, North|Dem. People's Rep. of Korea|Democratic People's Republic of Korea|Korea, Dem. Rep.",
  PSE: "State of Palestine|Occ. Palestinian Terr.|West Bank and Gaza|West Bank|Gaza Strip|West Bank Administered by Israel|Gaza Strip Administered by Israel",
  PYF: "French Polynesia",
  RUS: "Russian Federation",
  SHN: "St. Helena|Saint Helena",
  SRB: "Serbia, FR(Serbia/Montenegro)",
  STP: "São Tomé and Príncipe|São Tome and Principe",
  SVK: "Slovak Republic",
  SWZ: "Swaziland",
  SYR: "Syrian Arab Republic|Syria, Arab Rep.",
  TLS: "East Timor|Timor Leste",
  TUR: "Turkey|Republic of Turkiye",
  TWN: "Other Asia, nes|Taiwan, China|Chinese Taipei|Taiwan, Province of China",
  TZA: "United Republic of Tanzania|Tanzania, United Rep. of|United Rep. of Tanzania",
  USA: "USA|United States of America|U.S.|U.S.A.|US",
  VAT: "Vatican City|Holy See (Vatican City)|Vatican",
  VCT: "St. Vincent and the Grenadines",
  VEN: "Venezuela, RB|Bolivarian Republic of Venezuela",
  VGB: "British Virgin Islands|Virgin Islands (UK)",
  VIR: "Virgin Islands (U.S.)|U.S. Virgin Islands|Virgin Islands (USA)",
  VNM: "Viet Nam",
  WSM: "Western Samoa|Samoa (Western Samoa)",
  YEM: "Yemen, Rep.|Republic of Yemen",
};

/** A name without accents, case, points and small words, so that spellings of one name meet. */
export const plainName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/\bst\b\.?/g, "saint")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\bthe\b/g, " ")
    .trim()
    .replace(/\s+/g, " ");

let known: Map<string, EconomyCode> | undefined;

function names(): Map<string, EconomyCode> {
  if (known === undefined) {
    known = new Map();
    for (const [code, [, , name]] of Object.entries(iso3166)) known.set(plainName(name), code as EconomyCode);
    for (const [code, list] of Object.entries(otherNames)) {
      for (const name of list.split("|")) known.set(plainName(name), code as EconomyCode);
    }
  }
  return known;
}

/** The economy of that name: as it stands, turned round at its comma, or without what stands in parentheses. */
export function economyNamed(name: string): EconomyCode | undefined {
  const table = names();
  const found = table.get(plainName(name));
  if (found !== undefined) return found;
  const bare = name.replace(/\([^)]*\)/g, " ");
  const [first = "", ...rest] = bare.split(",");
  return (
    table.get(plainName(bare)) ??
    (rest.length > 0 ? table.get(plainName(`${rest.join(" ")} ${first}`)) : undefined)
  );
}

/** All plain names with their codes, for the search of a near spelling. */
export const allNames = (): ReadonlyMap<string, EconomyCode> => names();
