import { type PartnerCode, requirePartner } from "../../economies/partner.js";
import { refuseOverlap } from "../../economies/refuseOverlap.js";
import { type HsCode, readHsCode } from "../../goods/hsCode.js";
import { findLongestPrefix } from "../../goods/longestPrefix.js";
import { TariffError } from "../../internal/TariffError.js";
import type { EconomyScope, ProductScope } from "./step.js";

/** Longer lists would be a tariff schedule, which belongs into a table by product. */
const mostCodes = 20_000;

function readList<T>(value: unknown, path: string, readOne: (entry: unknown, at: string) => T): readonly T[] {
  if (Array.isArray(value) && value.length > 0 && value.length <= mostCodes) {
    return value.map((entry, index) => readOne(entry, `${path}[${index}]`));
  }
  throw new TariffError({
    code: !Array.isArray(value) ? "wrong-type" : value.length === 0 ? "empty" : "too-long",
    path,
    received: value,
    advice: `Give "all", a list of 1 to ${mostCodes} codes, or { "allBut": [...] }.`,
  });
}

function readScope<T>(value: unknown, path: string, readCodes: (list: unknown, at: string) => readonly T[]) {
  if (value === "all") return "all";
  if (typeof value !== "object" || value === null || Array.isArray(value)) return readCodes(value, path);
  const extra = Object.keys(value).find((key) => key !== "allBut");
  if (extra !== undefined) {
    throw new TariffError({
      code: "unknown-key",
      path: `${path}.${extra}`,
      received: extra,
      advice: "Remove this key; only allBut is known here.",
    });
  }
  return { allBut: readCodes((value as { allBut: unknown }).allBut, `${path}.allBut`) };
}

function readPartners(list: unknown, path: string): readonly PartnerCode[] {
  const partners = readList(list, path, requirePartner);
  refuseOverlap(partners, path);
  return partners;
}

function readPrefixes(list: unknown, path: string): readonly HsCode[] {
  const prefixes = readList(list, path, readHsCode);
  const all = new Set<string>(prefixes);
  const seen = new Set<string>();
  prefixes.forEach((prefix, index) => {
    const shorter = seen.has(prefix) ? prefix : findLongestPrefix(all, prefix.slice(0, -2) as HsCode);
    seen.add(prefix);
    if (shorter === undefined) return;
    throw new TariffError({
      code: "overlapping-scope",
      path: `${path}[${index}]`,
      received: prefix,
      advice: `Remove it: ${shorter} already covers it.`,
    });
  });
  return prefixes;
}

/** Reads which economies a step covers. */
export const readEconomyScope = (value: unknown, path: string): EconomyScope =>
  readScope(value, path, readPartners);
/** Reads which products a step covers. */
export const readProductScope = (value: unknown, path: string): ProductScope =>
  readScope(value, path, readPrefixes);
