export { type AttributeOptions, type Attribution, attribute } from "./attribute.js";
export type { CompareModelsOptions, CompareOptions } from "./compareOptions.js";
export { type Comparison, type ComparisonRow, compareScenarios } from "./compareScenarios.js";
export { type MaximiseOptions, type MaximiseResult, maximise } from "./maximise.js";
export { type RankedRow, type RankOptions, rankRows } from "./rankRows.js";
export { type SeekOptions, type SeekResult, seek } from "./seek.js";
export { type SolveForOptions, type SolveForResult, solveFor } from "./solveFor.js";
export { type SweepOptions, type SweepPoint, sweep } from "./sweep.js";
