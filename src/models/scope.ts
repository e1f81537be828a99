import { partnerName } from "../economies/partnerName.js";
import type { Baseline } from "../trade/baseline.js";

/**
 * The scope of what is counted for an economy as a whole, and not on some of its trade: welfare, wages, prices.
 */
export const wholeEconomy = "the whole economy of each";

/**
 * What trade a number of a breakdown covers. Two numbers may stand in one column, or be ranked, only where their scopes
 * are written alike; a model that counts something else than all duties or all values says so behind a comma.
 */
export function scopeOf(baseline: Pick<Baseline, "importers">, dimension: string): string {
  const places = dimension.split("/");
  if (places.includes("importer")) return "imports of each importer";
  return `${places.includes("exporter") ? "exports to" : "imports of"} ${namesOf(baseline.importers)}`;
}

const mostNamed = 4;
const withArticle = /^(United |European Union|Rest of|Netherlands|Philippines|Dominican |Czech Republic)/;

/** Economies by name, with their article: at most four of them, else how many. */
export function namesOf(importers: Baseline["importers"]): string {
  if (importers.length > mostNamed) {
    const codes = [...importers].sort();
    return `${codes.length} economies (${codes[0]} to ${codes[codes.length - 1]})`;
  }
  const names = importers.map(partnerName).map((name) => (withArticle.test(name) ? `the ${name}` : name));
  return names.sort().join(", ");
}
