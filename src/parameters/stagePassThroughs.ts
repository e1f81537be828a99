import { preset } from "./preset.js";

/**
 * Every stage hands on the whole: what the import price equations of a table mean by themselves.
 *
 * @example Read the values
 * ```ts
 * import { completeByStage } from "tariff-whatif/parameters";
 *
 * completeByStage.values.border; // => 1
 * ```
 * @category Presets
 */
export const completeByStage = preset({
  id: "completeByStage",
  values: { border: 1, wholesale: 1, retail: 1 },
  source:
    "border: Amiti, Redding and Weinstein; Fajgelbaum et al. (tariffs of 2018 and 2019); wholesale and retail: a convention, nobody absorbs",
  confidence: "border: two sources; wholesale and retail: not estimated",
  note: "An upper end: the studies that look at shelves find less than the border in the first year.",
});

/**
 * Cavallo, Gopinath, Neiman and Tang at the border, the whole of it afterwards.
 *
 * @example Read the values
 * ```ts
 * import { cavallo2021ByStage } from "tariff-whatif/parameters";
 *
 * cavallo2021ByStage.values.border; // => 0.945
 * ```
 * @category Presets
 */
export const cavallo2021ByStage = preset({
  id: "cavallo2021ByStage",
  values: { border: 0.945, wholesale: 1, retail: 1 },
  source:
    "border: A. Cavallo, G. Gopinath, B. Neiman and J. Tang, American Economic Review: Insights, 2021; wholesale and retail: a convention, nobody absorbs",
  confidence: "border: two sources; wholesale and retail: not estimated",
  note: "Tariffs of 2018 and 2019.",
});

/**
 * Gopinath and Neiman at the border for the tariffs of 2025, the whole of it afterwards.
 *
 * @example Read the values
 * ```ts
 * import { gopinathNeiman2026ByStage } from "tariff-whatif/parameters";
 *
 * gopinathNeiman2026ByStage.values.border; // => 0.94
 * ```
 * @category Presets
 */
export const gopinathNeiman2026ByStage = preset({
  id: "gopinathNeiman2026ByStage",
  values: { border: 0.94, wholesale: 1, retail: 1 },
  source:
    "border: G. Gopinath and B. Neiman, NBER working paper 34620, 2026; wholesale and retail: a convention, nobody absorbs",
  confidence: "border: single source; wholesale and retail: not estimated",
  note: "For the tariffs of 2025.",
});
