import type { Scaled } from "../exact/scaled.js";
import type { HsConcordance, HsEdition } from "../goods/concordance/concordance.js";
import { type EndUse, endUses } from "../goods/concordance/endUsesOf.js";
import { pairTables, requireEdition } from "../goods/concordance/pairTables.js";
import type { HsCode } from "../goods/hsCode.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { type Baseline, type ProductCode, requireBaseline } from "./baseline.js";
import type { BaselineTotal } from "./baselineTotals.js";
import { sumsOf } from "./columns/amountColumn.js";
import { flowColumns } from "./columns/flowColumns.js";
import { dutiableColumns } from "./requireDuties.js";
import { writeTotal } from "./writeTotal.js";

/**
 * What {@link totalsByEndUse} adds up.
 *
 * @category Baseline
 */
export interface EndUseTotalsOptions {
  /** The data: codes of six digits or more. */
  readonly baseline: Baseline;
  /** The table, from `tariff-whatif/data/hs-concordance`. */
  readonly concordance: HsConcordance;
  /** The edition that the codes are of. */
  readonly edition: HsEdition;
}

/**
 * Trade and duties of goods with the same end uses.
 *
 * @category Baseline
 */
export interface EndUseTotal extends BaselineTotal {
  /** The categories of BEC: one for most goods; several where a code has several uses, none where the table says none. */
  readonly uses: readonly EndUse[];
}

/**
 * Totals by end use, and what has none.
 *
 * @category Baseline
 */
export interface EndUseTotals {
  /** A row for each category of BEC, and for each set of categories that codes have together; `"none"` for the rest. */
  readonly rows: readonly EndUseTotal[];
  /** Codes that the edition does not have, in the order of the data: their trade is in the row `"none"`. */
  readonly without: readonly ProductCode[];
}

/**
 * Customs value, duties and effective rate of a baseline by end use: the Broad Economic Categories, revision 4.
 *
 * **Formula**: effective rate = sum of duties / sum of customs values.
 *
 * **Result**: rows that add up to the whole exactly. Goods with several uses are a row of their own (`"41+61"`): the table
 * gives no shares to divide them by. National lines count under their first six digits.
 *
 * **Leaves out**: nothing; chapters 98 and 99 and codes of another edition are in the row `"none"` and listed.
 *
 * **Source**: [UN correspondence tables], United Nations Statistics Division, correspondence of HS and BEC revision 4.
 *
 * @throws `not-defined`, `no-duties`, `finer-than-baseline` for codes of fewer than six digits, `wrong-type`,
 * `missing-key`, `unknown-key`.
 * @example Horses for breeding are capital, apples are not
 * ```ts
 * import { defineBaseline, totalsByEndUse } from "tariff-whatif";
 * import { hsConcordance } from "tariff-whatif/data/hs-concordance";
 *
 * const baseline = defineBaseline({
 *   id: "two-lines",
 *   title: "Two lines",
 *   year: 2024,
 *   currency: "USD",
 *   priceYear: 2024,
 *   flows: [
 *     { importer: "USA", exporter: "CAN", product: "0101210010", customsValue: "100", duties: "0" },
 *     { importer: "USA", exporter: "CHL", product: "0808100030", customsValue: "300", duties: "6" },
 *   ],
 *   sources: [{ id: "own", title: "Own figures", publisher: "Us", licence: "ours", note: "an example" }],
 * });
 * const { rows } = totalsByEndUse({ baseline, concordance: hsConcordance, edition: "HS2022" });
 * rows.map(({ key, customsValue, effectiveRate }) => `${key}: ${customsValue.amount} at ${effectiveRate}`);
 * // => ["41: 100 at 0%", "112: 300 at 2%"]
 * ```
 * @category Baseline
 */
export function totalsByEndUse(options: EndUseTotalsOptions): EndUseTotals {
  const { baseline, concordance, edition } = readOptions(options, "", ["baseline", "concordance", "edition"]);
  requireBaseline(baseline, "baseline");
  const codes = pairTables(concordance, "concordance").codes.get(requireEdition(edition, "edition"));
  const { customsValue, duties } = dutiableColumns(baseline, "baseline");
  const without: ProductCode[] = [];
  const groups = new Map<string, { readonly at: number; readonly uses: readonly EndUse[] }>();
  const groupOfProduct = Int32Array.from(baseline.products, (product, at) => {
    if (product === "total" || product.length < 6) {
      throw new TariffError({
        code: "finer-than-baseline",
        path: `baseline.products[${at}]`,
        received: product,
        advice: "Use a baseline by subheading: end uses are known for six digits.",
      });
    }
    const code = product.slice(0, 6) as HsCode;
    const isKnown = codes?.has(code) ?? false;
    if (!isKnown) without.push(product);
    const uses = isKnown ? endUses(concordance, edition, code) : [];
    const key = uses.length === 0 ? "none" : uses.map(({ bec }) => bec).join("+");
    const group = groups.get(key) ?? { at: groups.size, uses };
    groups.set(key, group);
    return group.at;
  });
  const groupOf = Int32Array.from(flowColumns(baseline).product, (at) => groupOfProduct[at] as number);
  const values = sumsOf(customsValue, groupOf, groups.size);
  const paid = sumsOf(duties, groupOf, groups.size);
  const rows = [...groups].map(([key, { at, uses }]) => ({
    ...writeTotal(key, nameOf(uses), [values[at] as Scaled, paid[at] as Scaled], baseline),
    uses,
  }));
  return deepFreeze({ rows, without });
}

const nameOf = (uses: readonly EndUse[]): string =>
  uses.length === 0
    ? "No end use"
    : `BEC ${uses.map(({ bec }) => bec).join(" and ")} (${[...new Set(uses.map(({ use }) => use))].join(", ")})`;
