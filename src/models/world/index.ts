export { balancedWorld } from "./balancedWorld.js";
export { type BestResponseOptions, bestResponse, type FoundTariff } from "./bestResponse.js";
export {
  type BestUniformTariff,
  type BestUniformTariffOptions,
  bestUniformTariff,
} from "./bestUniformTariff.js";
export { calibrateWorld, type WorldData } from "./calibrateWorld.js";
export { type DefineWorldOptions, defineWorld } from "./defineWorld.js";
export { formulaRetaliation } from "./formulaRetaliation.js";
export {
  type GeneralEquilibriumOutcome,
  generalEquilibrium,
  type WorldAssumptions,
} from "./generalEquilibrium.js";
export { type NashOptions, type NashOutcome, nashTariffs } from "./nashTariffs.js";
export { optimalTariffFormula } from "./optimalTariffFormula.js";
export {
  ignatenko2025CompletePassThrough,
  ignatenko2025EatonKortum,
  ignatenko2025InputOutput,
  ignatenko2025PartialPassThrough,
} from "./presets.js";
export type { SquareMatrix } from "./readMatrix.js";
export type { WorldClosure } from "./readScenario.js";
export type { WorldTariff, WorldTariffs } from "./readTariffs.js";
export { recalibrateWorld } from "./recalibrateWorld.js";
export { type RetaliationOptions, reciprocalTariffs } from "./reciprocalTariffs.js";
export { type TariffsByPair, type TariffsByPairOptions, tariffsByPair } from "./tariffsByPair.js";
export { type GainIsGoneOptions, tariffWhereGainIsGone } from "./tariffWhereGainIsGone.js";
export { tradeWarWinners, type WinnerOrLoser } from "./tradeWarWinners.js";
export type { World } from "./World.js";
export type {
  DeficitRule,
  EconomyOutcome,
  RevenueUse,
  WorldEquilibrium,
  WorldOutcome,
} from "./WorldOutcome.js";
export type { MarketingTargets, WorldParameters } from "./WorldParameters.js";
export { type WorldScenarios, worldEquilibria } from "./worldEquilibria.js";
export { type WorldScenario, worldEquilibrium } from "./worldEquilibrium.js";
