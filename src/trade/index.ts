export { assumeFreeTrade } from "./assumeFreeTrade.js";
export type { Baseline, BaselineColumns, ProductCode } from "./baseline.js";
export type { BaselineInput, FlowInput } from "./baselineInput.js";
export { type BaselineTotal, type BaselineTotalsOptions, baselineTotals } from "./baselineTotals.js";
export { defineBaseline } from "./defineBaseline.js";
export type { Dimension } from "./dimension.js";
export { parseBaseline } from "./parseBaseline.js";
export type { SourceCard } from "./source.js";
export { type BilateralTrade, type TradeBetweenOptions, tradeBetween } from "./tradeBetween.js";
