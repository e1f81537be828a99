import { preset } from "./preset.js";

/**
 * Amiti, Redding and Weinstein, flows that continued: 1.3.
 *
 * @example Read the value
 * ```ts
 * import { amitiReddingWeinstein2019 } from "tariff-whatif/parameters";
 *
 * amitiReddingWeinstein2019.values.importElasticity; // => 1.3
 * ```
 * @category Presets
 */
export const amitiReddingWeinstein2019 = preset({
  id: "amitiReddingWeinstein2019",
  values: { importElasticity: 1.3 },
  source: "M. Amiti, S. Redding and D. Weinstein, 2019",
  confidence: "single source",
  note: "Response of imports to the tariffs of 2018, without its sign; flows that fell to zero are left out.",
});

/**
 * Amiti, Redding and Weinstein, with flows that stopped: 6.
 *
 * @example Read the value
 * ```ts
 * import { amitiReddingWeinstein2019WithZeroFlows } from "tariff-whatif/parameters";
 *
 * amitiReddingWeinstein2019WithZeroFlows.values.importElasticity; // => 6
 * ```
 * @category Presets
 */
export const amitiReddingWeinstein2019WithZeroFlows = preset({
  id: "amitiReddingWeinstein2019WithZeroFlows",
  values: { importElasticity: 6 },
  source: "M. Amiti, S. Redding and D. Weinstein, 2019",
  confidence: "single source",
  note: "Response of imports to the tariffs of 2018, without its sign, with the flows that fell to zero.",
});

/**
 * The World Bank's SMART: substitution 1.5, infinite supply.
 *
 * @example Read the value
 * ```ts
 * import { witsSmart } from "tariff-whatif/parameters";
 *
 * witsSmart.values.substitutionElasticity; // => 1.5
 * ```
 * @category Presets
 */
export const witsSmart = preset({
  id: "witsSmart",
  values: { substitutionElasticity: 1.5, exportSupplyElasticity: "infinite" },
  source: "World Bank, WITS help, SMART",
  confidence: "WITS help",
  note: "The program's own defaults, not estimates; there infinite supply is coded 99.",
});

/**
 * The USTR's reciprocal tariffs of April 2025: elasticity -4, pass-through 0.25.
 *
 * @example Read the value
 * ```ts
 * import { ustrReciprocal2025 } from "tariff-whatif/parameters";
 *
 * ustrReciprocal2025.values.importDemandElasticity; // => -4
 * ```
 * @category Presets
 */
export const ustrReciprocal2025 = preset({
  id: "ustrReciprocal2025",
  values: { importDemandElasticity: -4, passThrough: 0.25 },
  source: "Office of the United States Trade Representative, April 2025",
  confidence: "two sources",
  note: "Disputed: with the measured border pass-through of 0.945 the formula's rates fall about fourfold.",
});
