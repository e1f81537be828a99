import { editions, type HsEdition } from "../goods/concordance/concordance.js";
import type { PairTables } from "../goods/concordance/pairTables.js";
import type { HsCode } from "../goods/hsCode.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import { type Baseline, requireBaseline } from "./baseline.js";
import { flowColumns } from "./columns/flowColumns.js";
import { sumByGroup } from "./columns/sumByGroup.js";

/**
 * How a code that is split is shared out: in equal parts; to the one code that the United Nations convert to (only from an edition
 * to the one before it); or by the customs values of another baseline, which has the new codes, or lines below them.
 *
 * @category Baseline
 */
export type SplitRule = "equal" | "conversion" | { readonly byTradeOf: Baseline };

/** The weights of the codes that one code is split into; codes that the rule could not tell apart join `untold`. */
export function splitWeights(
  rule: SplitRule,
  tables: PairTables,
  from: HsEdition,
  to: HsEdition,
  untold: HsCode[],
): (code: HsCode, codes: readonly HsCode[]) => readonly bigint[] {
  if (rule === "equal") return (_, codes) => codes.map(() => 1n);
  if (rule === "conversion") {
    if (editions.indexOf(to) !== editions.indexOf(from) - 1) {
      throw new TariffError({
        code: "no-conversion",
        path: "splits",
        received: rule,
        advice:
          "Share splits out equally or by the trade of another year: a conversion is published only to the edition before.",
      });
    }
    return (code, codes) => codes.map((each) => (each === tables.conversion(from, code) ? 1n : 0n));
  }
  const { byTradeOf } = readOptions(rule, "splits", ["byTradeOf"]);
  requireBaseline(byTradeOf, "splits.byTradeOf");
  const { customsValue, product } = flowColumns(byTradeOf);
  const sums = sumByGroup(customsValue.values, product, byTradeOf.products.length);
  const value = new Map<string, bigint>();
  for (const [at, code] of byTradeOf.products.entries()) {
    const six = code.slice(0, 6);
    value.set(six, (value.get(six) ?? 0n) + (sums[at] as bigint));
  }
  if (![...value.keys()].some((code) => tables.codes.get(to)?.has(code as HsCode)))
    throw new TariffError({
      code: "no-conversion",
      path: "splits.byTradeOf",
      received: byTradeOf.products[0],
      advice: `Pass a baseline with goods of ${to} at six digits or more: this one has none of its codes.`,
    });
  return (code, codes) => {
    const weights = codes.map((each) => value.get(each) ?? 0n);
    if (weights.some((weight) => weight > 0n)) return weights;
    // Without any trade in the other baseline nothing tells the parts apart.
    untold.push(code);
    return codes.map(() => 1n);
  };
}
