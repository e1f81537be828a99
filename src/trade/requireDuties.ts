import type { Decimal } from "../exact/decimal.js";
import { TariffError } from "../internal/TariffError.js";
import { amountsOf, type Baseline } from "./baseline.js";
import type { AmountColumn } from "./columns/amountColumn.js";
import { type FlowColumns, flowColumns } from "./columns/flowColumns.js";

/** The duties of every flow; an error for data that have none. */
export function requireDuties(baseline: Baseline, path: string): readonly Decimal[] {
  dutiableColumns(baseline, path);
  return amountsOf(baseline).duties as readonly Decimal[];
}

/** The columns of data that have duties; an error for data that have none. */
export function dutiableColumns(
  baseline: Baseline,
  path: string,
): FlowColumns & { readonly duties: AmountColumn } {
  const columns = flowColumns(baseline);
  if (columns.duties !== null) return columns as FlowColumns & { readonly duties: AmountColumn };
  throw new TariffError({
    code: "no-duties",
    path,
    received: baseline.id,
    advice: "Use a baseline whose flows carry the duties collected, such as us-imports-2024.",
  });
}
