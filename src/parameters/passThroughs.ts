import { preset } from "./preset.js";

/**
 * Tariffs of 2018 and 2019: complete pass-through at the border.
 *
 * @example Read the value
 * ```ts
 * import { completeBorderPassThrough } from "tariff-whatif/parameters";
 *
 * completeBorderPassThrough.values.borderPassThrough; // => 1
 * ```
 * @category Presets
 */
export const completeBorderPassThrough = preset({
  id: "completeBorderPassThrough",
  values: { borderPassThrough: 1 },
  source: "Amiti, Redding and Weinstein; Fajgelbaum et al. (tariffs of 2018 and 2019)",
  confidence: "two sources",
  note: "Duty-inclusive import prices rose by the whole tariff.",
});

/**
 * Cavallo, Gopinath, Neiman and Tang: 0.945 at the border.
 *
 * @example Read the value
 * ```ts
 * import { cavallo2021Border } from "tariff-whatif/parameters";
 *
 * cavallo2021Border.values.borderPassThrough; // => 0.945
 * ```
 * @category Presets
 */
export const cavallo2021Border = preset({
  id: "cavallo2021Border",
  values: { borderPassThrough: 0.945 },
  source: "A. Cavallo, G. Gopinath, B. Neiman and J. Tang, American Economic Review: Insights, 2021",
  confidence: "two sources",
  note: "Duty-inclusive import prices, tariffs of 2018 and 2019.",
});

/**
 * Cavallo, Llamas and Vazquez: 0.2 in the shops.
 *
 * @example Read the value
 * ```ts
 * import { cavallo2025Retail } from "tariff-whatif/parameters";
 *
 * cavallo2025Retail.values.shelfPricePassThrough; // => 0.2
 * ```
 * @category Presets
 */
export const cavallo2025Retail = preset({
  id: "cavallo2025Retail",
  values: { shelfPricePassThrough: 0.2 },
  source: "A. Cavallo, P. Llamas and F. Vazquez, NBER working paper 34496, 2025",
  confidence: "single source",
  note: "Shelf prices relative to the tariff rate; passThrough wants shelfToLandedValue beside it.",
});

/**
 * Gopinath and Neiman, tariffs of 2025: 0.94 at the border.
 *
 * @example Read the value
 * ```ts
 * import { gopinathNeiman2026 } from "tariff-whatif/parameters";
 *
 * gopinathNeiman2026.values.borderPassThrough; // => 0.94
 * ```
 * @category Presets
 */
export const gopinathNeiman2026 = preset({
  id: "gopinathNeiman2026",
  values: { borderPassThrough: 0.94 },
  source: "G. Gopinath and B. Neiman, NBER working paper 34620, 2026",
  confidence: "single source",
  note: "For the tariffs of 2025.",
});

/**
 * Gopinath and Neiman, tariffs of 2018: 0.8 at the border.
 *
 * @example Read the value
 * ```ts
 * import { gopinathNeiman2026For2018 } from "tariff-whatif/parameters";
 *
 * gopinathNeiman2026For2018.values.borderPassThrough; // => 0.8
 * ```
 * @category Presets
 */
export const gopinathNeiman2026For2018 = preset({
  id: "gopinathNeiman2026For2018",
  values: { borderPassThrough: 0.8 },
  source: "G. Gopinath and B. Neiman, NBER working paper 34620, 2026",
  confidence: "single source",
  note: "For the tariffs of 2018; other studies of them find 0.945 to 1.",
});
