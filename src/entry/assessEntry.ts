import { deepFreeze } from "../internal/deepFreeze.js";
import { readOptions } from "../internal/readOptions.js";
import { type AssessEntriesOptions, assessAll } from "./assessEntries.js";
import type { Entry } from "./entry.js";
import type { EntrySheet } from "./sheet.js";

/**
 * What {@link assessEntry} needs.
 *
 * @category Entries
 */
export interface AssessEntryOptions extends Omit<AssessEntriesOptions, "entries"> {
  /** The entry. */
  readonly entry: Entry;
}

/**
 * What one customs entry costs, to the cent, with each duty, tax and fee by itself.
 *
 * **Formula**: charge = round(rate on base), measure by measure in their order; a base may count what measures before
 * it charged (a surcharge on a duty, a tax after duty). A fee per entry is its share of the value of the lines that no
 * claim frees, between its least and its greatest.
 *
 * **Result**: a sheet: each charge with its rate, base, exact and rounded amount; totals by kind; the total as a share
 * of the customs value. Amounts are decimal text in the currency of the entry. What is not known (a rate that stands
 * elsewhere, a text that is not understood) is named in `unknown`, and every amount that it enters is
 * `{ atLeast, atMost }`, without `atMost` where nothing bounds it.
 *
 * **Leaves out**: which measures apply, the classification and the origin: the caller states them. Quantities are not
 * rounded.
 *
 * @throws `missing-quantity`, `missing-fact` and `unit-mismatch` for what a measure asks for and the entry lacks, a code of
 * fewer digits than the measure tells apart among it,
 * `no-exchange-rate` for a second currency, `unknown-authority` for a base of a measure that does not stand before,
 * `unknown-rate` for a line or a claim without a rate, `shares-do-not-add-up`, `out-of-range`, `conflicting-keys`,
 * `duplicate-id`, `overlapping-scope`, `empty`, `too-long`, `unknown-unit`, `unknown-economy`, `unknown-rounding`, `not-an-hs-code`,
 * `not-a-currency`, `not-a-date`, `not-a-decimal`, `not-a-rate`, `rate-below-minus-100`, `division-by-zero`,
 * `missing-key`, `unknown-key`, `unsafe-key`, `wrong-type`.
 * @example A steel article from China, 2026
 * ```ts
 * import { assessEntry, roundingRules } from "tariff-whatif/entry";
 *
 * const duty = { kind: "duty", per: "line", base: ["customs value"] } as const;
 * const { total, shareOfValue } = assessEntry({
 *   entry: { id: "1", day: "2026-01-15", currency: "USD", lines: [{ id: "1", value: "14172.00" }] },
 *   measures: [
 *     { ...duty, authority: "section-301", rate: "25%" },
 *     { ...duty, authority: "section-232", rate: "50%" },
 *     { ...duty, authority: "mfn", rate: "2.9%" },
 *   ],
 *   rounding: roundingRules.unitedStates,
 * });
 * total; // => { exactly: "11039.99" }
 * shareOfValue?.total; // => { exactly: "77.90%" }
 * ```
 * @example Duty on duty, and a tax on both
 * ```ts
 * import { assessEntry } from "tariff-whatif/entry";
 *
 * const { total } = assessEntry({
 *   entry: { id: "1", day: "2025-06-01", currency: "INR", lines: [{ id: "1", value: "100" }] },
 *   measures: [
 *     { authority: "bcd", kind: "duty", per: "line", rate: "10%", base: ["customs value"] },
 *     { authority: "sws", kind: "duty", per: "line", rate: "10%", base: [{ chargeOf: "bcd" }] },
 *     {
 *       authority: "igst",
 *       kind: "tax",
 *       per: "line",
 *       rate: "18%",
 *       base: ["customs value", { chargeOf: "bcd" }, { chargeOf: "sws" }],
 *     },
 *   ],
 *   rounding: { amount: { to: "0.01", mode: "half-away-from-zero" } },
 * });
 * total; // => { exactly: "30.98" }
 * ```
 * @category Entries
 */
export function assessEntry(options: AssessEntryOptions): EntrySheet {
  const { entry, ...rest } = readOptions(
    options,
    "",
    ["entry", "measures", "rounding"],
    ["quotas", "exchange"],
  );
  const [sheet] = assessAll({ ...rest, entries: [entry] }, "entry");
  return deepFreeze(sheet as EntrySheet);
}
