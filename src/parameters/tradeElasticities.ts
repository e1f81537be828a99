import { preset } from "./preset.js";

const tradeNote =
  "A trade elasticity as reported, without its sign. Whether it is the substitution elasticity or one less depends on whether trade is counted with or without duty: decide before passing it on.";

/**
 * Simonovska and Waugh: 4.
 *
 * @example Read the value
 * ```ts
 * import { simonovskaWaugh2014 } from "tariff-whatif/parameters";
 *
 * simonovskaWaugh2014.values.tradeElasticity; // => 4
 * ```
 * @category Presets
 */
export const simonovskaWaugh2014 = preset({
  id: "simonovskaWaugh2014",
  values: { tradeElasticity: 4 },
  source: "I. Simonovska and M. Waugh, Journal of International Economics, 2014",
  confidence: "single source",
  note: tradeNote,
});

/**
 * Boehm, Levchenko and Pandalai-Nayar, short run: 0.76.
 *
 * @example Read the value
 * ```ts
 * import { boehm2023ShortRun } from "tariff-whatif/parameters";
 *
 * boehm2023ShortRun.values.tradeElasticity; // => 0.76
 * ```
 * @category Presets
 */
export const boehm2023ShortRun = preset({
  id: "boehm2023ShortRun",
  values: { tradeElasticity: 0.76 },
  source: "C. Boehm, A. Levchenko and N. Pandalai-Nayar, American Economic Review, 2023",
  confidence: "two sources",
  note: tradeNote,
});

/**
 * Boehm, Levchenko and Pandalai-Nayar, long run: 2, from 1.75 to 2.25.
 *
 * @example Read the value
 * ```ts
 * import { boehm2023LongRun } from "tariff-whatif/parameters";
 *
 * boehm2023LongRun.values.tradeElasticity; // => 2
 * ```
 * @category Presets
 */
export const boehm2023LongRun = preset({
  id: "boehm2023LongRun",
  values: { tradeElasticity: 2, lowest: 1.75, highest: 2.25 },
  source: "C. Boehm, A. Levchenko and N. Pandalai-Nayar, American Economic Review, 2023",
  confidence: "two sources",
  note: `After 7 to 10 years; 2 is the middle of the reported range. ${tradeNote}`,
});

/**
 * Giri, Yi and Yilmazkuday: from 2.97 to 8.94.
 *
 * @example Read the value
 * ```ts
 * import { giriYiYilmazkuday } from "tariff-whatif/parameters";
 *
 * giriYiYilmazkuday.values.lowest; // => 2.97
 * ```
 * @category Presets
 */
export const giriYiYilmazkuday = preset({
  id: "giriYiYilmazkuday",
  values: { lowest: 2.97, highest: 8.94 },
  source: "R. Giri, K.-M. Yi and H. Yilmazkuday",
  confidence: "single source",
  note: `A range over sectors without a middle value. ${tradeNote}`,
});

/**
 * Ignatenko, Macedoni, Lashkaripour and Simonovska: 4, with a labour supply elasticity of 0.5.
 *
 * @example Read the value
 * ```ts
 * import { ignatenko2025 } from "tariff-whatif/parameters";
 *
 * ignatenko2025.values.tradeElasticity; // => 4
 * ```
 * @category Presets
 */
export const ignatenko2025 = preset({
  id: "ignatenko2025",
  values: { tradeElasticity: 4, labourSupplyElasticity: 0.5 },
  source: "A. Ignatenko, L. Macedoni, A. Lashkaripour and I. Simonovska, 2025",
  confidence: "read in the replication code",
  note: "The calibration of a general equilibrium model; it is not an estimate for one market.",
});
