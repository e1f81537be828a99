import type { HsConcordance, HsEdition } from "../goods/concordance/concordance.js";
import { requireCode } from "../goods/concordance/correspondingCodes.js";
import { pairTables, requireEdition } from "../goods/concordance/pairTables.js";
import type { HsCode } from "../goods/hsCode.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { type Baseline, requireBaseline } from "./baseline.js";
import { flowColumns } from "./columns/flowColumns.js";
import { spreadColumns } from "./columns/spreadColumns.js";
import { defineBaselineColumns } from "./defineBaselineColumns.js";
import { type SplitRule, splitWeights } from "./splitWeights.js";

/**
 * What {@link convertBaseline} needs.
 *
 * @category Baseline
 */
export interface ConvertBaselineOptions {
  /** Data with goods at six digits. */
  readonly baseline: Baseline;
  /** The table, from `tariff-whatif/data/hs-concordance`. */
  readonly concordance: HsConcordance;
  /** The edition of its codes. */
  readonly from: HsEdition;
  /** The edition that is wanted. */
  readonly to: HsEdition;
  /** How codes that are split are shared out. */
  readonly splits: SplitRule;
}

/**
 * One code that was shared out.
 *
 * @category Baseline
 */
export interface SplitCode {
  /** The code in the baseline. */
  readonly code: HsCode;
  /** The new codes with their shares as whole numbers of one total. */
  readonly into: readonly { readonly code: HsCode; readonly weight: string }[];
}

/**
 * A baseline in another edition.
 *
 * @category Baseline
 */
export interface ConvertedBaseline {
  /** The baseline with the new codes. */
  readonly baseline: Baseline;
  /** The codes that were shared out: their figures are an assumption. */
  readonly splits: readonly SplitCode[];
  /** What to know. */
  readonly notes: readonly string[];
}

/**
 * A baseline at six digits in another edition of the Harmonized System.
 *
 * **Formula**: a merged code adds up; a split code is shared out by the rule named, in whole units of the last place kept,
 * so that parts add up to the whole exactly.
 *
 * **Leaves out**: electronic waste (8549) as a part of older codes where a code has other goods too: from 2017 to 2022 more than
 * a thousand codes gave their waste to it, and no table says how much.
 *
 * **Source**: [UN correspondence tables], United Nations Statistics Division, correspondence tables.
 *
 * @throws `unknown-code` for a product that the edition does not have, or not at six digits; `no-conversion` where the tables lead nowhere, or no
 * conversion is published; `not-defined`, `wrong-type`, `missing-key`, `unknown-key`.
 * @example Two codes become one
 * ```ts
 * import { convertBaseline, defineBaseline } from "tariff-whatif";
 * import { hsConcordance } from "tariff-whatif/data/hs-concordance";
 *
 * const flow = { importer: "USA", exporter: "CHN", customsValue: "70" } as const;
 * const baseline = defineBaseline({
 *   id: "coats-2020", title: "Coats, 2020", year: 2020, currency: "USD", priceYear: 2020,
 *   flows: [{ ...flow, product: "620112" }, { ...flow, product: "620192" }],
 *   sources: [{ id: "own", title: "Own figures", publisher: "Us", licence: "ours", note: "an example" }],
 * });
 * const converted = convertBaseline({
 *   baseline, concordance: hsConcordance, from: "HS2017", to: "HS2022", splits: "equal",
 * });
 * converted.baseline.products; // => ["620130"]
 * converted.baseline.columns.customsValue; // => ["140"]
 * ```
 * @category Baseline
 */
export function convertBaseline(options: ConvertBaselineOptions): ConvertedBaseline {
  const keys = ["baseline", "concordance", "from", "to", "splits"] as const;
  const { baseline, concordance, from, to, splits } = readOptions(options, "", keys);
  requireBaseline(baseline, "baseline");
  const tables = pairTables(concordance, "concordance");
  requireEdition(from, "from");
  requireEdition(to, "to");
  const untold: HsCode[] = [];
  const weigh = splitWeights(splits, tables, from, to, untold);
  const shared: SplitCode[] = [];
  let leftOut = 0;
  const into = baseline.products.map((product, at) => {
    const code = requireCode(tables, from, product, `baseline.products[${at}]`);
    const all = tables.pairs(from, to).get(code) as readonly HsCode[];
    if (all.length === 0) {
      throw new TariffError({
        code: "no-conversion",
        path: `baseline.products[${at}]`,
        received: code,
        advice: `Leave ${code} out, or give it a code of ${to} yourself: the tables lead nowhere.`,
      });
    }
    const kept = all.length > 1 && to === "HS2022" ? all.filter((each) => !each.startsWith("8549")) : all;
    const codes = kept.length === 0 ? all : kept;
    if (codes.length < all.length) leftOut++;
    const weights = codes.length === 1 ? [1n] : weigh(code, codes);
    const parts = codes.flatMap((each, row) =>
      (weights[row] ?? 0n) > 0n ? [{ code: each, weight: weights[row] as bigint }] : [],
    );
    if (parts.length > 1)
      shared.push({ code, into: parts.map((part) => ({ code: part.code, weight: String(part.weight) })) });
    return parts;
  });
  const products = [...new Set(into.flatMap((parts) => parts.map(({ code }) => code)))];
  const position = new Map(products.map((code, at) => [code, at]));
  const { importers, exporters, gdp, id, title, year, currency, priceYear, sources } = baseline;
  const columns = spreadColumns(
    flowColumns(baseline),
    into.map((parts) => parts.map(({ code, weight }) => ({ product: position.get(code) as number, weight }))),
  );
  return Object.freeze({
    baseline: defineBaselineColumns({
      id,
      title,
      year,
      currency,
      priceYear,
      importers,
      exporters,
      products,
      columns,
      sources,
      ...(Object.keys(gdp).length === 0 ? {} : { gdp }),
      repeatedFlows: "add",
    }),
    splits: deepFreeze(shared),
    notes: Object.freeze(notesOn(leftOut, untold)),
  });
}

function notesOn(leftOut: number, untold: readonly HsCode[]): string[] {
  const waste = `${leftOut} codes gave their electronic waste to 8549, of which no table says how much: nothing of them is counted there.`;
  const equal = `Shared out equally: ${untold.length} of the split codes, ${untold[0]} first. The other baseline has no trade in what they are split into.`;
  return [...(leftOut === 0 ? [] : [waste]), ...(untold.length === 0 ? [] : [equal])];
}
