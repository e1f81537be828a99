export { type BalancingTariffOptions, balancingTariff } from "./balancingTariff.js";
export { type PassThroughOptions, type PassThroughResult, passThrough } from "./passThrough.js";
