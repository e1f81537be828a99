import { isRecord } from "../internal/isRecord.js";
import type { Baseline } from "./baseline.js";
import type { BaselineInput } from "./baselineInput.js";
import { defineBaseline } from "./defineBaseline.js";
import { type BaselineColumnsInput, defineBaselineColumns } from "./defineBaselineColumns.js";

/**
 * Checks trade data that come from JSON, whose keys the compiler cannot see.
 *
 * **Result**: as {@link defineBaseline}; the JSON is that of its input, a list of flows, or that of a baseline itself, which
 * has columns: `parseBaseline(JSON.parse(JSON.stringify(baseline)))` is the same baseline.
 *
 * @throws What {@link defineBaseline} throws, for example `missing-key`.
 * @example A baseline from a file
 * ```ts
 * import { parseBaseline } from "tariff-whatif";
 *
 * const text = `{
 *   "id": "steel-2024", "title": "UK imports of steel, 2024", "year": 2024, "currency": "GBP", "priceYear": 2024,
 *   "flows": [{ "importer": "GBR", "exporter": "CHN", "product": "72", "customsValue": "1000000" }],
 *   "sources": [{ "id": "own", "title": "Own figures", "publisher": "Us", "licence": "ours", "note": "an example" }]
 * }`;
 * parseBaseline(JSON.parse(text)).importers; // => ["GBR"]
 * ```
 * @category Baseline
 */
export function parseBaseline(json: unknown): Baseline {
  if (isRecord(json) && Object.hasOwn(json, "columns") && !Object.hasOwn(json, "flows"))
    return defineBaselineColumns(json as unknown as BaselineColumnsInput);
  return defineBaseline(json as BaselineInput);
}
