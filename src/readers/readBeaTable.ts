import { requireYear } from "../exact/money.js";
import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { beaFromApi } from "./bea/beaFromApi.js";
import { beaFromSheet } from "./bea/beaFromSheet.js";
import { type BeaLayout, type BeaTable, requireLayout } from "./bea/beaTable.js";
import type { Source } from "./source/source.js";
import { textOf } from "./source/textOf.js";

/**
 * What {@link readBeaTable} reads.
 *
 * @category Readers
 */
export interface BeaReadOptions {
  /** The answer of the API, or one sheet as CSV. */
  readonly source: Source;
  /** How the table is written. */
  readonly layout: BeaLayout;
  /** The year: of an answer with several years, this one is read; a sheet does not say its year. */
  readonly year: number;
}

/**
 * Reads a make, use or import table of the US Bureau of Economic Analysis.
 *
 * **Result**: frozen; amounts in the unit of the file (the Bureau writes USD million); totals stay, as rows and columns
 * of their own. A blank cell, `...`, `---` and `(NA)` are null; `(5)` and `-5` are below zero.
 *
 * **Leaves out**: titles and notes; workbooks as such (save the sheet as CSV); the bridge of consumption, which
 * {@link readBeaBridge} reads.
 *
 * **Source**: [BEA 2023].
 *
 * @throws `api-error`, `not-json`, `truncated-json`, `missing-column`, `no-rows`, `duplicate-row`, `field-count`,
 * `conflicting-columns`, `open-quote`, `bad-code`, `bad-number`, `empty-file`, each with its place; `no-such-file`,
 * `not-a-year`.
 * @example A sheet saved as CSV
 * ```ts
 * import { readBeaTable } from "tariff-whatif/readers";
 *
 * const text = [
 *   "The Make of Commodities by Industries,,,",
 *   "(Millions of dollars),,,",
 *   "IOCode,Name,111CA,113FF",
 *   ",Industries/Commodities,Farms,Forestry",
 *   '111CA,Farms,"545,734",6123',
 *   "113FF,Forestry,...,61000",
 * ].join("\n");
 * const make = await readBeaTable({ source: { text }, layout: "sheet-csv", year: 2023 });
 * make.amounts; // => [[545734, 6123], [null, 61000]]
 * ```
 * @category Readers
 */
export async function readBeaTable(options: BeaReadOptions): Promise<BeaTable> {
  const { source, layout, year } = readOptions(options, "", ["source", "layout", "year"]);
  requireLayout(layout, "layout");
  requireYear(year, "year");
  const { text, refuse } = await textOf(source);
  return deepFreeze((layout === "api-json" ? beaFromApi : beaFromSheet)(text, year, refuse));
}
