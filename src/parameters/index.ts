/**
 * Elasticities, pass-through and revenue offsets that were estimated, each with its source. Nothing takes one by default:
 * pass the one you mean by name.
 *
 * ```text
 * a preset ── .values ── assumptions of a model
 * ```
 *
 * @module tariff-whatif/parameters
 */
export {
  amitiReddingWeinstein2019,
  amitiReddingWeinstein2019WithZeroFlows,
  ustrReciprocal2025,
  witsSmart,
} from "./importElasticities.js";
export {
  cavallo2021Border,
  cavallo2025Retail,
  completeBorderPassThrough,
  gopinathNeiman2026,
  gopinathNeiman2026For2018,
} from "./passThroughs.js";
export type { Preset } from "./preset.js";
export { cboRevenueOffsetHigh, cboRevenueOffsetLow, yaleBudgetLabRevenueOffsets } from "./revenueOffsets.js";
export { caliendoParro2015 } from "./sectoralElasticities.js";
export {
  cavallo2021ByStage,
  completeByStage,
  gopinathNeiman2026ByStage,
} from "./stagePassThroughs.js";
export {
  boehm2023LongRun,
  boehm2023ShortRun,
  giriYiYilmazkuday,
  ignatenko2025,
  simonovskaWaugh2014,
} from "./tradeElasticities.js";
