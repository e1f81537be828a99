export { type AttributeOptions, type Attribution, attribute } from "./attribute.js";
export type { CompareOptions } from "./compareOptions.js";
export { type Comparison, type ComparisonRow, compareScenarios } from "./compareScenarios.js";
export type { Measurement } from "./measurement.js";
export { type RankedRow, type RankOptions, rankRows } from "./rankRows.js";
export { type SeekOptions, type SeekResult, seek } from "./seek.js";
export { type SweepOptions, type SweepPoint, sweep } from "./sweep.js";
