import type { PartnerCode } from "../../economies/partner.js";

/**
 * How an HS code that covers goods of several commodities divides among them.
 *
 * @category Goods
 */
export interface ConcordanceSplit {
  /** The HS code. */
  readonly code: string;
  /** The exporter whose goods divide so; null for everybody who has no split of his own. */
  readonly exporter: PartnerCode | null;
  /** The share of the customs value, 0 to 1, by commodity. What is missing to 1 belongs to no commodity. */
  readonly shares: Readonly<Record<string, number>>;
}

/**
 * From HS codes to the commodities of a table.
 *
 * @category Goods
 */
export interface Concordance {
  /** The commodity of each HS prefix; null where the goods belong to none. The longest prefix of a code wins. */
  readonly rules: Readonly<Record<string, string | null>>;
  /** Splits of codes that are coarser than the rules; empty where none are known. */
  readonly splits: readonly ConcordanceSplit[];
}

/** The commodities that an HS code belongs to, and whether they come from a split. */
export interface Allotment {
  readonly shares: readonly (readonly [commodity: string, share: number])[];
  readonly split: boolean;
}

interface Index {
  readonly rules: ReadonlyMap<string, string | null>;
  readonly splits: ReadonlyMap<string, ConcordanceSplit>;
  /** Every code that begins a longer rule with another commodity. */
  readonly mixed: ReadonlySet<string>;
  /** Codes of which some exporter has a split of his own, and each such code with its exporter. */
  readonly exporters: ReadonlySet<string>;
}

const known = /* @__PURE__ */ new WeakMap<Concordance, Index>();

const longest = (rules: ReadonlyMap<string, string | null>, code: string): string | null | undefined => {
  for (let length = code.length; length >= 2; length--) {
    const found = rules.get(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
};

function indexOf(concordance: Concordance): Index {
  const found = known.get(concordance);
  if (found) return found;
  const rules = new Map(Object.entries(concordance.rules));
  const mixed = new Set<string>();
  for (const [prefix, commodity] of rules) {
    for (let length = 2; length < prefix.length; length += 2) {
      const shorter = prefix.slice(0, length);
      if (longest(rules, shorter) !== commodity) mixed.add(shorter);
    }
  }
  const splits = new Map(concordance.splits.map((each) => [`${each.code} ${each.exporter ?? "*"}`, each]));
  const exporters = new Set(
    concordance.splits.flatMap(({ code, exporter }) => (exporter ? [code, `${code} ${exporter}`] : [])),
  );
  const index = { rules, splits, mixed, exporters };
  known.set(concordance, index);
  return index;
}

/** Whether any exporter has a split of his own for a code: a question for each product, before that for each flow. */
export const hasOwnSplits = (concordance: Concordance, code: string): boolean =>
  indexOf(concordance).exporters.has(code);

/** Whether an exporter has a split of his own for a code. */
export const hasOwnSplit = (concordance: Concordance, code: string, exporter: string): boolean =>
  indexOf(concordance).exporters.has(`${code} ${exporter}`);

/** The commodities of a code, by the exporter's split if there is one; undefined where nothing covers the code. */
export function allot(
  concordance: Concordance,
  code: string,
  exporter: string | null,
): Allotment | undefined {
  const { rules, splits, mixed } = indexOf(concordance);
  const split = splits.get(`${code} ${exporter ?? "*"}`) ?? splits.get(`${code} *`);
  if (split) return { shares: Object.entries(split.shares), split: true };
  // A code that is coarser than the rules and has no split could be any of several commodities.
  if (mixed.has(code)) return undefined;
  const commodity = longest(rules, code);
  if (commodity === undefined) return undefined;
  return { shares: commodity === null ? [] : [[commodity, 1]], split: false };
}
