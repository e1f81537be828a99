import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import { type HsCode, readHsCode } from "../hsCode.js";
import { editions, type HsConcordance, type HsEdition } from "./concordance.js";
import { type PairTables, pairTables, requireEdition } from "./pairTables.js";

/**
 * What {@link correspondingCodes} is asked.
 *
 * @category Goods
 */
export interface CorrespondenceOptions {
  /** The table, from `tariff-whatif/data/hs-concordance`. */
  readonly concordance: HsConcordance;
  /** The edition that the code is of. */
  readonly from: HsEdition;
  /** The edition that is wanted. */
  readonly to: HsEdition;
  /** A code of six digits. */
  readonly code: string;
}

/**
 * The goods of a code in another edition.
 *
 * @category Goods
 */
export interface Correspondence {
  /** The codes that hold its goods, ascending. */
  readonly codes: readonly HsCode[];
  /**
   * `1:1` the same goods; `n:1` merged with others into one code; `1:n` split into codes that hold nothing else; `n:n`
   * both; `none`: the tables lead nowhere (300219 from 2017 to 2022).
   */
  readonly kind: "1:1" | "n:1" | "1:n" | "n:n" | "none";
  /** Whether a code of the same digits stands in the other edition for other goods: equal digits are then no proof of equal goods. */
  readonly sameDigitsOtherGoods: boolean;
  /** The one code that the United Nations convert to, where they publish one: from an edition to the one before it. */
  readonly conversion: HsCode | null;
}

/**
 * The codes of another edition of the Harmonized System that hold the goods of a code.
 *
 * **Result**: codes, not shares: the tables do not say how much of a split code goes where.
 *
 * **Leaves out**: national lines beyond six digits.
 *
 * **Source**: [UN correspondence tables], United Nations Statistics Division, correspondence tables.
 *
 * @throws `unknown-code` where the edition has no such code, `not-an-hs-code`, `wrong-type`, `missing-key`,
 * `unknown-key`, `not-defined`.
 * @example The same digits, other goods
 * ```ts
 * import { correspondingCodes } from "tariff-whatif";
 * import { hsConcordance } from "tariff-whatif/data/hs-concordance";
 *
 * const question = { concordance: hsConcordance, from: "HS2012", to: "HS2017" } as const;
 * const found = correspondingCodes({ ...question, code: "681510" });
 * found.codes; // => ["681510", "962000"]
 * found.sameDigitsOtherGoods; // => true
 * ```
 * @category Goods
 */
export function correspondingCodes(options: CorrespondenceOptions): Correspondence {
  const { concordance, from, to, code } = readOptions(options, "", ["concordance", "from", "to", "code"]);
  const tables = pairTables(concordance, "concordance");
  requireEdition(from, "from");
  requireEdition(to, "to");
  const digits = requireCode(tables, from, readHsCode(code, "code"), "code");
  const codes = tables.pairs(from, to).get(digits) as readonly HsCode[];
  const kind = kindOf(tables, from, to, codes);
  const isBefore = editions.indexOf(to) === editions.indexOf(from) - 1;
  const sameGoods = kind === "1:1" && codes[0] === digits;
  return deepFreeze({
    codes: [...codes],
    kind,
    sameDigitsOtherGoods: !sameGoods && (tables.codes.get(to)?.has(digits) ?? false),
    conversion: isBefore ? tables.conversion(from, digits) : null,
  });
}

function kindOf(
  tables: PairTables,
  from: HsEdition,
  to: HsEdition,
  codes: readonly HsCode[],
): Correspondence["kind"] {
  if (codes.length === 0) return "none";
  const back = tables.pairs(to, from);
  const shared = codes.some((each) => (back.get(each)?.length ?? 0) > 1);
  if (codes.length > 1) return shared ? "n:n" : "1:n";
  return shared ? "n:1" : "1:1";
}

/** Refuses a code that an edition does not have. */
export function requireCode(tables: PairTables, edition: HsEdition, code: string, path: string): HsCode {
  if (tables.codes.get(edition)?.has(code as HsCode)) return code as HsCode;
  throw new TariffError({
    code: "unknown-code",
    path,
    received: code,
    advice:
      code.length === 6
        ? `Name a code of ${edition}: it has no subheading ${code}.`
        : "Name a subheading of six digits: the tables have no other level.",
  });
}
