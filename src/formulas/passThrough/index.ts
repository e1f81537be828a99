export { type BalancingTariffOptions, balancingTariff } from "./balancingTariff.js";
export { passThrough } from "./passThrough.js";
export type { PassThroughOptions, PassThroughResult } from "./passThroughTypes.js";
