export { assumeFreeTrade } from "./assumeFreeTrade.js";
export { tariffAverages } from "./averages/tariffAverages.js";
export type {
  ImportsElsewhere,
  TariffAverage,
  TariffAveragesOptions,
  TariffLine,
} from "./averages/tariffLine.js";
export type { Baseline, ProductCode } from "./baseline.js";
export type { BaselineInput, FlowInput, FlowQuantity, RepeatedFlows } from "./baselineInput.js";
export { type BaselineTotal, type BaselineTotalsOptions, baselineTotals } from "./baselineTotals.js";
export type { AmountColumnInput } from "./columns/amountColumnInput.js";
export type { BaselineColumns, QuantityColumn } from "./columns/baselineColumns.js";
export type { QuantityColumnInput } from "./columns/readQuantityColumns.js";
export {
  type ConvertBaselineOptions,
  type ConvertedBaseline,
  convertBaseline,
  type SplitCode,
} from "./convertBaseline.js";
export { defineBaseline } from "./defineBaseline.js";
export {
  type BaselineColumnsInput,
  defineBaselineColumns,
  type FlowColumnsInput,
} from "./defineBaselineColumns.js";
export type { Dimension } from "./dimension.js";
export { parseBaseline } from "./parseBaseline.js";
export type { SourceCard } from "./source.js";
export type { SplitRule } from "./splitWeights.js";
export {
  type EndUseTotal,
  type EndUseTotals,
  type EndUseTotalsOptions,
  totalsByEndUse,
} from "./totalsByEndUse.js";
export { type BilateralTrade, type TradeBetweenOptions, tradeBetween } from "./tradeBetween.js";
