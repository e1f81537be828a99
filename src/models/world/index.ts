/**
 * The world in general equilibrium: wages, prices, welfare and trade of every economy at once, best tariffs, and what
 * happens when others answer.
 *
 * ```text
 * world trade and GDP ── defineWorld / calibrateWorld ── worldEquilibrium ── welfare, wages, prices
 *                                                     ── bestUniformTariff, nashTariffs, freeTradeAgreement
 * a scenario ── generalEquilibrium ── an Outcome beside those of other models
 *            ── worldEvaluator ── numbers in, numbers out, for studies
 * ```
 *
 * @module tariff-whatif/world
 */
export { calibrateWorld, type WorldData } from "./calibration/calibrateWorld.js";
export { type DefineWorldOptions, defineWorld } from "./calibration/defineWorld.js";
export {
  ignatenko2025CompletePassThrough,
  ignatenko2025EatonKortum,
  ignatenko2025InputOutput,
  ignatenko2025PartialPassThrough,
} from "./calibration/presets.js";
export type { SquareMatrix } from "./calibration/readMatrix.js";
export { recalibrateWorld } from "./calibration/recalibrateWorld.js";
export type { World } from "./calibration/World.js";
export type { MarketingTargets, WorldParameters } from "./calibration/WorldParameters.js";
export {
  type GeneralEquilibriumOutcome,
  generalEquilibrium,
  type WorldAssumptions,
} from "./generalEquilibrium.js";
export { balancedWorld } from "./solver/balancedWorld.js";
export type { WorldClosure } from "./solver/readClosure.js";
export type { WorldTariff, WorldTariffs } from "./solver/readTariffs.js";
export type { EquationResiduals } from "./solver/Solution.js";
export type {
  DeficitRule,
  EconomyOutcome,
  RevenueUse,
  WorldEquilibrium,
  WorldOutcome,
} from "./solver/WorldOutcome.js";
export { type WorldScenarios, worldEquilibria } from "./solver/worldEquilibria.js";
export { type WorldScenario, worldEquilibrium } from "./solver/worldEquilibrium.js";
export { type BestResponseOptions, bestResponse, type FoundTariff } from "./strategy/bestResponse.js";
export {
  type BestUniformTariff,
  type BestUniformTariffOptions,
  bestUniformTariff,
} from "./strategy/bestUniformTariff.js";
export { type BreakEvenTariffOptions, breakEvenTariff } from "./strategy/breakEvenTariff.js";
export { formulaRetaliation } from "./strategy/formulaRetaliation.js";
export {
  type FreeTradeAgreement,
  type FreeTradeAgreementOptions,
  freeTradeAgreement,
} from "./strategy/freeTradeAgreement.js";
export { type NashOptions, type NashOutcome, nashTariffs, type TradeBloc } from "./strategy/nashTariffs.js";
export { optimalTariffFormula } from "./strategy/optimalTariffFormula.js";
export { type RetaliationOptions, reciprocalTariffs } from "./strategy/reciprocalTariffs.js";
export { type WinnerOrLoser, winnersAndLosers } from "./strategy/winnersAndLosers.js";
export { type TariffsByPair, type TariffsByPairOptions, tariffsByPair } from "./tariffsByPair.js";
export {
  type WorldEvaluatorOptions,
  worldEvaluator,
} from "./worldEvaluator.js";
export type { WorldElasticity } from "./worldInputs.js";
