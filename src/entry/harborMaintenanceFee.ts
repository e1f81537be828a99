import type { EntryMeasure } from "./measure.js";

/**
 * The harbor maintenance fee of the United States as a measure: 0.125 % of the value of all lines, once an entry, where
 * the fact `arrivesBy` of the entry is `"vessel"`.
 *
 * **Leaves out**: ports that the fee does not reach, and the exemptions of 19 CFR 24.24(c).
 *
 * **Source**: [Customs statutes], [Customs regulations], 26 USC 4461; 19 CFR 24.24.
 * @example On a shipment by sea
 * ```ts
 * import { harborMaintenanceFee } from "tariff-whatif/entry";
 *
 * harborMaintenanceFee.rate; // => "0.125%"
 * ```
 * @category Entries
 */
export const harborMaintenanceFee: EntryMeasure = /* @__PURE__ */ Object.freeze({
  authority: "hmf",
  kind: "fee",
  per: "entry",
  rate: "0.125%",
  base: Object.freeze(["customs value"] as const),
  when: Object.freeze([Object.freeze({ fact: "arrivesBy", is: Object.freeze(["vessel"]) })]),
  law: "19 CFR 24.24",
});
