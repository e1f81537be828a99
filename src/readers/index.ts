export { type BaselineTable, baselineTable } from "./baselineTable.js";
export type { BeaLayout, BeaTable } from "./bea/beaTable.js";
export { type BeaInputOutputOptions, beaInputOutput, type InputOutput } from "./beaInputOutput.js";
export type { CsvColumns } from "./formats/csv.js";
export type { HtsAdditionalDuty, HtsLine, HtsSchedule } from "./htsSchedule.js";
export type { PartnerSystem } from "./partnerCell.js";
export { type BaselineFile, type BaselineHeading, readBaseline } from "./readBaseline.js";
export {
  type BeaBridgeColumns,
  type BeaBridgeLine,
  type BeaBridgeOptions,
  readBeaBridge,
} from "./readBeaBridge.js";
export { type BeaReadOptions, readBeaTable } from "./readBeaTable.js";
export { type Place, ReadError, type ReadProblem } from "./readError.js";
export { type HtsReadOptions, readHtsSchedule } from "./readHtsSchedule.js";
export type {
  CsvReadOptions,
  OfficeReadOptions,
  ReadProgress,
  ReadSettings,
  TableReadOptions,
  TradeReadOptions,
} from "./readOptions.js";
export { readTrade, type TradeFile } from "./readTrade.js";
export {
  readUkTariff,
  type UkDuty,
  type UkSkippedMeasure,
  type UkTariff,
  type UkTariffReadOptions,
} from "./readUkTariff.js";
export type { ReadReport, ReadWarning, SkippedRow } from "./report.js";
export type { Source, WebStream } from "./source/source.js";
export type { TableSource } from "./source/tableSource.js";
export type { Encoding } from "./source/toUtf8.js";
export { streamTrade } from "./streamTrade.js";
export type { SkipReason, TradeRow } from "./tradeRow.js";
